import prettyBytes from "pretty-bytes";
import { type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import { type IgnoreFile, isIgnored, type PlacedPattern } from "../../ignoreFile/ignoreFile";
import { contains } from "../contains";
import type { DockerfileContext } from "../feature";
import { inlineCode, paragraphs } from "../prose/markdown";
import { soon } from "../soon";
import { bytesOf, matchedFiles } from "./matchedFiles";
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

/** A person waits longer for a number that has to be counted. */
const PATIENCE_MS = 500;

async function effectOf(
  pattern: PlacedPattern,
  ignoreFile: IgnoreFile,
  { outside: { buildContext }, ports }: DockerfileContext,
): Promise<string | undefined> {
  if (buildContext === undefined) return undefined;
  const { files, unlisted } = matchedFiles(buildContext, pattern);
  const counted = files.filter((path) => isIgnored(ignoreFile, path) !== pattern.isException);
  const bytes = await soon(bytesOf(counted, buildContext, ports.files), PATIENCE_MS);
  const size = bytes === undefined ? "" : `, ${prettyBytes(bytes)}`;
  const does = pattern.isException ? "Brings back" : "Leaves out";
  const others = files.length - counted.length;
  return paragraphs(
    `${does} **${counted.length} file${counted.length === 1 ? "" : "s"}${size}**.`,
    others > 0 ? `${others} more match, but a later pattern decides otherwise.` : undefined,
    unlisted.length > 0
      ? `Besides what lies in ${unlisted.slice(0, 3).map(inlineCode).join(", ")}, which is not counted.`
      : undefined,
    counted
      .slice(0, 5)
      .map((path) => `- ${inlineCode(path)}`)
      .join("\n"),
  );
}
