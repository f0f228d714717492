import { ensureChromium, findChromium } from "../../test/support/vscode/browser";
import { debianObstacle } from "../testbed/debianPackages";
import { enginePrograms, ensurePrograms, type Program, registryPrograms } from "../testbed/ensurePrograms";
import { privateEngineObstacle } from "../testbed/privateEngine";
import { cacheFolder } from "../testbed/projectFolders";
import { pythonFileSystem } from "../testbed/pythonFileSystem";
import { ensureVscode, vscodeObstacle } from "../testbed/vscodeInstallation";

/** One rung of the ladder of tests: what it runs, and what it needs first. */
export interface Tier {
  name: string;
  summary: string;
  /** Globs of test files, from the project's root. The tier of checks has none. */
  files: readonly string[];
  /** How many test files run at once. */
  concurrency: number;
  /** Our own scripts that have to run before. */
  prepare: readonly ("build" | "package")[];
  /** What it needs beside npm's packages, installed before its tests, whose time is limited. */
  means: readonly (() => Promise<unknown>)[];
  /** Why it can't run on this machine; undefined where it can. */
  obstacle(): string | undefined;
}

const none = () => undefined;
const engineMeans: readonly Program[] = [...enginePrograms, ...registryPrograms, "busybox"];

export const tiers: readonly Tier[] = [
  {
    name: "checks",
    summary: "format, lint, types, generated parts",
    files: [],
    concurrency: 1,
    prepare: [],
    means: [],
    obstacle: none,
  },
  {
    name: "unit",
    summary: "the server's and the client's parts by themselves; takes seconds",
    files: ["test/*.test.ts", "test/server/**/*.test.ts", "test/client/**/*.test.ts"],
    concurrency: 2,
    prepare: [],
    means: [],
    obstacle: none,
  },
  {
    name: "stdio",
    summary: "the bundled server as any editor talks to it",
    files: ["test/stdio/**/*.test.ts"],
    concurrency: 2,
    prepare: ["build"],
    means: [],
    obstacle: none,
  },
  {
    name: "engine",
    summary: "the engine's contract on a live Docker engine of our own",
    files: ["test/engine/**/*.test.ts"],
    concurrency: 1,
    prepare: [],
    means: [() => ensurePrograms(engineMeans)],
    obstacle: privateEngineObstacle,
  },
  {
    name: "vscode",
    summary: "the packaged extension in a real VS Code in a real browser",
    files: ["test/vscode/**/*.test.ts"],
    concurrency: 1,
    prepare: ["build", "package"],
    means: [
      () => ensurePrograms(engineMeans),
      ensureChromium,
      () => ensureVscode(cacheFolder),
      () => pythonFileSystem(cacheFolder),
    ],
    obstacle: () => vscodeObstacle() ?? browserObstacle() ?? privateEngineObstacle(),
  },
];

function browserObstacle(): string | undefined {
  if (findChromium() !== undefined || debianObstacle() === undefined) return undefined;
  return "It needs a Chromium on PATH, or its path in CHROMIUM.";
}
