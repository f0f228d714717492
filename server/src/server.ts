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
import type { Dockerfile } from "./model/dockerfile";
import { parseDockerfile } from "./model/parseDockerfile";
import type { FilesPort, Ports } from "./ports";
import { pushDiagnostics } from "./pushDiagnostics";
import { registerWatchers, watchFiles } from "./watchedFiles";
import { createWorkspace } from "./workspace";
import { serveWorkspaceDiagnostics } from "./workspaceDiagnostics";
import { createWorkspaceFolders } from "./workspaceFolders";

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
  const folders = createWorkspaceFolders(connection);
  const contexts = createFileContexts(connection, folders, options.rulesDocumentation);
  let client: ClientCapabilities = {};
  let files: FilesPort | undefined;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    const ports = options.openPorts(connection, client);
    files = ports.files;
    folders.begin(params);
    contexts.begin(params, ports);
    if (!client.textDocument?.diagnostic) pushDiagnostics(connection, documents, contexts);
    return {
      serverInfo: { name: options.name, version: options.version },
      capabilities: Object.assign(
        {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...features.map(({ capabilities }) => capabilities),
      ),
    };
  });
  connection.onInitialized(async () => {
    folders.follow();
    if (contexts.canRegisterForConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "drydock" });
    }
    await registerWatchers(connection, client);
  });
  const workspace = createWorkspace(documents, folders, () => files);
  const workspaceDiagnostics = serveWorkspaceDiagnostics(connection, {
    documents,
    contexts,
    folders,
    files: () => files,
  });
  watchFiles(connection, ({ configuration, paths, dockerfiles }) => {
    if (configuration) contexts.refresh("configuration");
    if (paths) {
      contexts.refresh("paths");
      workspace.forget("paths");
      workspaceDiagnostics.forget("paths");
    }
    if (dockerfiles.length > 0) {
      workspace.forget(dockerfiles);
      workspaceDiagnostics.forget(dockerfiles);
    }
  });
  folders.onChange(() => contexts.refresh("paths"));

  /** The text as the editor has it, or as it stands on disk. */
  async function modelOf(
    uri: string,
    scope: "open files" | "also closed files",
  ): Promise<Dockerfile | undefined> {
    const document = documents.get(uri);
    if (document) return documents.model(document);
    const text = scope === "also closed files" ? await files?.readText(uri) : undefined;
    return text === undefined ? undefined : parseDockerfile(text);
  }

  const serve: Serve =
    (handler, scope = "open files") =>
    async (params, token) => {
      // Messages that already wait are read first: among them may be the cancellation of this very request.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) throw cancelled();
      const { uri } = (params as { textDocument: TextDocumentIdentifier }).textDocument;
      try {
        const before = await modelOf(uri, scope);
        if (!before) return null;
        const context = await contexts.of(uri, before);
        if (token.isCancellationRequested) throw cancelled();
        // While the settings were fetched, the text may have changed.
        const document = documents.get(uri);
        return await handler(document ? documents.model(document) : before, params, context);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`A request failed and was answered with nothing. ${describe(error)}`);
        return null;
      }
    };
  for (const feature of features) feature.connect(connection, serve, workspace);
  connection.listen();
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
