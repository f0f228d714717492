import assert from "node:assert/strict";
import { test } from "node:test";
import { lintFile } from "../../../server/src/lint/lintFile";
import { nothingOutside } from "../../../server/src/lint/outside";
import type { Problem } from "../../../server/src/lint/rule";
import { defaultLintSettings } from "../../../server/src/lint/settings";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { rules } from "../../../server/src/rules";

test("what ShellCheck and a rule find at the same place is told once", () => {
  const text = "FROM debian:13\nARG A\nRUN make /$A\n";
  assert.deepEqual(found(text, said("SC2086", 2, 10, 12), said("SC2154", 2, 10, 12)), [
    "unquoted-variable SC2086",
    "shellcheck SC2154",
  ]);
});

test("what ShellCheck says of a script that cannot be read is left to the rule", () => {
  const text = "FROM debian:13\nRUN if true; then make\nRUN A= make\n";
  const told = found(text, said("SC1047", 1, 22, 22), said("SC1073", 1, 4, 4), said("SC1007", 2, 6, 6));
  assert.deepEqual(told, ["shell-syntax SC1072", "shellcheck SC1007"]);
});

function found(text: string, ...shellcheck: Problem[]): string[] {
  const findings = lintFile(parseDockerfile(text), {
    rules,
    settings: defaultLintSettings,
    outside: nothingOutside(),
    onCrash: (_, error) => {
      throw error;
    },
    programs: { shellcheck },
  });
  return findings
    .filter(({ rule }) => rule.category === "shell")
    .map(({ rule, problem }) => `${rule.id} ${(problem.aliases ?? rule.aliases)[0]}`);
}

function said(name: string, line: number, start: number, end: number): Problem {
  const range = { start: { line, character: start }, end: { line, character: end } };
  return { range, message: "Something.", aliases: [name] };
}
