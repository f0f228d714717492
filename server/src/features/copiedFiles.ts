import type { Range } from "vscode-languageserver-types";
import { copyOf } from "../model/copyOf";
import type { Instruction } from "../model/instruction";
import { encodedPath } from "./encodedPath";
import type { DockerfileContext } from "./feature";

/** A file of the build context that COPY or ADD names. */
export interface CopiedFile {
  readonly uri: string;
  readonly path: string;
  readonly range: Range;
}

/** Those that are there and are no folders. Patterns and variables name none for certain. */
export function copiedFiles(
  instruction: Instruction | undefined,
  { outside }: Pick<DockerfileContext, "outside">,
): CopiedFile[] {
  const { folder, paths } = outside.buildContext ?? {};
  const written = instruction?.trigger ?? instruction;
  const copy = written && copyOf(written);
  if (folder === undefined || paths === undefined || copy === undefined || copy.from) return [];
  return copy.sources.flatMap(({ kind, value, range }) => {
    const path = value.replace(/^(?:\.?\/)+/, "");
    return kind === "path" && paths.has(path) ? [{ uri: `${folder}/${encodedPath(path)}`, path, range }] : [];
  });
}
