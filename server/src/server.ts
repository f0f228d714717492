import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { createDocuments } from "./documents";
import { features } from "./features";
import { createFileContexts } from "./fileContexts";
import { fittingAnswers } from "./fittingAnswers";
import type { FilesPort, Ports } from "./ports";
import { pushDiagnostics } from "./pushDiagnostics";
import { createServing } from "./serving";
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
          positionEncoding: PositionEncodingKind.UTF16,
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
  documents.onClose(({ uri }) => contexts.forget(uri));

  const { serve, serveIgnoreFile } = createServing({ connection, documents, contexts, files: () => files });
  const fitting = fittingAnswers(connection, () => client);
  for (const feature of features) feature.connect(fitting, serve, { workspace, serveIgnoreFile });
  connection.listen();
}
