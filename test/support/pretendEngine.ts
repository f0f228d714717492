import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An HTTP server on a socket of its own that answers as a test wants it to: what a real engine does rarely, or never. */
export interface PretendEngine {
  readonly socketPath: string;
  /** The paths that were asked for, greetings included. */
  readonly asked: string[];
  openConnections(): number;
  stop(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** `apiVersion` is what the greeting tells; it may be changed by `answer`, which gets all else. */
export async function startPretendEngine(
  answer: Answer,
  apiVersion: () => string | undefined = () => "1.41",
): Promise<PretendEngine> {
  const folder = mkdtempSync(join(tmpdir(), "drydock-pretend-"));
  const socketPath = join(folder, "docker.sock");
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url !== "/_ping") return answer(request, response);
    const version = apiVersion();
    if (version !== undefined) response.setHeader("Api-Version", version);
    response.end("OK");
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    socketPath,
    asked,
    openConnections: () => sockets.size,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
      });
    },
  };
}
