import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

/** An editor that is not VS Code: it speaks LSP with the bundled server over standard input and output. */
export interface StdioClient {
  readonly connection: ProtocolConnection;
  readonly initializeResult: InitializeResult;
  /** Of the server's process. */
  readonly pid: number | undefined;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): Promise<void>;
  /** Asks for diagnostics, as clients of LSP 3.17 do. */
  pullDiagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** The next diagnostics that the server pushes for this document. */
  nextPush(uri: string): Promise<readonly Diagnostic[]>;
  /** Shuts the server down in good order; rejects where it does not end with code 0. */
  close(): Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface StdioClientOptions {
  /** What Node is to run instead of our own server, for comparing with others. */
  readonly program?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URI of the workspace folder. */
  readonly folder?: string;
  /** What an unusual client says otherwise when it introduces itself. */
  readonly initialize?: Partial<InitializeParams>;
  /** Answers the server's own requests before it is initialized. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** What a client of LSP 3.17 says of itself when it pulls diagnostics. */
export const pullingClient: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

/** Whether a machine has ShellCheck, whose findings come in late, must not decide what a test finds. */
const withoutShellCheck = { settings: { shellcheck: { enabled: false, path: "" } } };

/** Starts `dist/server.js`, which `npm run build` makes, or another server. */
export async function startStdioClient(options: StdioClientOptions = {}): Promise<StdioClient> {
  const program = options.program ?? [join(__dirname, "../../dist/server.js"), "--stdio"];
  const server = spawn(process.execPath, [...program], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  options.prepare?.(connection);
  const pushes = collectPushes(connection);
  connection.listen();
  const initializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: options.folder ?? null,
    workspaceFolders: options.folder === undefined ? null : [{ uri: options.folder, name: "workspace" }],
    capabilities: options.capabilities ?? pullingClient,
    initializationOptions: options.initializationOptions ?? withoutShellCheck,
    ...options.initialize,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    initializeResult,
    pid: server.pid,
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: "dockerfile", version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    async pullDiagnostics(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === "full" ? report.items : [];
    },
    nextPush: pushes.next,
    close: () => close(connection, server),
    kill() {
      connection.dispose();
      server.kill("SIGKILL");
    },
  };
}

/** Keeps what is pushed until it is asked for, so that a test cannot come too late. */
function collectPushes(connection: ProtocolConnection) {
  const arrived = new Map<string, (readonly Diagnostic[])[]>();
  const waiting = new Map<string, ((diagnostics: readonly Diagnostic[]) => void)[]>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    const waiter = waiting.get(uri)?.shift();
    if (waiter) waiter(diagnostics);
    else arrived.set(uri, [...(arrived.get(uri) ?? []), diagnostics]);
  });
  return {
    next(uri: string): Promise<readonly Diagnostic[]> {
      const first = arrived.get(uri)?.shift();
      if (first) return Promise.resolve(first);
      return new Promise((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));
    },
  };
}

async function close(connection: ProtocolConnection, server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const [code] = await ended;
  connection.dispose();
  if (code !== 0) throw new Error(`The server ended with code ${code}.`);
}
