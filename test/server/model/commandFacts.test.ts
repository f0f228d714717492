import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { openPipes } from "../../../server/src/model/openPipes";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { plainCommand } from "../../../server/src/model/plainCommand";
import { rootStage } from "../../../server/src/model/rootStage";
import type { ShellScript } from "../../../server/src/model/shell";
import { isShellSet, shellOf } from "../../../server/src/model/shellOf";
import { shellScripts } from "../../../server/src/model/shellScripts";
import { shellVariableNames } from "../../../server/src/model/shellVariableNames";

/** The words of a command that needs no shell, or undefined. */
const commands: readonly (readonly [string, readonly string[] | undefined])[] = [
  ["node app.js", ["node", "app.js"]],
  ["exec node 'my app.js' \"b c\"", ["node", "my app.js", "b c"]],
  ["/usr/bin/node --x=y", ["/usr/bin/node", "--x=y"]],
  ['printf "*"', ["printf", "*"]],
  ["node $APP", undefined],
  ["ls *.js", undefined],
  ["ls ~", undefined],
  ["A=1 node", undefined],
  ["node > log", undefined],
  ["node &", undefined],
  ["! node", undefined],
  ["(node)", undefined],
  ["a | b", undefined],
  ["a && b", undefined],
  ["cd /app", undefined],
  ["exec", undefined],
  ["sudo node", undefined],
  ["echo `a`", undefined],
  ["sh -c 'a'", undefined],
  ["if", undefined],
];

describe("what needs no shell", () => {
  for (const [text, expected] of commands) {
    test(text, () => {
      const words = plainCommand(scriptOf(`FROM a\nCMD ${text}`));
      assert.deepEqual(
        words?.map(({ value }) => value),
        expected,
      );
    });
  }
});

const pipes: readonly (readonly [string, number])[] = [
  ["a | b", 1],
  ["a | b | c; d | e", 2],
  ["echo x | b", 0],
  ["echo x | b | c", 1],
  ["set -o pipefail && a | b", 0],
  ["a | b && set -euo pipefail && c | d", 1],
  ["if a | b; then c | d; elif e | f; then :; fi", 1],
  ["while a | b; do c; done", 0],
  ["! a | b", 0],
  ["x=$(a | b)", 1],
  ["(a | b)", 1],
  ["a || b", 0],
  ["bash -c 'a | b'", 1],
  ["bash -o pipefail -c 'a | b'", 0],
  ["echo 'a | b'", 0],
];

describe("pipes that hide a failure", () => {
  for (const [text, expected] of pipes) {
    test(text, () => {
      const dockerfile = parseDockerfile(`FROM a\nRUN ${text}`);
      const found = openPipes(scriptOf(dockerfile.text));
      assert.equal(found.length, expected);
      for (const { range } of found) assert.equal(dockerfile.textOf(range), "|");
    });
  }
});

test("a shell is set by SHELL above, in the stage or in the one that it is built on", () => {
  const dockerfile = parseDockerfile(
    'FROM a AS base\nRUN x\nSHELL ["sh", "-c"]\nRUN x\nFROM base\nRUN x\nFROM a\n# hadolint shell=bash\nRUN x\n',
  );
  assert.deepEqual(
    runs(dockerfile).map((run) => isShellSet(dockerfile, run)),
    [false, true, true, false],
  );
});

test("the variables of a command are those that a shell would expand, an inner one too", () => {
  const dockerfile = parseDockerfile("FROM a\nRUN $A ${B:-$C} '$D' E {F} $1 sh -c '$G' <<X\n$H\nX\n");
  assert.deepEqual(
    runs(dockerfile).map((run) => [...shellVariableNames(run, dockerfile)]),
    [["A", "B", "C", "D", "G", "H"]],
  );
});

test("the root of a stage is the one that is built on an image", () => {
  const dockerfile = parseDockerfile("FROM a AS x\nFROM x AS y\nFROM y\nFROM b\n");
  assert.deepEqual(
    dockerfile.stages.map((stage) => rootStage(dockerfile, stage).index),
    [0, 0, 0, 3],
  );
});

function runs({ instructions }: Dockerfile) {
  return instructions.filter(({ keyword }) => keyword === "RUN");
}

function scriptOf(text: string): ShellScript {
  const dockerfile = parseDockerfile(text);
  const instruction = dockerfile.instructions.at(-1);
  assert.ok(instruction);
  const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
  assert.ok(script);
  return script;
}
