import type { Finding } from "../lint/finding";
import { lintFile } from "../lint/lintFile";
import type { Dockerfile } from "../model/dockerfile";
import { rules } from "../rules";
import type { DockerfileContext } from "./feature";

/** What the linter finds in an open Dockerfile: reckoned once for a text and its settings, however many features ask. */
export function findingsOf(dockerfile: Dockerfile, file: DockerfileContext): readonly Finding[] {
  const known = kept.get(dockerfile);
  if (known?.file === file) return known.findings;
  const { lint: settings, outside, onCrash } = file;
  const programs = file.programs?.(dockerfile);
  const findings = lintFile(dockerfile, { rules, settings, outside, onCrash, programs });
  kept.set(dockerfile, { file, findings });
  return findings;
}

/** Falls away with the model that it was reckoned from. */
const kept = new WeakMap<Dockerfile, { file: DockerfileContext; findings: readonly Finding[] }>();
