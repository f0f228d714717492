import type { HoverParams } from "vscode-languageserver";
import { type Hover, MarkupKind } from "vscode-languageserver-types";
import { type IgnoreFile, isIgnored, type PlacedPattern } from "../../ignoreFile/ignoreFile";
import { contains } from "../contains";
import type { DockerfileContext } from "../feature";
import { inlineCode, paragraphs } from "../prose/markdown";
import { amountOf } from "./amountOf";
import { matchedFiles } from "./matchedFiles";
import { overruledBy } from "./overruledBy";

/** What a pattern keeps out of the build context, in files and bytes. */
export async function hoverIgnoreFile(
  ignoreFile: IgnoreFile,
  { position }: Pick<HoverParams, "position">,
  file: DockerfileContext,
): Promise<Hover | null> {
  const pattern = ignoreFile.patterns.find(({ range }) => contains(range, position));
  if (pattern === undefined) return null;
  const value = paragraphs(pattern.problem ?? (await effectOf(pattern, ignoreFile, file)), overruledBy(file));
  return value === "" ? null : { range: pattern.range, contents: { kind: MarkupKind.Markdown, value } };
}

async function effectOf(
  pattern: PlacedPattern,
  ignoreFile: IgnoreFile,
  { outside: { buildContext }, ports }: DockerfileContext,
): Promise<string | undefined> {
  if (buildContext === undefined) return undefined;
  const { files, unlisted } = matchedFiles(buildContext, pattern);
  const isDecided = (path: string) => isIgnored(ignoreFile, path.replace(/\/$/, "")) !== pattern.isException;
  const counted = files.filter(isDecided);
  const amount = await amountOf(counted, unlisted.filter(isDecided), buildContext, ports.files);
  const others = files.length - counted.length;
  return paragraphs(
    `${pattern.isException ? "Brings back" : "Leaves out"} ${amount.text}.`,
    others > 0 ? `${others} more match, but a later pattern decides otherwise.` : undefined,
    amount.notCounted,
    counted
      .slice(0, 5)
      .map((path) => `- ${inlineCode(path)}`)
      .join("\n"),
  );
}
