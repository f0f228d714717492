import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Instruction } from "../../../server/src/model/instruction";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { withTriggers } from "../../../server/src/model/withTriggers";

describe("instructions", () => {
  check("keyword, flags, words", "from --platform=linux/amd64 alpine:3 AS x\n", [
    "FROM --platform=linux/amd64 | alpine:3 | AS | x",
  ]);
  check("none in an empty text", "", []);
  check("none in blanks and comments", "\n  \n# hi\n\t# there", []);
  check("several lines are one", "RUN a \\\n  b\\\n  c\nCMD d", ["RUN | a | b | c", "CMD | d"]);
  check("a keyword over two lines", "RU\\\nN a", ["RUN | a"]);
  check("only the escape character on the first line", "\\\nRUN a", ["RUN | a"]);
  check("blanks behind the escape character", "RUN a \\ \t\n b", ["RUN | a | b"]);
  check("comments and blank lines inside", "RUN a \\\n# c\n\n  # d\n b\nCMD c", ["RUN | a | b", "CMD | c"]);
  check("a doubled escape character ends the line", "RUN a \\\\\nCMD b", ["RUN | a | \\\\", "CMD | b"]);
  check("a backslash at the end of the file", "RUN a \\", ["RUN | a"]);
  check("backtick as escape character", "# escape=`\nRUN a `\n b\nCOPY x C:\\\nCMD d", [
    "RUN | a | b",
    "COPY | x | C:\\",
    "CMD | d",
  ]);
  check("a lone CR ends a line", "RUN a\rCMD b", ["RUN | a", "CMD | b"]);
  check("a byte order mark is nothing", "\uFEFFFROM a", ["FROM | a"]);
  check("a no-break space does not split a keyword", "FROM\u00a0a b", ["FROM\u00a0A | b"]);
  check("quotes hold blanks together for a shell", "RUN echo 'a b' \"c d\" e\\ f", [
    "RUN | echo | 'a b' | \"c d\" | e\\ f",
  ]);
  check("but not for COPY", 'COPY "a b" c', ['COPY | "a | b" | c']);
  check("flags with quoted blanks", 'RUN --mount=type=bind,source="a b" --x ls', [
    'RUN --mount=type=bind,source="a b" --x | ls',
  ]);
  check("two dashes end the flags", "RUN -- --mount=x", ["RUN | --mount=x"]);
  check("flags of a health check's command are words", "HEALTHCHECK --interval=1s CMD curl --fail x", [
    "HEALTHCHECK --interval=1s | CMD | curl | --fail | x",
  ]);
  check("a trigger", "ONBUILD COPY --from=a b c", [
    "ONBUILD | COPY | --from=a | b | c",
    "COPY --from=a | b | c",
  ]);
  check("an ONBUILD with nothing in it", "ONBUILD", ["ONBUILD"]);

  function check(name: string, text: string, expected: readonly string[]): void {
    test(name, () => {
      assert.deepEqual([...withTriggers(parseDockerfile(text).instructions)].map(written), expected);
    });
  }

  function written({ keyword, flags, words }: Instruction): string {
    const flagTexts = flags.map(({ name, value }) => ` --${name}${value === undefined ? "" : `=${value}`}`);
    return [keyword + flagTexts.join(""), ...words.map((word) => word.text)].join(" | ");
  }
});

describe("exec form", () => {
  check("strings with escapes", 'CMD ["a", "b\\"c", "\\u0041"]', ["a", 'b"c', "A"]);
  check("over several lines", 'CMD [ "a", \\\n "b" ]', ["a", "b"]);
  check("empty", "CMD []", []);
  check("of a health check", 'HEALTHCHECK CMD ["a"]', ["a"]);
  check("single quotes are none", "CMD ['a']", undefined);
  check("a trailing comma is none", 'CMD ["a",]', undefined);
  check("a number is none", 'CMD ["a", 1]', undefined);
  check("something behind is none", 'CMD ["a"] b', undefined);
  check("an instruction without one", 'ENV ["a"]', undefined);

  function check(name: string, text: string, expected: readonly string[] | undefined): void {
    test(name, () => {
      const exec = parseDockerfile(text).instructions[0]?.exec;
      assert.deepEqual(
        exec?.strings.map(({ value }) => value),
        expected,
      );
    });
  }
});

describe("places", () => {
  const text = "FROM a\nRUN one \\\n  # comment\n\n  two\n\nCOPY <<A <<B /x\n1\nA\n2\nB\nCMD b \\\n";
  const dockerfile = parseDockerfile(text);

  test("ranges go from the keyword to the end of the last line", () => {
    assert.deepEqual(
      dockerfile.instructions.map(({ range: { start, end } }) => [start.line, end.line, end.character]),
      [
        [0, 0, 6],
        [1, 4, 5],
        [6, 10, 1],
        [11, 11, 7],
      ],
    );
  });
  test("an instruction holds its comments, blank lines, bodies and the line that it leaves open", () => {
    const lines = Array.from(
      { length: dockerfile.lineCount },
      (_, line) => dockerfile.instructionAt(line)?.keyword,
    );
    const copy = Array.from({ length: 5 }, () => "COPY");
    assert.deepEqual(lines, ["FROM", "RUN", "RUN", "RUN", "RUN", undefined, ...copy, "CMD", "CMD"]);
  });
  test("blank lines inside are told", () => {
    assert.deepEqual(dockerfile.instructions[1]?.emptyContinuationLines, [3]);
    assert.deepEqual(dockerfile.instructions[3]?.emptyContinuationLines, []);
  });
  test("a heredoc is found by its lines", () => {
    assert.deepEqual(
      [6, 7, 8, 9, 10, 11].map((line) => dockerfile.heredocAt(line)?.name),
      [undefined, "A", "A", "B", "B", undefined],
    );
  });
  test("comments are told in order, with their own text", () => {
    assert.deepEqual(
      dockerfile.comments.map((comment) => [
        comment.text,
        comment.range.start,
        comment.textRange.start.character,
      ]),
      [["comment", { line: 2, character: 2 }, 4]],
    );
  });
  test("positions and offsets agree with what stands there", () => {
    const crlf = parseDockerfile("FROM a\r\nRUN b\rCMD c\n");
    assert.deepEqual(crlf.positionAt(8), { line: 1, character: 0 });
    assert.equal(crlf.offsetAt({ line: 2, character: 4 }), 18);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => crlf.line(line)),
      ["FROM a", "RUN b", "CMD c", ""],
    );
    // Beyond the line and the text, as LSP asks.
    assert.equal(crlf.offsetAt({ line: 0, character: 99 }), 6);
    assert.equal(crlf.offsetAt({ line: 99, character: 0 }), crlf.text.length);
  });
});

describe("parsing again", () => {
  test("keeps what did not change, wherever it moves", () => {
    const before = parseDockerfile("FROM a\nRUN b\nRUN c\n");
    const after = parseDockerfile("FROM a\n# new line\nRUN b2\nRUN c\n", before);
    const [from, changed, moved] = after.instructions;
    assert.equal(from, before.instructions[0]);
    assert.equal(moved?.atZero, before.instructions[2]?.atZero);
    assert.notEqual(changed?.atZero, before.instructions[1]?.atZero);
    assert.equal(moved?.range.start.line, 3);
  });
  test("forgets all when the escape character changes", () => {
    const before = parseDockerfile("# escape=`\nRUN a\\\n");
    const after = parseDockerfile("# escape=\\\nRUN a\\\n", before);
    assert.notEqual(after.instructions[0]?.atZero, before.instructions[0]?.atZero);
  });
});
