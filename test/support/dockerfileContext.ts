import type { DockerfileContext } from "../../server/src/features/feature";
import { nothingOutside, type Outside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import type { FilesPort, Ports } from "../../server/src/ports";
import { defaultSettings, type Settings } from "../../server/src/protocol";

/** The day that tests live on, so that dates in them stay true. */
const today = new Date("2026-06-01");

export interface World {
  readonly registryTags?: Ports["registryTags"];
  readonly builtSteps?: Ports["builtSteps"];
  readonly outside?: Partial<Outside>;
  readonly settings?: Partial<Settings>;
  readonly client?: DockerfileContext["client"];
  /** Files of the build context, path to text; those that end with a slash are empty folders. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What a feature is told besides the text: an editor that can do everything, and the world that a test describes. */
export function dockerfileContext({
  outside,
  settings,
  client,
  files,
  registryTags,
  builtSteps,
}: World = {}): DockerfileContext {
  return {
    uri: "file:///project/Dockerfile",
    settings: { ...defaultSettings, ...settings },
    lint: defaultLintSettings,
    outside: { ...nothingOutside(today), ...(files && { buildContext: buildContextOf(files) }), ...outside },
    ports: {
      files: files && filesIn(files),
      localImages: undefined,
      ...(registryTags && { registryTags }),
      builtSteps,
    },
    client: client ?? { createsFiles: true, runsCommands: true, expandsSnippets: true },
    rulesDocumentation: undefined,
    onCrash: (_, error) => {
      throw error;
    },
  };
}

const root = "file:///project";

function buildContextOf(files: Readonly<Record<string, string>>): Outside["buildContext"] {
  const paths = Object.keys(files).flatMap((path) => [...foldersAbove(path), path]);
  const ignore = files[".dockerignore"];
  return {
    folder: root,
    paths: new Set(paths),
    ignoreFile: ignore === undefined ? undefined : { name: ".dockerignore", text: ignore },
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.replace(/\/$/, "").split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}

/** A disk in memory. */
function filesIn(files: Readonly<Record<string, string>>): FilesPort {
  const textAt = (uri: string) => files[decodeURIComponent(uri.slice(root.length + 1)).replace(/^\/+/, "")];
  return {
    readText: async (uri) => textAt(uri),
    list: async () => Object.keys(files),
    sizes: async (uri, paths) => paths.map((path) => textAt(`${uri.replace(/\/$/, "")}/${path}`)?.length),
  };
}
