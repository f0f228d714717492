import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import type { Problem } from "../../server/src/lint/rule";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { shellcheck } from "../../server/src/rules/shellcheck";
import { createShellCheckRunner } from "../../server/src/shellcheckProgram";
import { createShellCheckService } from "../../server/src/shellcheckService";
import { readMarks } from "../support/markedText";

describe("ShellCheck itself", () => {
  before(() => ensurePrograms(["shellcheck"]));

  for (const { text } of shellcheck.examples) finds(text.split("\n")[1] ?? "", text);
  finds("through continuation lines", "FROM a\nRUN true \\\n  && \\\n  # comment\n  echo [|$lower|]\n");
  finds("behind characters of two code units", 'FROM a\nRUN echo "😀" [|$lower|]\n');
  finds("behind a tab", "FROM a\nRUN\techo\t[|$lower|]\n");
  finds("in heredocs", "FROM a\nRUN <<EOF\necho one\necho [|$lower|]\nEOF\n");
  finds("behind a shebang", "FROM a\nRUN <<EOF\n#!/bin/bash\necho [|$lower|]\nEOF\n");
  finds("where tabs are taken away", "FROM a\nRUN <<-EOF\n\techo [|$lower|]\nEOF\n");
  finds("in the script of an exec form", 'FROM a\nRUN ["bash", "-c", "echo \\"[|$lower|]\\""]\n');
  finds(
    "with the other escape character",
    '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\nRUN true; `\n  echo [|$lower|]\n',
  );
  finds("whatever the line endings", "FROM a\r\nRUN true && \\\r\n  echo [|$lower|]\r\n");
  finds("in ONBUILD", "FROM a\nONBUILD RUN echo [|$lower|]\n");
  finds("not what ENV defines", 'FROM a\nENV lower=1\nRUN echo "$lower"\n');

  test("its fixes stand where they belong", async () => {
    const text = "FROM a\nARG x\nRUN true && \\\n  cat $x\n";
    const [problem] = await problemsIn(text, ["SC2086"]);
    assert.deepEqual(
      problem?.fix?.edits.map(({ range, newText }) => [range.start, newText]),
      [
        [{ line: 3, character: 6 }, '"'],
        [{ line: 3, character: 8 }, '"'],
      ],
    );
    assert.equal(problem?.fix?.unsafe, true);
  });

  mends(
    "FROM a\nARG x\nRUN true && \\\n  cat \\\n$x\\\n || b\n",
    'FROM a\nARG x\nRUN true && \\\n  cat \\\n"$x"\\\n || b\n',
  );
  mends('FROM a\nARG x\nRUN ["sh", "-c", "cat $x"]\n', 'FROM a\nARG x\nRUN ["sh", "-c", "cat \\"$x\\""]\n');
  mends("FROM a\nARG x\nRUN <<E\n  cat $x\nE\n", 'FROM a\nARG x\nRUN <<E\n  cat "$x"\nE\n');

  function mends(text: string, fixed: string): void {
    test(`mends ${text.split("\n")[2]}`, async () => {
      const [problem] = await problemsIn(text, ["SC2086"]);
      const document = TextDocument.create("", "", 0, text);
      assert.equal(TextDocument.applyEdits(document, [...(problem?.fix?.edits ?? [])]), fixed);
    });
  }

  function finds(name: string, marked: string): void {
    test(`finds ${name}`, async () => {
      const { text, ranges } = readMarks(marked);
      const problems = await problemsIn(text, ["SC2154"]);
      assert.deepEqual(
        problems.map(({ range }) => range),
        ranges,
      );
    });
  }

  async function problemsIn(text: string, codes: readonly string[]): Promise<Problem[]> {
    const service = createShellCheckService({
      run: createShellCheckRunner(),
      onAnswer: assert.fail,
      onFailure: assert.fail,
    });
    const dockerfile = parseDockerfile(text);
    await service.complete([dockerfile], "shellcheck");
    return service
      .answered(dockerfile, "shellcheck")
      .filter(({ aliases }) => codes.includes(aliases?.[0] ?? ""));
  }
});
