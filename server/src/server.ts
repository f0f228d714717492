import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { createDocuments } from "./documents";
import { features } from "./features";
import type { Serve } from "./features/feature";
import { createFileContexts } from "./fileContexts";
import type { Ports } from "./ports";
import type { InitializationOptions } from "./protocol";
import { pushDiagnostics } from "./pushDiagnostics";

export interface ServerOptions {
  readonly name: string;
  readonly version: string;
  /** Where the rules' documentation lies, a URI to which `#id` can be added. */
  readonly rulesDocumentation: string | undefined;
  /** Called once the client has said what it can answer. */
  readonly openPorts: (connection: Connection, capabilities: ClientCapabilities) => Ports;
}

/** Serves one client until it goes. Holds what lives as long as the connection, and nothing that knows Dockerfiles. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = createDocuments(connection);
  const contexts = createFileContexts(connection, options.rulesDocumentation);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const initial: InitializationOptions | undefined = params.initializationOptions;
    contexts.begin(params.capabilities, initial, options.openPorts(connection, params.capabilities));
    if (!params.capabilities.textDocument?.diagnostic) pushDiagnostics(connection, documents, contexts);
    return {
      serverInfo: { name: options.name, version: options.version },
      capabilities: Object.assign(
        { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
        ...features.map(({ capabilities }) => capabilities),
      ),
    };
  });
  connection.onInitialized(async () => {
    if (contexts.canRegisterForConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "drydock" });
    }
  });

  const serve: Serve = (handler) => async (params, token) => {
    // Messages that already wait are read first: among them may be the cancellation of this very request.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested) throw cancelled();
    const document = documents.get((params as { textDocument: TextDocumentIdentifier }).textDocument.uri);
    if (!document) return null;
    try {
      const context = await contexts.of(document.uri);
      if (token.isCancellationRequested) throw cancelled();
      return await handler(documents.model(document), params, context);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`A request failed and was answered with nothing. ${describe(error)}`);
      return null;
    }
  };
  for (const feature of features) feature.connect(connection, serve);
  connection.listen();
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
