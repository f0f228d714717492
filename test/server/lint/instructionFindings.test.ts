import assert from "node:assert/strict";
import { test } from "node:test";
import { lint } from "../../../server/src/lint/lint";
import { nothingOutside } from "../../../server/src/lint/outside";
import type { Problem, Rule } from "../../../server/src/lint/rule";
import { activeRules, defaultLintSettings } from "../../../server/src/lint/settings";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

test("a keystroke in one instruction checks that instruction only", () => {
  const { lintWith, asked } = probe();
  const before = parseDockerfile("FROM alpine\nRUN one\nRUN two\nRUN three\n");
  lintWith(before);
  assert.deepEqual(asked(), ["FROM alpine", "RUN one", "RUN two", "RUN three"]);
  const after = parseDockerfile("FROM alpine\nRUN one\nRUN twos\nRUN three\n", before);
  lintWith(after);
  assert.deepEqual(asked(), ["RUN twos"]);
});

test("an instruction that moved is not checked again, and its places move with it", () => {
  const { lintWith, asked } = probe((instruction) => ({
    range: instruction.keywordRange,
    message: "Found.",
    fix: { title: "Mend it", edits: [{ range: instruction.keywordRange, newText: "X" }] },
    otherFixes: [{ title: "Or so", edits: [{ range: instruction.keywordRange, newText: "Y" }] }],
    related: [{ range: instruction.range, message: "This one." }],
  }));
  const before = parseDockerfile("FROM alpine\nRUN one\n");
  lintWith(before);
  asked();
  const findings = lintWith(parseDockerfile("# new\n\nFROM alpine\nRUN one\n", before));
  assert.deepEqual(asked(), []);
  assert.deepEqual(
    findings.map(({ range }) => range.start.line),
    [2, 3],
  );
  const [, run] = findings;
  assert.equal(run?.fix?.edits[0]?.range.start.line, 3);
  assert.equal(run?.otherFixes?.[0]?.edits[0]?.range.start.line, 3);
  assert.equal(run?.related?.[0]?.range.start.line, 3);
});

test("another shell or another set of rules asks again", () => {
  const { lintWith, asked } = probe();
  const before = parseDockerfile('FROM alpine\nSHELL ["/bin/bash", "-c"]\nRUN one\n');
  lintWith(before);
  asked();
  lintWith(parseDockerfile('FROM alpine\nSHELL ["/bin/zsh", "-c"]\nRUN one\n', before));
  assert.deepEqual(asked(), ['SHELL ["/bin/zsh", "-c"]', "RUN one"]);
  const other = probe();
  other.lintWith(before);
  assert.equal(other.asked().length, 3);
});

test("a rule that fails on an instruction is named and leaves nothing behind", () => {
  const crashes: string[] = [];
  const rule: Rule = {
    ...facts,
    checkInstruction(instruction, report) {
      report({ range: instruction.range, message: "Half done." });
      throw new Error("broken");
    },
  };
  const active = activeRules([rule], defaultLintSettings);
  const findings = lint(parseDockerfile("FROM alpine\n"), active, nothingOutside(), ({ id }) =>
    crashes.push(id),
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(crashes, ["probe"]);
});

const facts = {
  id: "probe",
  aliases: [],
  severity: "warning",
  category: "style",
  summary: "Probe.",
  rationale: "Probe.",
  examples: [],
} as const;

/** A rule that remembers which instructions it was asked about. */
function probe(find?: (instruction: Dockerfile["instructions"][number]) => Problem) {
  let texts: string[] = [];
  const rule: Rule = {
    ...facts,
    checkInstruction(instruction, report) {
      texts.push([instruction.keyword, instruction.argument.text].join(" "));
      if (find) report(find(instruction));
    },
  };
  const active = activeRules([rule], defaultLintSettings);
  return {
    lintWith: (dockerfile: Dockerfile) =>
      lint(dockerfile, active, nothingOutside(), (_, error) => {
        throw error;
      }).map(({ problem }) => problem),
    asked() {
      const seen = texts;
      texts = [];
      return seen;
    },
  };
}
