import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { applyEdits } from "../../server/src/lint/applyEdits";
import type { Finding } from "../../server/src/lint/finding";
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import type { Fix } from "../../server/src/lint/rule";
import { defaultLintSettings, type LintSettings } from "../../server/src/lint/settings";
import type { Dockerfile } from "../../server/src/model/dockerfile";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";

/** Comments that silence findings are left out of account, or a fix could seem to bring back what they hide. */
const settings: LintSettings = { ...defaultLintSettings, select: "all", suppressions: "disregarded" };
const outside = nothingOutside(new Date("2026-06-01"));
const folder = join(__dirname, "..", "fixtures", "dockerfiles");

describe("each fix takes its finding away, and a safe one brings no error", () => {
  for (const name of readdirSync(folder)) {
    test(name, () => {
      const dockerfile = parseDockerfile(readFileSync(join(folder, name), "utf8"));
      const before = findingsOf(dockerfile);
      for (const { rule, problem } of before) {
        if (problem.fix) checkFix(dockerfile, before, rule.id, problem.fix);
      }
    });
  }
});

function checkFix(dockerfile: Dockerfile, before: readonly Finding[], id: string, fix: Fix): void {
  const after = findingsOf(parseDockerfile(applyEdits(dockerfile, fix.edits), dockerfile));
  const edits = JSON.stringify(fix.edits);
  assert.ok(countOf(after, id) < countOf(before, id), `${id} is still there after ${edits}`);
  // One that is offered by itself may uncover what the mistake hid.
  if (fix.unsafe) return;
  const errors = new Set(before.filter(isError).map(({ rule }) => rule.id));
  const brought = after.filter(isError).filter(({ rule }) => !errors.has(rule.id));
  assert.deepEqual(
    brought.map(({ rule, problem }) => `${rule.id}: ${problem.message}`),
    [],
    `${id} brings errors with ${edits}`,
  );
}

function findingsOf(dockerfile: Dockerfile): Finding[] {
  return lintFile(dockerfile, {
    rules,
    settings,
    outside,
    onCrash: (_, error) => {
      throw error;
    },
  });
}

function countOf(findings: readonly Finding[], id: string): number {
  return findings.filter(({ rule }) => rule.id === id).length;
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
