import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from "vscode-languageserver";
import { dockerfileGlobs, isDockerfileName } from "./files/dockerfileNames";
import { hadolintConfigNames } from "./files/hadolintConfigNames";
import { buildFileNames } from "./files/namedContexts";
import { unlistedFolders } from "./files/unlistedFolders";

/** What changed on disk, in a handful of kinds. */
export interface DiskChanges {
  /** A file of hadolint's configuration. */
  readonly configuration: boolean;
  /** Paths came or went, or an ignore file or a Compose file says something else. */
  readonly paths: boolean;
  /** URIs of Dockerfiles. */
  readonly dockerfiles: readonly string[];
}

/** How long to wait for further changes: an install or a checkout makes thousands of them. */
const QUIET_MS = 300;

export function watchFiles(connection: Connection, onChange: (changes: DiskChanges) => void): void {
  let waiting: FileEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    waiting.push(...changes.filter(({ uri }) => isOfInterest(uri)));
    if (waiting.length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const events = waiting;
      waiting = [];
      onChange(classify(events));
    }, QUIET_MS);
  });
}

/** Asks the client to watch. Does nothing where it can't. */
export async function registerWatchers(connection: Connection, client: ClientCapabilities): Promise<void> {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const contents = [...dockerfileGlobs, ...namesWithContent.map((name) => `**/${name}`), "**/.gitignore"];
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...contents.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
      { globPattern: "**/*.dockerignore", kind: WatchKind.Change },
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

const namesWithContent = [...hadolintConfigNames, ...buildFileNames];

function isBuildFile(uri: string): boolean {
  return buildFileNames.some((name) => uri.endsWith(`/${name}`));
}

export function classify(events: readonly FileEvent[]): DiskChanges {
  const uris = [...new Set(events.map(({ uri }) => uri))];
  return {
    configuration: uris.some((uri) => hadolintConfigNames.some((name) => uri.endsWith(`/${name}`))),
    paths: events.some(
      ({ uri, type }) => type !== FileChangeType.Changed || /ignore$/.test(uri) || isBuildFile(uri),
    ),
    dockerfiles: uris.filter(isDockerfileName),
  };
}

/** Nothing that happens within the folders that are never listed can change a finding. */
function isOfInterest(uri: string): boolean {
  return !uri
    .split("/")
    .slice(0, -1)
    .some((part) => unlistedFolders.has(part));
}
