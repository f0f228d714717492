import { isIgnored, readIgnoreFile } from "../../ignoreFile/ignoreFile";
import { contextSources } from "../../lint/contextSources";
import type { BuildContextFiles } from "../../lint/outside";
import { copyOf } from "../../model/copyOf";
import type { Dockerfile } from "../../model/dockerfile";
import { runCommands } from "../../model/runCommands";
import { shellOf } from "../../model/shellOf";
import type { Offer, Place, Refactoring } from "./refactoring";

/** Adds what lies in the build context and belongs into no image to the ignore file, at a COPY of a whole folder. */
export const ignoreJunk: Refactoring = {
  kind: "refactor.rewrite",
  offers(place) {
    const { dockerfile, instruction, selected, outside } = place;
    const copy = copyOf(instruction);
    if (selected.length > 1 || !copy || copy.from || !outside.buildContext) return [];
    if (!copy.sources.some(({ kind, value }) => kind === "path" && /^(?:\.|\.\/|\/)$/.test(value))) return [];
    const junk = junkIn(outside.buildContext, dockerfile);
    return junk.length === 0 ? [] : offerFor(place, outside.buildContext, junk);
  },
};

interface Junk {
  readonly pattern: string;
  /** Paths from the build context's root, folders with a slash at the end. */
  readonly path: RegExp;
  /** A program of the build that may need it. */
  readonly usedBy?: RegExp;
  /** A program without which the build may need it as it lies there. */
  readonly remadeBy?: RegExp;
}

const known: readonly Junk[] = [
  { pattern: ".git", path: /^\.git(?:\/|$)/, usedBy: /^(?:git|go|mvn|gradle|cargo|make)$/ },
  { pattern: ".gitignore", path: /^\.gitignore$/ },
  { pattern: ".github", path: /^\.github\// },
  {
    pattern: "**/node_modules",
    path: /(?:^|\/)node_modules\//,
    remadeBy: /^(?:npm|yarn|pnpm|bun)$/,
  },
  { pattern: "**/__pycache__", path: /(?:^|\/)__pycache__\// },
  { pattern: "**/.venv", path: /(?:^|\/)\.venv\// },
  { pattern: "**/.pytest_cache", path: /(?:^|\/)\.pytest_cache\// },
  { pattern: "**/.mypy_cache", path: /(?:^|\/)\.mypy_cache\// },
  { pattern: "**/.DS_Store", path: /(?:^|\/)\.DS_Store$/ },
  { pattern: ".idea", path: /^\.idea\// },
  { pattern: ".vscode", path: /^\.vscode\// },
  { pattern: "**/*.log", path: /\.log$/ },
  { pattern: "**/.env", path: /(?:^|\/)\.env$/ },
  { pattern: "coverage", path: /^coverage\// },
];

/** Patterns for what is there, is not left out yet, is copied by nobody by name, and is needed by no program of the build. */
function junkIn({ paths, ignoreFile }: BuildContextFiles, dockerfile: Dockerfile): string[] {
  const ignored = readIgnoreFile(ignoreFile?.text ?? "");
  const programs = new Set(
    dockerfile.instructions.flatMap((instruction) =>
      runCommands(instruction, shellOf(dockerfile, instruction)).flatMap(({ name }) => name ?? []),
    ),
  );
  const sources = contextSources(dockerfile).map(({ path }) => path);
  const runs = (wanted: RegExp) => [...programs].some((program) => wanted.test(program));
  const candidates = known.filter(
    ({ path, usedBy, remadeBy }) =>
      !(usedBy && runs(usedBy)) &&
      !(remadeBy && !runs(remadeBy)) &&
      !sources.some((source) => path.test(source) || path.test(`${source}/`)),
  );
  const there = [...paths];
  return candidates.flatMap(({ pattern, path }) =>
    there.some((each) => path.test(each) && !isIgnored(ignored, each.replace(/\/$/, ""))) ? [pattern] : [],
  );
}

function offerFor(
  { uri, createsFiles }: Place,
  context: BuildContextFiles,
  junk: readonly string[],
): Offer[] {
  const { folder, ignoreFile } = context;
  const title = `Add ${junk.length === 1 ? junk[0] : `${junk.length} patterns`} to ${ignoreFile?.name ?? ".dockerignore"}`;
  if (ignoreFile) {
    // The Dockerfile's own ignore file lies beside it.
    const isOwn = ignoreFile.name !== ".dockerignore";
    const target = isOwn ? `${uri}.dockerignore` : folder && `${folder}/.dockerignore`;
    if (!target) return [];
    const lines = ignoreFile.text.split(/\r\n|\r|\n/);
    const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const lineBreak = ignoreFile.text.includes("\r\n") ? "\r\n" : "\n";
    const lead = end.character > 0 ? lineBreak : "";
    const newText = lead + junk.map((pattern) => pattern + lineBreak).join("");
    return [{ title, edit: { changes: { [target]: [{ range: { start: end, end }, newText }] } } }];
  }
  if (!createsFiles || !folder) return [];
  const target = `${folder}/.dockerignore`;
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: junk.map((pattern) => `${pattern}\n`).join("") }];
  return [
    {
      title,
      edit: {
        documentChanges: [
          { kind: "create", uri: target, options: { ignoreIfExists: true } },
          { textDocument: { uri: target, version: null }, edits },
        ],
      },
    },
  ];
}
