import prettyBytes from "pretty-bytes";
import { isIgnored, readIgnoreFile } from "../../ignoreFile/ignoreFile";
import { ignorePattern } from "../../ignoreFile/ignorePattern";
import type { BuildContextFiles } from "../../lint/outside";
import { contextPath } from "../../model/contextPath";
import { type CopySource, copyOf } from "../../model/copyOf";
import { contains } from "../contains";
import type { DockerfileContext } from "../feature";
import { amountOf } from "../ignoreFiles/amountOf";
import { bytesOf, matchedFiles } from "../ignoreFiles/matchedFiles";
import { inlineCode, paragraphs } from "../prose/markdown";
import { soon } from "../soon";
import { workingFolder } from "../workingFolder";
import type { Found, Pointed } from "./found";

/** What a source of COPY or ADD brings, and where a relative destination lies. */
export async function hoverCopied(pointed: Pointed): Promise<Found | undefined> {
  const { dockerfile, instruction, position, file } = pointed;
  const copy = copyOf(instruction);
  if (copy === undefined) return undefined;
  const { destination, sources, from } = copy;
  if (contains(destination.range, position) && !destination.value.startsWith("/")) {
    const folder = workingFolder(dockerfile, instruction);
    return { range: destination.range, value: folder && `In ${inlineCode(folder)}, the WORKDIR.` };
  }
  const source = sources.find(({ range }) => contains(range, position));
  if (source === undefined || from) return undefined;
  return { range: source.range, value: await sourceProse(source, file) };
}

async function sourceProse(source: CopySource, file: DockerfileContext): Promise<string | undefined> {
  const { kind, value } = source;
  if (kind === "heredoc") return undefined;
  if (kind === "url")
    return "Downloaded by the builder. `--checksum` stops the build when it is not what you expect.";
  if (kind === "git")
    return "Cloned by the builder. Behind a `#` stands a branch, tag or commit, behind a `:` a folder.";
  const { buildContext } = file.outside;
  if (!buildContext || value.includes("$")) return undefined;
  const path = contextPath(value);
  if (buildContext.paths.has(path)) return fileProse(path, buildContext, file);
  const { files, unlisted } =
    path === "" ? whole(buildContext) : matchedFiles(buildContext, ignorePattern(path));
  if (files.length === 0 && unlisted.length === 0) return undefined;
  const ignored = readIgnoreFile(buildContext.ignoreFile?.text ?? "");
  const isSent = (path: string) => !isIgnored(ignored, path.replace(/\/$/, ""));
  const sent = files.filter(isSent);
  const amount = await amountOf(sent, unlisted.filter(isSent), buildContext, file.ports.files);
  const left = files.length - sent.length;
  const name = inlineCode(buildContext.ignoreFile?.name ?? "");
  return paragraphs(
    `${whatOf(path, buildContext)}: ${amount.text}.`,
    left > 0 ? `${name} leaves out ${left} more file${left === 1 ? "" : "s"}.` : undefined,
    amount.notCounted,
  );
}

async function fileProse(
  path: string,
  buildContext: BuildContextFiles,
  { ports }: DockerfileContext,
): Promise<string> {
  const { ignoreFile } = buildContext;
  const size = await soon(bytesOf([path], buildContext, ports.files));
  const isOut = ignoreFile !== undefined && isIgnored(readIgnoreFile(ignoreFile.text), path);
  return paragraphs(
    `File ${inlineCode(path)} of the build context${size === undefined ? "" : `, ${prettyBytes(size)}`}.`,
    isOut ? `**Left out** by ${inlineCode(ignoreFile.name)}: the build will not find it.` : undefined,
  );
}

function whole({ paths, unlisted }: BuildContextFiles): { files: string[]; unlisted: string[] } {
  return { files: [...paths].filter((path) => !path.endsWith("/")), unlisted: [...(unlisted ?? [])] };
}

function whatOf(path: string, { paths }: BuildContextFiles): string {
  if (path === "") return "The whole build context";
  return paths.has(`${path}/`) ? `Folder ${inlineCode(path)} of the build context` : "In the build context";
}
