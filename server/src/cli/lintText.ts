import type { Finding } from "../lint/finding";
import { fixAll } from "../lint/fixAll";
import { type LintTask, lintFile } from "../lint/lintFile";
import type { Outside } from "../lint/outside";
import type { Problem, Severity } from "../lint/rule";
import type { LintSettings } from "../lint/settings";
import { isAtLeast } from "../lint/threshold";
import type { Dockerfile } from "../model/dockerfile";
import { parseDockerfile } from "../model/parseDockerfile";
import { rules } from "../rules";
import { type FileReport, reportFinding } from "./fileReport";

export interface LintTextTask {
  readonly path: string;
  readonly text: string;
  readonly settings: LintSettings;
  readonly failureThreshold: Severity;
  readonly fix: "no" | "write" | "dry run";
  /** Asked for only where a rule may need it: listing a build context costs more than all else. */
  readonly outsideOf: (dockerfile: Dockerfile) => Outside;
  /** What ShellCheck says of this version of the text; undefined where it is not asked. */
  readonly shellcheck: ((dockerfile: Dockerfile) => Promise<readonly Problem[]>) | undefined;
}

/** Lints one text, after mending it where that is wanted. Reads and writes nothing itself. */
export async function lintText(task: LintTextTask): Promise<FileReport> {
  const { path, text, settings, failureThreshold, fix, outsideOf, shellcheck } = task;
  const troubles = new Set<string>();
  const dockerfile = parseDockerfile(text);
  const outside = outsideOf(dockerfile);
  const find = (version: Dockerfile, programs?: LintTask["programs"]): Finding[] =>
    lintFile(version, {
      rules,
      programs,
      settings,
      outside,
      onCrash: ({ id }, error) =>
        void troubles.add(`${path}: the rule ${id} failed and was left out: ${String(error)}`),
    });
  const fixed = fix === "no" ? undefined : fixAll(dockerfile, (version) => find(version));
  const judged = fixed?.count ? parseDockerfile(fixed.text) : dockerfile;
  const findings = find(judged, shellcheck && { shellcheck: await shellcheck(judged) });
  return {
    path,
    findings: findings.map((finding) =>
      reportFinding(finding, judged.line(finding.problem.range.start.line)),
    ),
    isFailure: findings.some(({ severity }) => isAtLeast(severity, failureThreshold)),
    fixes: fixed?.count ? { count: fixed.count, before: text, after: fixed.text } : undefined,
    troubles: [...troubles],
    notes: [],
  };
}
