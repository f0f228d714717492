import prettyBytes from "pretty-bytes";
import { isIgnored, readIgnoreFile } from "../../ignoreFile/ignoreFile";
import { ignorePattern } from "../../ignoreFile/ignorePattern";
import type { BuildContextFiles } from "../../lint/outside";
import { contextPath } from "../../model/contextPath";
import { type CopySource, copyOf } from "../../model/copyOf";
import { contains } from "../contains";
import type { DockerfileContext } from "../feature";
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

/** A person waits longer for a number that has to be counted. */
const PATIENCE_MS = 500;

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
  const sent = files.filter((one) => !isIgnored(ignored, one));
  const bytes = await soon(bytesOf(sent, buildContext, file.ports.files), PATIENCE_MS);
  const left = files.length - sent.length;
  return paragraphs(
    `${whatOf(path, buildContext)}: **${count(sent.length)}${bytes === undefined ? "" : `, ${prettyBytes(bytes)}`}**.`,
    left > 0
      ? `${inlineCode(buildContext.ignoreFile?.name ?? "")} leaves out ${count(left)} more.`
      : undefined,
    notCounted(unlisted.filter((folder) => !isIgnored(ignored, folder.replace(/\/$/, "")))),
  );
}

async function fileProse(
  path: string,
  buildContext: BuildContextFiles,
  { ports }: DockerfileContext,
): Promise<string> {
  const { ignoreFile } = buildContext;
  const size = await soon(bytesOf([path], buildContext, ports.files), PATIENCE_MS);
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

function count(files: number): string {
  return `${files} file${files === 1 ? "" : "s"}`;
}

function notCounted(folders: readonly string[]): string | undefined {
  if (folders.length === 0) return undefined;
  return `Besides what lies in ${folders.slice(0, 3).map(inlineCode).join(", ")}, which is not counted.`;
}
