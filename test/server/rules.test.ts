import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";
import type { Finding } from "../../server/src/lint/finding";
import { lint } from "../../server/src/lint/lint";
import { lintFile } from "../../server/src/lint/lintFile";
import { type LocalImage, nothingOutside, type Outside } from "../../server/src/lint/outside";
import type { Example, Rule } from "../../server/src/lint/rule";
import { activeRules, canonicalName, defaultLintSettings } from "../../server/src/lint/settings";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";
import { readMarks } from "../support/markedText";

/** The day that examples are judged on, so that dates in them stay true. */
const today = new Date("2026-06-01");

for (const rule of rules) {
  describe(rule.id, () => {
    // What a program finds is tested with that program: see shellcheck.test.ts.
    for (const [index, example] of rule.program ? [] : rule.examples.entries()) {
      test(`example ${index + 1}: ${firstLineOf(example)}`, () => checkExample(rule, example));
    }

    test("has an example that it reports and one that it does not", () => {
      assert.ok(rule.examples.some(({ text }) => text.includes("[|")));
      assert.ok(rule.examples.some(({ text }) => !text.includes("[|")));
    });

    test("says what it is in plain sentences", () => {
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/);
      assert.match(rule.summary, /^[A-Z`"$].*\.$/s);
      assert.match(rule.rationale, /\.$/);
    });
  });
}

test("no two rules have a name in common, but for the few that peers use for both", () => {
  const shared = new Set(["nosourceimage", "invaliddestination"]);
  const seen = new Map<string, string>();
  for (const { id, aliases } of rules) {
    for (const name of new Set([id, ...aliases].map(canonicalName))) {
      if (!shared.has(name))
        assert.equal(seen.get(name), undefined, `${name} names ${seen.get(name)} and ${id}`);
      seen.set(name, id);
    }
  }
});

/** Lints the example with this rule alone, compares the places, applies every fix and expects silence after it. */
function checkExample(rule: Rule, example: Example): void {
  const { text, ranges } = readMarks(example.text);
  const findings = findingsOf(rule, text, example);
  assert.deepEqual(
    findings.map(({ problem }) => problem.range),
    ranges,
    `Places found: ${JSON.stringify(findings.map(({ problem }) => problem.range))}`,
  );
  for (const { problem } of findings)
    assert.match(problem.message, /[.?]$/, `Not a sentence: ${problem.message}`);
  const edits = findings.flatMap(({ problem }) => problem.fix?.edits ?? []);
  if (example.fixed === undefined) {
    assert.deepEqual(edits, [], "The rule offers a fix that the example does not show.");
    return;
  }
  const fixed = TextDocument.applyEdits(TextDocument.create("", "", 0, text), withoutRepeats(edits));
  assert.equal(fixed, example.fixed);
  const left = findingsOf(rule, fixed, example).filter(({ problem }) => problem.fix);
  assert.deepEqual(
    left.map(({ problem }) => problem.message),
    [],
    "The fix leaves the finding.",
  );
}

function findingsOf(rule: Rule, text: string, example: Example): Finding[] {
  if (rule.checkSuppressions) return idleFindingsOf(rule, text);
  const level = rule.default === "off" ? rule.severity : undefined;
  const settings = {
    ...defaultLintSettings,
    rules: { [rule.id]: [level ?? rule.severity, example.options ?? {}] as const },
  };
  return lint(parseDockerfile(text), activeRules([rule], settings), outsideOf(example), (_, error) => {
    throw error;
  });
}

/** What is said about suppressions depends on what they silence, so all rules run. */
function idleFindingsOf(wanted: Rule, text: string): Finding[] {
  const findings = lintFile(parseDockerfile(text), {
    rules,
    settings: defaultLintSettings,
    outside: nothingOutside(today),
    onCrash: (_, error) => {
      throw error;
    },
  });
  return findings.filter(({ rule }) => rule === wanted);
}

function outsideOf({ files, images }: Example): Outside {
  const nothing: Outside = { ...nothingOutside(today), images: images?.map(imageOf) };
  if (!files) return nothing;
  const ignoreFile = Object.entries(files).find(([path]) => path.endsWith(".dockerignore"));
  const paths = Object.keys(files).flatMap((path) => [...foldersOf(path), path]);
  return {
    ...nothing,
    buildContext: {
      paths: new Set(paths),
      ignoreFile: ignoreFile && { name: ignoreFile[0], text: ignoreFile[1] },
    },
  };
}

function imageOf(written: string): LocalImage {
  const [tag = "", platform] = written.split(" ");
  return { tags: [tag], digests: [], size: 0, created: 0, ...(platform && { platform }) };
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}

/** Two findings may offer the very same edit, for example one that mends a word for both. */
function withoutRepeats(edits: readonly TextEdit[]): TextEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function firstLineOf({ text }: Example): string {
  return text.split("\n").find((line) => line.includes("[|")) ?? text.split("\n").at(-2) ?? text;
}
