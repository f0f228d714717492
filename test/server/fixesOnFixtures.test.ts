import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isDockerfileName } from "../../server/src/files/dockerfileNames";
import { applyEdits } from "../../server/src/lint/applyEdits";
import type { Finding } from "../../server/src/lint/finding";
import { fixAll } from "../../server/src/lint/fixAll";
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
const fixtures = join(__dirname, "..", "fixtures");
const folders = [join(fixtures, "dockerfiles"), join(fixtures, "exemplary")];
// Real ones that are not ours to keep here may be tried as well.
if (process.env["DRYDOCK_DOCKERFILES"]) folders.push(process.env["DRYDOCK_DOCKERFILES"]);

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isDockerfileName(name.replaceAll("\\", "/")))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
);

describe("each fix takes its finding away, brings no error and loses no comment", () => {
  for (const { name, text } of files) {
    test(name, () => {
      const dockerfile = parseDockerfile(text);
      const before = findingsOf(dockerfile);
      for (const { rule, problem } of before) {
        for (const fix of [problem.fix, ...(problem.otherFixes ?? [])])
          if (fix) checkFix(dockerfile, before, rule.id, fix);
      }
    });
  }
});

describe("all safe fixes together leave none behind, whatever the line endings", () => {
  for (const { name, text } of files) {
    test(name, () => {
      const unix = text.replace(/\r\n?/g, "\n");
      const before = parseDockerfile(unix);
      const fixed = fixAll(before, findingsOf).text;
      const after = findingsOf(parseDockerfile(fixed));
      assert.deepEqual(after.filter(({ problem: { fix } }) => fix && !fix.unsafe).map(nameOf), []);
      assert.deepEqual(errorsBrought(findingsOf(before), after), []);
      assert.equal(fixAll(parseDockerfile(fixed), findingsOf).count, 0);
      const windows = unix.replaceAll("\n", "\r\n");
      assert.equal(fixAll(parseDockerfile(windows), findingsOf).text, fixed.replaceAll("\n", "\r\n"));
    });
  }
});

function checkFix(dockerfile: Dockerfile, before: readonly Finding[], id: string, fix: Fix): void {
  const text = applyEdits(dockerfile, fix.edits);
  const after = findingsOf(parseDockerfile(text, dockerfile));
  const edits = JSON.stringify(fix.edits);
  assert.ok(countOf(after, id) < countOf(before, id), `${id} is still there after ${edits}`);
  if (!aboutComments.has(id))
    assert.deepEqual(commentsLost(dockerfile.text, text), [], `${id} with ${edits}`);
  assert.deepEqual(errorsBrought(before, after), [], `${id} with ${edits}`);
}

/** Their fixes are made in lines that begin with a number sign. */
const aboutComments = new Set([
  ...[
    "directive-casing",
    "duplicate-directive",
    "flag-needs-newer-syntax",
    "misplaced-directive",
    "unused-suppression",
  ],
]);

function commentsLost(before: string, after: string): string[] {
  const left = commentsOf(after);
  return commentsOf(before).filter((comment) => {
    const index = left.indexOf(comment);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function commentsOf(text: string): string[] {
  return Array.from(text.matchAll(/^[ \t]*(#.*)$/gm), ([, comment = ""]) => comment.trimEnd());
}

function errorsBrought(before: readonly Finding[], after: readonly Finding[]): string[] {
  const errors = new Set(before.filter(isError).map(({ rule }) => rule.id));
  return after.filter(isError).flatMap((finding) => (errors.has(finding.rule.id) ? [] : [nameOf(finding)]));
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

function nameOf({ rule, problem }: Finding): string {
  return `${problem.range.start.line + 1} ${rule.id}: ${problem.message}`;
}

function countOf(findings: readonly Finding[], id: string): number {
  return findings.filter(({ rule }) => rule.id === id).length;
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
