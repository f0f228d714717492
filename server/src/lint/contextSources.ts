import { contextPath } from "../model/contextPath";
import { type CopySource, copyOf } from "../model/copyOf";
import type { Dockerfile } from "../model/dockerfile";
import { resolveText } from "../model/resolveText";

/** Something that COPY or ADD takes from the build context. */
export interface ContextSource {
  readonly source: CopySource;
  /** See contextPath; never empty. */
  readonly path: string;
}

/** The sources whose paths are certain: no patterns, nothing from elsewhere, no variables that only the build knows. */
export function contextSources(dockerfile: Dockerfile): ContextSource[] {
  return dockerfile.instructions.flatMap((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return [];
    return copy.sources.flatMap((source) => {
      const resolved = source.kind === "path" ? resolveText(dockerfile, source.text, instruction) : undefined;
      if (resolved === undefined || /[*?[\\]|:\/\//.test(resolved)) return [];
      const path = contextPath(resolved);
      return path === "" ? [] : [{ source, path }];
    });
  });
}
