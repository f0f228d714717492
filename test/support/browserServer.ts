import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  Emitter,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  type Message,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { pullingClient } from "./stdioClient";

export interface BrowserServer {
  readonly connection: ProtocolConnection;
  /** What the server has written to its log. */
  readonly log: readonly string[];
  close(): void;
}

/**
 * Runs `dist/server.web.js` where there is nothing but what a browser's worker has: none of Node's globals, no modules.
 */
export async function startBrowserServer(): Promise<BrowserServer> {
  const arrivals = new Emitter<Message>();
  // Each side gets its own copy of a message, as from a real worker.
  const worker: Record<string, unknown> = {
    ...webGlobals,
    addEventListener: () => undefined,
    postMessage: (message: Message) => arrivals.fire(structuredClone(message)),
  };
  worker["self"] = worker;
  const context = createContext(worker);
  const bundle = join(__dirname, "../../dist/server.web.js");
  runInContext(readFileSync(bundle, "utf8"), context, { filename: bundle });
  const send = (message: Message) => {
    const listen = worker["onmessage"] as (event: { data: Message }) => void;
    setImmediate(() => listen({ data: structuredClone(message) }));
  };

  const connection = createProtocolConnection(new Reader(arrivals), new Writer(send));
  const log: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: pullingClient,
    initializationOptions: {},
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, log, close: () => connection.dispose() };
}

const webGlobals = {
  TextDecoder,
  TextEncoder,
  URL,
  atob,
  btoa,
  clearTimeout,
  console,
  performance,
  queueMicrotask,
  setTimeout,
  structuredClone,
};

class Reader extends AbstractMessageReader {
  constructor(private readonly arrivals: Emitter<Message>) {
    super();
  }
  listen(callback: DataCallback) {
    return this.arrivals.event(callback);
  }
}

class Writer extends AbstractMessageWriter {
  constructor(private readonly send: (message: Message) => void) {
    super();
  }
  async write(message: Message) {
    this.send(message);
  }
  end() {
    // There is no stream to end.
  }
}
