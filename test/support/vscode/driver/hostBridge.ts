import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type EditorHost, type HostAnswer, type HostRequest, hostMethodNames } from "./editorHost";

export interface HostBridge {
  /** What the driver extension is told to ask for work. */
  readonly address: string;
  readonly host: EditorHost;
  close(): void;
}

/** The test's end of the line to the driver extension, which fetches one request after the other. */
export async function openHostBridge(): Promise<HostBridge> {
  const requests: HostRequest[] = [];
  const askers: ServerResponse[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  function hand(): void {
    while (requests.length > 0 && askers.length > 0) {
      const asker = askers.shift();
      if (!asker?.writable) continue;
      asker.end(JSON.stringify(requests.shift()));
    }
  }
  function call(method: HostRequest["method"], values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      lastId++;
      waiting.set(lastId, { resolve, reject });
      requests.push({ id: lastId, method, values });
      hand();
    });
  }
  function take({ id, value, error }: HostAnswer): void {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) caller?.resolve(value);
    else caller?.reject(new Error(error));
  }
  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    // The extension host of a browser has another origin than this.
    outgoing.setHeader("access-control-allow-origin", "*");
    if (incoming.url === "/next") {
      askers.push(outgoing);
      hand();
      return;
    }
    take(JSON.parse(await text(incoming)));
    outgoing.writeHead(204).end();
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await listen(server);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    host: Object.fromEntries(
      hostMethodNames.map((method) => [method, (...values: readonly unknown[]) => call(method, values)]),
    ) as unknown as EditorHost,
    close() {
      for (const { reject } of waiting.values()) reject(new Error("The bridge to the editor was closed."));
      server.closeAllConnections();
      server.close();
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      // What keeps the process going is the test's affair.
      server.unref();
      resolve();
    });
  });
}
