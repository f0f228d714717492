import type { Finding } from "../lint/finding";
import { lintFile } from "../lint/lintFile";
import type { Dockerfile } from "../model/dockerfile";
import { oncePer } from "../model/oncePer";
import { rules } from "../rules";
import type { DockerfileContext } from "./feature";

/** What the linter finds in an open Dockerfile: reckoned once for a text and its settings, however many features ask. */
export function findingsOf(dockerfile: Dockerfile, file: DockerfileContext): readonly Finding[] {
  const kept = keptFor(dockerfile);
  if (kept.file === file) return kept.findings;
  const { lint: settings, outside, onCrash } = file;
  const programs = file.programs?.(dockerfile);
  kept.findings = lintFile(dockerfile, { rules, settings, outside, onCrash, programs });
  kept.file = file;
  return kept.findings;
}

interface Kept {
  file: DockerfileContext | undefined;
  findings: readonly Finding[];
}

/** Falls away with the model that it was reckoned from. */
const keptFor = oncePer((_: Dockerfile): Kept => ({ file: undefined, findings: [] }));
