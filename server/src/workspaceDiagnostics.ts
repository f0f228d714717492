import {
  type CancellationToken,
  type Connection,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Documents } from "./documents";
import { cancelled } from "./features/cancelled";
import { diagnosticReport } from "./features/diagnostics";
import type { FileContexts } from "./fileContexts";
import { workspaceDockerfiles } from "./files/workspaceDockerfiles";
import { parseDockerfile } from "./model/parseDockerfile";
import type { FilesPort } from "./ports";
import type { WorkspaceFolders } from "./workspaceFolders";

export interface WorkspaceDiagnostics {
  /** URIs of Dockerfiles whose text changed on disk; "paths" where files came or went. */
  forget(changed: readonly string[] | "paths"): void;
}

export interface WorkspaceDiagnosticsOptions {
  readonly documents: Documents;
  readonly contexts: FileContexts;
  readonly folders: WorkspaceFolders;
  readonly files: () => FilesPort | undefined;
}

/**
 * The Problems of every Dockerfile of the workspace, opened or not. A client asks again as soon as it has an answer, so
 * an answer that would say nothing new waits until something changes.
 */
export function serveWorkspaceDiagnostics(
  connection: Connection,
  { documents, contexts, folders, files }: WorkspaceDiagnosticsOptions,
): WorkspaceDiagnostics {
  /** The last report of each file that has not changed since. */
  const fresh = new Map<string, Report>();
  let dockerfiles: Promise<readonly string[]> | undefined;
  /** Counts changes, so that one that comes while an answer is made is not missed. */
  let generation = 0;
  let waiting: (() => void)[] = [];

  function changed(uris: readonly string[] | "all"): void {
    generation++;
    if (uris === "all") fresh.clear();
    else for (const uri of uris) fresh.delete(uri);
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  }
  function pathsChanged(): void {
    dockerfiles = undefined;
    changed("all");
  }
  contexts.onChange(() => changed("all"));
  folders.onChange(pathsChanged);
  documents.onChange(({ uri }) => changed([uri]));
  documents.onClose(({ uri }) => changed([uri]));

  async function list(): Promise<readonly string[]> {
    const port = files();
    if (!port) return [];
    const perFolder = await Promise.all(folders.all().map((folder) => workspaceDockerfiles(port, folder)));
    return [...new Set(perFolder.flat())];
  }

  async function report(uri: string): Promise<Report | undefined> {
    const document = documents.get(uri);
    const text = document?.getText() ?? (await files()?.readText(uri));
    if (text === undefined) return undefined;
    const dockerfile = document ? documents.model(document) : parseDockerfile(text);
    const context = await contexts.of(uri, dockerfile);
    const { resultId, ...rest } = diagnosticReport(dockerfile, undefined, context);
    // Without an earlier answer to compare with, it is a full report.
    const items = rest.kind === DocumentDiagnosticReportKind.Full ? rest.items : [];
    return { uri, version: document?.version ?? null, resultId, items };
  }

  async function reports(token: CancellationToken): Promise<Report[]> {
    dockerfiles ??= list();
    const found: Report[] = [];
    for (const uri of await dockerfiles) {
      // Between two files a keystroke may be answered.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token.isCancellationRequested) throw cancelled();
      const begun = generation;
      const one = fresh.get(uri) ?? (await report(uri));
      if (!one) continue;
      if (begun === generation) fresh.set(uri, one);
      found.push(one);
    }
    return found;
  }

  function changeAfter(seen: number, token: CancellationToken): Promise<void> {
    if (seen !== generation) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    for (;;) {
      const seen = generation;
      const items = compare(await reports(token), previousResultIds);
      const isNews = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
      if (isNews || previousResultIds.length === 0) return { items };
      await changeAfter(seen, token);
      if (token.isCancellationRequested) throw cancelled();
    }
  });
  return { forget: (what) => (what === "paths" ? pathsChanged() : changed(what)) };
}

interface Report {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly resultId: string;
  readonly items: Extract<WorkspaceDocumentDiagnosticReport, { kind: "full" }>["items"];
}

/** What is new to the client, and an empty report for each file that is gone. */
function compare(
  found: readonly Report[],
  previous: readonly PreviousResultId[],
): WorkspaceDocumentDiagnosticReport[] {
  const known = new Map(previous.map(({ uri, value }) => [uri, value]));
  const present = new Set(found.map(({ uri }) => uri));
  const gone = previous.filter(({ uri, value }) => !present.has(uri) && value !== GONE);
  return [
    ...found.map(
      ({ uri, version, resultId, items }): WorkspaceDocumentDiagnosticReport =>
        known.get(uri) === resultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items },
    ),
    ...gone.map(
      ({ uri }): WorkspaceDocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        resultId: GONE,
        items: [],
      }),
    ),
  ];
}

const GONE = "gone";
