import { createServer } from "node:net";

/** A port on 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : undefined;
      server.close(() =>
        port === undefined ? reject(new Error("No free port on 127.0.0.1.")) : resolve(port),
      );
    });
  });
}
