import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { test } from "node:test";
import fc from "fast-check";
import "../../../support/propertySeed";
import { allRefactorings } from "../../../../server/src/features/refactorings";
import { refactorings } from "../../../../server/src/features/refactorings/refactorings";
import { applyEdits } from "../../../../server/src/lint/applyEdits";
import type { Dockerfile } from "../../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../../server/src/model/parseDockerfile";
import { shellOf } from "../../../../server/src/model/shellOf";
import { shellScripts } from "../../../../server/src/model/shellScripts";
import { dockerfileContext } from "../../../support/dockerfileContext";
import { dockerfileTexts } from "../../model/dockerfileTexts";
import { fixtureTexts } from "../../model/fixtureTexts";
import { layoutTexts } from "../formatting/layoutTexts";

const file = dockerfileContext({ files: { ".git/HEAD": "" } });

/** The text after each rewriting that is offered on any line, or for all lines at once. */
function rewritings(dockerfile: Dockerfile): { title: string; text: string }[] {
  const lines = Array.from({ length: dockerfile.lineCount }, (_, line) => [line, line] as const);
  return [...lines, [0, dockerfile.lineCount - 1] as const].flatMap(([first, last]) => {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
    return refactorings(dockerfile, { range, context: { diagnostics: [] } }, file).flatMap(
      ({ title, edit }) => {
        const edits = edit?.changes?.[file.uri];
        if (!edits) return [];
        const places = edits.map((each) => [
          dockerfile.offsetAt(each.range.start),
          dockerfile.offsetAt(each.range.end),
        ]);
        places.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        for (const [index, [start = 0]] of places.entries())
          assert.ok(start >= (places[index - 1]?.[1] ?? 0), `${title}: edits overlap`);
        return [{ title, text: applyEdits(dockerfile, edits) }];
      },
    );
  });
}

test("on any text, edits are apart from each other and give a text that can be read", () => {
  const check = (text: string) => {
    const before = parseDockerfile(text);
    const wrong = errorsIn(before);
    for (const { title, text: after } of rewritings(before))
      assert.ok(errorsIn(parseDockerfile(after)) <= wrong, `${title}: ${JSON.stringify(after)}`);
  };
  for (const { text } of fixtureTexts()) check(text);
  check("run apt-get&&<<-EOF\n&&");
  fc.assert(fc.property(fc.oneof(dockerfileTexts(), layoutTexts()), check), { numRuns: 1000 });
});

test("what a real shell does stays the same, up to the command that fails", () => {
  let count = 0;
  fc.assert(
    fc.property(runTexts(), (text) => {
      const before = parseDockerfile(text);
      const expected = outputOf(before);
      for (const { title, text: after } of rewritings(before)) {
        count++;
        assert.equal(outputOf(parseDockerfile(after)), expected, `${title}:\n${text}\n${after}`);
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(count > 60, `only ${count} rewritings`);
});

test("nothing is offered of a kind that is not asked for", () => {
  const dockerfile = parseDockerfile("FROM a\nRUN b && c\n");
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const kinds = (only: string[]) =>
    refactorings(dockerfile, { range, context: { diagnostics: [], only } }, file).map(({ kind }) => kind);
  assert.deepEqual(kinds(["quickfix"]), []);
  assert.deepEqual(kinds(["refactor.extract"]), []);
  assert.deepEqual(kinds(["refactor.rewrite"]), ["refactor.rewrite", "refactor.rewrite"]);
  assert.deepEqual(kinds(["refactor"]).length, 2);
  assert.ok(allRefactorings.length > 10);
});

test("line breaks are those of the file", () => {
  const dockerfile = parseDockerfile("FROM a\r\nRUN b && c\r\n");
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const actions = refactorings(dockerfile, { range, context: { diagnostics: [] } }, file);
  for (const { edit } of actions)
    for (const { newText } of edit?.changes?.[file.uri] ?? []) assert.doesNotMatch(newText, /(?<!\r)\n/);
  assert.equal(actions.length, 2);
});

function errorsIn(dockerfile: Dockerfile): number {
  return dockerfile.instructions
    .flatMap((instruction) => shellScripts(instruction, shellOf(dockerfile, instruction)))
    .reduce((sum, { errors }) => sum + errors.length, 0);
}

/** RUN instructions that a shell can really run, and that touch nothing but their output. */
function runTexts(): fc.Arbitrary<string> {
  const command = fc.constantFrom(
    ...[
      "echo a",
      "echo 'b  c' d",
      'echo "$(echo e)"',
      "true",
      "true",
      "false",
      "cd /",
      "pwd",
      "x=1",
      'echo "x$x"',
    ],
    ...[
      "printf '%s\\n' f \\\n    g",
      "! true",
      "echo h | cat",
      "[ 1 = 1 ]",
      "if true; then echo i; fi",
      "set -u",
    ],
  );
  const operator = fc.constantFrom(" && ", " && \\\n    ", " \\\n    && ", " \\\n# why\n && ", " || ", "; ");
  const list = fc
    .tuple(command, fc.array(fc.tuple(operator, command), { maxLength: 3 }))
    .map(([first, rest]) => first + rest.flat().join(""));
  const heredoc = fc
    .tuple(fc.constantFrom("", "set -e\n", "set -ex\n"), fc.array(command, { minLength: 1, maxLength: 4 }))
    .map(([before, commands]) => `<<EOF\n${before}${commands.join("\n# why\n")}\nEOF`);
  const exec = fc.constantFrom(
    '["echo", "a  b", "$c"]',
    '["/bin/sh", "-c", "echo d && echo e"]',
    '[ "pwd" ]',
  );
  const run = fc.oneof({ weight: 4, arbitrary: list }, { weight: 2, arbitrary: heredoc }, exec);
  return fc
    .array(run, { minLength: 1, maxLength: 3 })
    .map((runs) => `FROM a\n${runs.map((each) => `RUN ${each}\n`).join("")}`);
}

/** All that the RUN instructions print until one fails, and which one that is not. */
function outputOf(dockerfile: Dockerfile): string {
  let output = "";
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword !== "RUN") continue;
    const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
    const [program = "", ...words] = instruction.exec
      ? instruction.exec.strings.map(({ value }) => value)
      : [...(script?.invocation ?? []), script?.text ?? ""];
    const { stdout, status } = spawnSync(program, words, { cwd: tmpdir(), encoding: "utf8" });
    output += stdout;
    if (status !== 0) return `${output}failed`;
  }
  return output;
}
