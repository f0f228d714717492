import assert from "node:assert/strict";
import { test } from "node:test";
import { keywordScopes } from "../../../syntaxes/source/instructions";
import { tokenize } from "./tokenize";

const oddOnes: Readonly<Record<string, string>> = {
  "a double quote": 'RUN echo "open',
  "a single quote": "RUN echo 'open",
  "a quote on a continuation line": 'RUN a && \\\n  echo "open',
  "a substitution": "RUN echo $(open",
  "a substitution in a string in a substitution": 'RUN echo "$(a "$(b',
  "a backtick": "RUN echo `open",
  "an arithmetic expansion": "RUN echo $((1 + (2",
  "a group": "RUN (a; { b",
  "a case": "RUN case x in a) b ;;",
  "a variable": "ENV A=${B:-${C",
  "a quoted value": 'LABEL a="open',
  "an exec form": 'CMD ["a", "b',
  "an empty exec form": "CMD [",
  "an exec form over lines": 'CMD ["a", \\\n "b',
  "a flag's value": "COPY --from=",
  "a mount": "RUN --mount=type=cache,target=",
  "a reference": "FROM a:${B",
  "a stage": "FROM a AS",
  "a comment with a quote": "RUN a \\\n# it's\n  && b",
  "an escaped escape at the end": "RUN a \\\\",
  "an unknown instruction": "UNKNOWN 'x",
  "a heredoc of the shell that nobody closed": "RUN <<EOF\necho 'x",
  "a heredoc of Python that nobody closed": 'RUN python3 <<EOF\nprint("x',
  "a heredoc of JSON that nobody closed": 'COPY <<EOF /a.json\n{"x',
  "two heredocs, the second not closed": "COPY <<a.sh <<b.sh /x/\na\na.sh\nb",
  "a heredoc with an open quote": 'RUN <<EOF\necho "x\nEOF',
  "a heredoc with tabs": "RUN <<-EOF\n\techo\n\tEOF",
  "a heredoc on a later line": 'RUN a; \\\n cat <<EOF\n"x\nEOF',
  "several heredocs": "COPY <<a <<b <<c /x/\na\nb\nc",
  "an empty heredoc": "COPY <<EOF /x\nEOF",
  "SHELL with nothing": "SHELL [",
};

for (const [what, text] of Object.entries(oddOnes))
  test(`the next instruction is found again after ${what}`, async () => {
    for (const next of ["FROM alpine:3.20 AS x", "RUN true", 'ENTRYPOINT ["a"]'])
      assert.ok(startsWithKeyword((await tokenize(`${text}\n${next}`)).at(-1)), next);
  });

test("every keyword is found in any case, after blanks, at the start of an instruction only", async () => {
  for (const keyword of Object.keys(keywordScopes)) {
    const mixed = (keyword[0] ?? "") + keyword.slice(1).toLowerCase();
    for (const word of [keyword, keyword.toLowerCase(), mixed])
      assert.ok(startsWithKeyword((await tokenize(`\t ${word} x`))[0]?.slice(1)), word);
    const [first, ...others] = (await tokenize(`MAINTAINER ${keyword} ${keyword}x\n${keyword}x y`)).flat();
    assert.ok(startsWithKeyword([first]));
    assert.ok(!others.some(({ scopes }) => scopes.some((scope) => scope.startsWith("keyword."))), keyword);
  }
});

test("a keyword on a continuation line is a word, as the builder reads it", async () => {
  const lines = await tokenize("COPY a \\\nRUN b\nRUN c");
  assert.ok(!startsWithKeyword(lines[1]));
  assert.ok(startsWithKeyword(lines[2]));
});

test("directives are coloured at the top only", async () => {
  const directive = async (text: string): Promise<boolean> =>
    (await tokenize(text))
      .at(-1)
      ?.some(({ scopes }) => scopes.some((scope) => scope.includes("directive"))) ?? false;
  assert.ok(await directive("# syntax=a/b:1"));
  assert.ok(await directive("# syntax=a/b:1\n# check=skip=all"));
  assert.ok(!(await directive("\n# syntax=a/b:1")));
  assert.ok(!(await directive("# a comment\n# syntax=a/b:1")));
  assert.ok(!(await directive("FROM x\n# escape=`")));
});

test("only the escape character of the file continues a line", async () => {
  for (const [top, continues, other] of [
    ["", "\\", "`"],
    ["# escape=`\n", "`", "\\"],
    ["# Escape = `\n", "`", "\\"],
    ["# syntax=a\n# escape=`\n", "`", "\\"],
    ["# escape=`\n# syntax=a\n", "`", "\\"],
    ["# a\n# escape=`\n", "\\", "`"],
  ] as const) {
    assert.ok(!startsWithKeyword((await tokenize(`${top}COPY a ${continues}\nRUN b`)).at(-1)), top);
    assert.ok(startsWithKeyword((await tokenize(`${top}COPY a ${other}\nRUN b`)).at(-1)), top);
    assert.ok(startsWithKeyword((await tokenize(`${top}RUN a ${other}\nRUN b`)).at(-1)), top);
  }
});

/** Quadratic cost would take minutes here: the editor itself stops at 20,000 characters a line. */
test("the cost of a line grows with its length and no faster", async () => {
  const length = 200_000;
  const repeat = (text: string): string => text.repeat(length / text.length);
  for (const line of [
    `RUN ${repeat("echo a && ")}`,
    `RUN "${repeat("a")}`,
    `RUN ${repeat(" ")}`,
    `RUN ${repeat("\\")}`,
    `RUN ${repeat("<<a ")}`,
    `RUN ${repeat("python3 <<EOF > a.json ")}`,
    `RUN --mount=${repeat("a=b,")}`,
    `COPY <<EOF ${repeat("/a.jso")}`,
    `CMD [${repeat('"a",')}`,
    `ENV A=${repeat("b:$C ")}`,
    `FROM ${repeat("a.b/")}`,
    repeat("x"),
  ]) {
    const start = performance.now();
    await tokenize(line);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 20, `${line.slice(0, 30)}… took ${seconds.toFixed(1)} s`);
  }
});

function startsWithKeyword(
  tokens: readonly ({ readonly scopes: readonly string[] } | undefined)[] | undefined,
): boolean {
  return tokens?.[0]?.scopes.at(-1)?.startsWith("keyword.") ?? false;
}
