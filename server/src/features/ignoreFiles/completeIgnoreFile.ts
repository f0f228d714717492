import type { CompletionParams } from "vscode-languageserver";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { usualIgnorePatterns } from "../../grammar/usualIgnorePatterns";
import type { IgnoreFile } from "../../ignoreFile/ignoreFile";
import { buildContextTree } from "../buildContextTree";
import type { DockerfileContext } from "../feature";

/** Paths of the build context, part by part; on a new line also what is usually left out. Nothing in comments. */
export function completeIgnoreFile(
  { lines, patterns }: IgnoreFile,
  { position }: Pick<CompletionParams, "position">,
  { outside: { buildContext } }: Pick<DockerfileContext, "outside">,
): CompletionItem[] {
  const before = (lines[position.line] ?? "").slice(0, position.character);
  if (before.startsWith("#")) return [];
  const start = /^\s*!?\s*/.exec(before)?.[0].length ?? 0;
  const written = before.slice(start);
  const slash = written.lastIndexOf("/") + 1;
  const range = { start: { line: position.line, character: start + slash }, end: position };
  const folder = written.slice(0, slash).replace(/^(?:\.?\/)+/, "");
  const names = buildContext && !/[*?[]/.test(folder) ? buildContextTree(buildContext).allIn(folder) : [];
  const given = new Set(patterns.map(({ text }) => text));
  const usual =
    slash === 0 && !before.includes("!")
      ? usualIgnorePatterns.filter(({ pattern }) => !given.has(pattern))
      : [];
  return [
    ...names.map((label) => ({
      label,
      kind: label.endsWith("/") ? CompletionItemKind.Folder : CompletionItemKind.File,
      detail: undefined,
    })),
    ...usual.map(({ pattern, does }) => ({ label: pattern, kind: CompletionItemKind.Value, detail: does })),
  ].map(({ label, kind, detail }, index) => ({
    label,
    kind,
    textEdit: { range, newText: label },
    filterText: label,
    sortText: String(index).padStart(5, "0"),
    ...(detail && { detail }),
  }));
}
