import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { writtenAs } from "../../../server/src/model/scriptWriting";
import { shellScripts } from "../../../server/src/model/shellScripts";

const innermost: readonly (readonly [run: string, writing: string])[] = [
  ["RUN echo $A", "plain"],
  ["RUN <<EOF\necho $A\nEOF", "plain"],
  ["RUN sh -c 'echo $A'", "single quotes"],
  ['RUN sh -c "echo a"', "double quotes"],
  ['RUN sh -c "echo \\$A"', "double quotes"],
  ['RUN sh -c "echo $A"', "expanded"],
  ["RUN sh -c echo", "mixed"],
  ["RUN sh -c 'a'\"b\"", "mixed"],
  ['RUN ["sh", "-c", "echo $A"]', "json"],
  ['RUN ["sh", "-c", "sh -c \'echo $A\'"]', "mixed"],
  ["RUN sh -c \"sh -c 'echo $A'\"", "expanded"],
  ["RUN bash <<'EOF'\necho $A\nEOF", "plain"],
  ["RUN bash <<EOF\necho $A\nEOF", "expanded"],
  ["RUN bash <<EOF\necho a\nEOF", "mixed"],
];

for (const [run, writing] of innermost) {
  test(`the script of ${JSON.stringify(run)} is written as ${writing}`, () => {
    const { instructions } = parseDockerfile(`FROM a\n${run}\n`);
    const instruction = instructions[1];
    assert.ok(instruction);
    let [script] = shellScripts(instruction, ["/bin/sh", "-c"]);
    while (script?.nested[0]) [script] = script.nested;
    assert.equal(script?.writing, writing);
  });
}

test("what is put into a script is escaped as its place asks", () => {
  assert.equal(writtenAs("plain", '"$A"'), '"$A"');
  assert.equal(writtenAs("single quotes", '"$A"'), '"$A"');
  assert.equal(writtenAs("single quotes", "'a'"), undefined);
  assert.equal(writtenAs("double quotes", '"$A"'), '\\"\\$A\\"');
  assert.equal(writtenAs("json", '"\\"'), '\\"\\\\\\"');
  assert.equal(writtenAs("mixed", "a"), undefined);
  assert.equal(writtenAs("expanded", "a"), undefined);
});
