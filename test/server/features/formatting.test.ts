import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatDockerfile, type LineSpan } from "../../../server/src/features/formatting/formatDockerfile";
import type { FormatOptions } from "../../../server/src/features/formatting/formatOptions";
import { newLineEdits } from "../../../server/src/features/formatting/newLineEdits";
import { prevailingIndent } from "../../../server/src/features/formatting/prevailingIndent";
import { applyEdits } from "../../../server/src/lint/applyEdits";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { readMarks } from "../../support/markedText";

const standard: FormatOptions = { keywordCase: "preserve", indent: { style: "spaces", width: 4 } };

/** Lays `before` out and expects `after`, which is laid out as well; without `after` nothing may change. */
function check(
  what: string,
  before: string,
  after = before,
  options: Partial<FormatOptions> & { within?: LineSpan } = {},
) {
  test(what, () => {
    const { within, ...chosen } = options;
    const dockerfile = parseDockerfile(before);
    const edits = formatDockerfile(dockerfile, { ...standard, ...chosen }, within);
    assert.equal(applyEdits(dockerfile, edits), after);
    const again = parseDockerfile(after);
    if (!within) assert.deepEqual(formatDockerfile(again, { ...standard, ...chosen }), []);
  });
}

describe("keywords", () => {
  const mixed = "from a as b\nonbuild Run x\nhealthcheck --interval=5s cmd y\nfoo bar\n";
  check("stay as they are", mixed);
  check(
    "become upper case",
    mixed,
    "FROM a AS b\nONBUILD RUN x\nHEALTHCHECK --interval=5s CMD y\nfoo bar\n",
    {
      keywordCase: "upper",
    },
  );
  check("become lower case", "FROM a AS B\nHEALTHCHECK NONE\n", "from a as B\nhealthcheck none\n", {
    keywordCase: "lower",
  });
  check("keep what only looks like one", "FROM as AS as\nCMD cmd\n", undefined, { keywordCase: "upper" });
  check("cut in two are left alone", "FROM a\nE\\\nNV A=1\n", undefined, {
    keywordCase: "lower",
    within: { first: 1, last: 2 },
  });
});

describe("blanks", () => {
  check(
    "between keyword, flags and words become one",
    "  FROM   --platform=linux/amd64\ta  AS\tb\nCOPY  --link   --chown=1  x   y\nEXPOSE 80   81\n",
    "FROM --platform=linux/amd64 a AS b\nCOPY --link --chown=1 x y\nEXPOSE 80 81\n",
  );
  check(
    "of pairs become one, those of values stay",
    'ENV  A=1   B="x   y"  C=z\\  w\nENV   D   some   text\nLABEL a=1  b=2\n',
    'ENV A=1 B="x   y" C=z\\  w\nENV D some   text\nLABEL a=1 b=2\n',
  );
  check("in a command stay", 'RUN   echo   a\nCMD  [ "a",   "b" ]\n', 'RUN echo   a\nCMD [ "a",   "b" ]\n');
  check("in a text stay", "WORKDIR  /a  b\nUSER  a   b\n", "WORKDIR /a  b\nUSER a   b\n");
  check(
    "of triggers and health checks go",
    "ONBUILD   COPY   a   b\nHEALTHCHECK  CMD   a   b\n",
    "ONBUILD COPY a b\nHEALTHCHECK CMD a   b\n",
  );
  check("stay where a quote is torn apart", 'COPY  "a   b" c\n', 'COPY "a   b" c\n');
  check("stay around a lone --", "RUN --network=none  --  a\n");
  check(
    "at the ends of lines go",
    "FROM a \t\n# note  \nRUN b \\  \n    c\t\n",
    "FROM a\n# note\nRUN b \\\n    c\n",
  );
  check("that a shell escapes stay", "# escape=`\nFROM a\nRUN echo a\\ \n");
  check("behind a doubled escape character stay", "FROM a\nRUN echo \\\\ \nRUN echo ` \n");
  check("of other kinds stay", "FROM a\nRUN b\u00a0\nRUN c\\\u00a0\n");
  check(
    "before escape characters stay, which may stand in a column",
    "RUN a     \\\n    && bcd \\\n    && e   \\\n    f\n",
  );
  check("in heredocs stay", "FROM a\nRUN <<A\n  x  \n\n\n\ty\t\nA\nCOPY <<-B /c\n\t\t \n\tB\n");
  check("in a heredoc without an end stay", "FROM a\nRUN <<A\n  x  \n\n\n");
  check("of directives stay", "#  escape = ` \nFROM a\n");
});

describe("blank lines", () => {
  check(
    "are one in a row at most",
    "FROM a\n\n\n\nRUN b\n\n# c\n \t\n\n# d\n",
    "FROM a\n\nRUN b\n\n# c\n\n# d\n",
  );
  check("at the top and at the end go", "\n\n# a\nFROM a\n\n\n", "# a\nFROM a\n");
  check("keep a comment from becoming a directive", "\n\n# escape=`\nFROM a\n", "\n# escape=`\nFROM a\n");
  check("between continuation lines are one as well", "RUN a \\\n\n\n    b\n", "RUN a \\\n\n    b\n");
  check("behind an open continuation go", "RUN a \\\n\n  ", "RUN a \\\n");
  check("alone leave nothing", " \n\n", "");
  check("are added at the end of the file only", "FROM a\nRUN b", "FROM a\nRUN b\n");
  check("are added behind a heredoc", "RUN <<A\nA", "RUN <<A\nA\n");
  check("nothing stays nothing", "");
});

describe("continuation lines", () => {
  check("go one step in", "RUN a \\\n && b \\\n && c\n", "RUN a \\\n    && b \\\n    && c\n");
  check(
    "keep what is nested",
    "RUN apt-get install -y \\\n  curl \\\n    # why\n    git \\\n  && if x; then \\\n       y; \\\n     fi\n",
    "RUN apt-get install -y \\\n    curl \\\n      # why\n      git \\\n    && if x; then \\\n         y; \\\n       fi\n",
  );
  check(
    "go one step in with tabs",
    "RUN a \\\n    b \\\n        c \\\n          d\n",
    "RUN a \\\n\tb \\\n\t\tc \\\n\t\t  d\n",
    { indent: { style: "tabs", width: 4 } },
  );
  check("lose tabs where there are to be spaces", "RUN a \\\n\tb \\\n\t\tc\n", "RUN a \\\n  b \\\n    c\n", {
    indent: { style: "spaces", width: 2 },
  });
  check("hang below a word", "LABEL a=1 \\\n      b=2 \\\n        c=3\n");
  check("go on hanging when the word moves", "LABEL   a=1 \\\n        b=2\n", "LABEL a=1 \\\n      b=2\n");
  check("hang within a list", 'CMD [ "a", \\\n      "b" ]\n');
  check("at the left edge go in", "RUN a \\\nb \\\n  c\n", "RUN a \\\n    b \\\n      c\n");
  check("that cut a word in two stay", "RUN ec\\\nho a \\\n  b\n", "RUN ec\\\nho a \\\n    b\n");
  check("behind an operator go in", "RUN a &&\\\nb;\\\nc\n", "RUN a &&\\\n    b;\\\n    c\n");
  check(
    "within quotes stay",
    "RUN echo 'a \\\n b' \\\n \"c \\\n d\" \\\n e\n",
    "RUN echo 'a \\\n b' \\\n    \"c \\\n d\" \\\n    e\n",
  );
  check(
    "in a substitution move along",
    'RUN a="$(b \\\n  c)" \\\n  d\n',
    'RUN a="$(b \\\n    c)" \\\n    d\n',
  );
  check("of a closing bracket stay at the edge", 'CMD [ \\\n  "a" \\\n]\n', 'CMD [ \\\n    "a" \\\n]\n');
  check(
    "of a closing word stay at the edge",
    "RUN if a; then \\\n  b; \\\nfi\n",
    "RUN if a; then \\\n    b; \\\nfi\n",
  );
  check(
    "of a command that no shell reads stay",
    'SHELL ["python3", "-c"]\nRUN a \\\n  b\n'.replace("SHELL", "FROM a\nSHELL"),
  );
  check("that the shell could not read stay", "RUN if a \\\n  b\n");
  check("of a value with blanks stay", "ENV A b \\\n  c\nWORKDIR /a\\\n  /b\n");
  check("of a value in quotes stay", 'ENV A="1 \\\n 2" \\\n  B=3\n', 'ENV A="1 \\\n 2" \\\n    B=3\n');
  check("follow a comment at the edge", "RUN a \\\n# b\n  c\n", "RUN a \\\n# b\n    c\n");
  check(
    "with the backtick",
    "# escape=`\nCOPY a `\n  b `  \n  c\n",
    "# escape=`\nCOPY a `\n    b `\n    c\n",
  );
  check(
    "with CRLF",
    "FROM a \r\nRUN b \\ \r\n  c\r\n\r\n\r\nRUN d",
    "FROM a\r\nRUN b \\\r\n    c\r\n\r\nRUN d\r\n",
  );
});

describe("whole instructions", () => {
  check("lose their indentation", "FROM a\n  RUN b \\\n    c\nRUN d\n", "FROM a\nRUN b \\\n    c\nRUN d\n");
  check(
    "keep it where their stage is nested",
    "FROM a\n  RUN b \\\n    c\n  RUN d\n",
    "FROM a\n  RUN b \\\n      c\n  RUN d\n",
  );
  check("stand where they stand below a byte order mark", "\uFEFFFROM  a\n", "\uFEFFFROM a\n");
  check("are left alone where a lone CR stands", "FROM  a\rRUN  b \n");
});

describe("a range", () => {
  const text = "FROM  a\n\n\n\nRUN  b \\\n  c\nRUN  d\n";
  check("takes in the whole of an instruction", text, "FROM  a\n\n\n\nRUN b \\\n    c\nRUN  d\n", {
    within: { first: 5, last: 5 },
  });
  check("takes in blank lines", text, "FROM  a\n\nRUN  b \\\n  c\nRUN  d\n", {
    within: { first: 1, last: 2 },
  });
});

describe("on Enter", () => {
  /** `marked` is the text behind the line break, with the cursor in it. */
  function enter(what: string, marked: string, after: string) {
    test(what, () => {
      const { text, ranges } = readMarks(marked);
      const dockerfile = parseDockerfile(text);
      const position = ranges[0]?.start ?? { line: 0, character: 0 };
      assert.equal(applyEdits(dockerfile, newLineEdits(dockerfile, position, standard)), after);
    });
  }
  enter("the first continuation line goes one step in", "RUN a \\\n[||]\n", "RUN a \\\n    \n");
  enter("a further one stands as the one above", "RUN a \\\n  b \\\n[||]", "RUN a \\\n  b \\\n  ");
  enter("what is carried over goes along", "RUN a \\\n[||]b", "RUN a \\\n    b");
  enter("half a word does not", "RUN a\\\n[||]b", "RUN a\\\nb");
  enter("behind the last one indentation ends", "RUN a \\\n    b\n    [||]\n", "RUN a \\\n    b\n\n");
  enter("in a nested stage it stays", "FROM a\n  RUN b\n  RUN c\n  [||]", "FROM a\n  RUN b\n  RUN c\n  ");
  enter("in a heredoc nothing happens", "RUN <<A\n  x\n[||]\nA\n", "RUN <<A\n  x\n\nA\n");
  enter("in quotes nothing happens", "RUN echo 'a \\\n[||]", "RUN echo 'a \\\n");
  enter("below a comment nothing happens", "  # a\n  [||]", "  # a\n  ");
});

test("the prevailing step is the one that most instructions stand in by", () => {
  const step = (text: string) => prevailingIndent(parseDockerfile(text));
  assert.deepEqual(step("FROM a\n"), { style: "spaces", width: 4 });
  assert.deepEqual(step("RUN a \\\n  b\nRUN a \\\n  b \\\n      c\nRUN a \\\n\tb\n"), {
    style: "spaces",
    width: 2,
  });
  assert.deepEqual(step("RUN a \\\n\t\tb\n"), { style: "tabs", width: 4 });
});

test("edits touch nothing but what changes", () => {
  const edits = formatDockerfile(parseDockerfile("FROM  a\nRUN b \\\n  c \n"), standard);
  assert.deepEqual(
    edits.map(({ range: { start, end }, newText }) => [start.line, start.character, end.character, newText]),
    [
      [0, 4, 6, " "],
      [2, 0, 2, "    "],
      [2, 3, 4, ""],
    ],
  );
});
