/** Documents that nobody writes and that a server must answer all the same, by what is odd about them. */
export const oddTexts: Readonly<Record<string, string>> = {
  "an empty one": "",
  "one line of a megabyte": `FROM a\nRUN echo ${"x ".repeat(500_000)}`,
  "one word of a megabyte": `FROM a\nENV A=${"x".repeat(1_000_000)}`,
  "one keyword of a megabyte": `FROM a\n${"X".repeat(1_000_000)}`,
  "one comment of a megabyte": `FROM a\n# ${"a b ".repeat(250_000)}`,
  "a megabyte of blanks": `FROM a\nRUN a${" ".repeat(1_000_000)}b`,
  "NUL bytes": "FROM a\u0000b\nRUN \u0000\nEXPOSE \u0000\n",
  "lone surrogates": "FROM \ud800\nRUN echo \udc00 $\ud800\nLABEL a=\ud83d\n",
  CRLF: "FROM a\r\nRUN b \\\r\n  c\r\nCOPY <<E /x\r\nd\r\nE\r\n",
  "mixed line ends": "FROM a\rRUN b\nRUN c\r\n\r\r\nRUN d",
  "a byte order mark": "\ufeff# syntax=docker/dockerfile:1\nFROM a\n",
  tabs: "\tFROM\ta\n\tRUN\tb\t\\\n\t\tc\n",
  "no newline at the end": "FROM a\nRUN b \\",
  "backtick escape": "# escape=`\nFROM a\nRUN b `\n  c\nCOPY C:\\x C:\\y\n",
  "an open heredoc": "FROM a\nRUN <<EOF\nx\n",
  "deep nesting": `FROM a\nRUN ${"$(".repeat(5000)}\nENV A=${"${B:-".repeat(5000)}\n`,
  "nested triggers": `FROM a\n${"ONBUILD ".repeat(10_000)}RUN a\n`,
  "nested arithmetic": `FROM a\nRUN echo $((${"(".repeat(10_000)}1${")".repeat(10_000)}))\n`,
  "thirty thousand quotes": `FROM a\nRUN ${"'\" ".repeat(15_000)}`,
  "thirty thousand backticks": `FROM a\nRUN ${"`".repeat(30_000)}`,
  "ten thousand variables in one word": `FROM a\nENV A=${"$B".repeat(10_000)}`,
  "ten thousand variables": `FROM a\n${numbered(10_000, (index) => `ARG A${index}=$A${index - 1}\n`)}`,
  "ten thousand stages": numbered(10_000, (index) => `FROM s${index - 1} AS s${index}\nWORKDIR a\nRUN b\n`),
  "ten thousand lines of one command": `FROM a\nRUN b \\\n${"  # remark\n  && c \\\n".repeat(5000)}`,
  "ten thousand remarks that silence": `FROM a\nRUN b \\\n${"# drydock ignore=sudo\n".repeat(10_000)} && c\n`,
  "ten thousand remarks in a heredoc": `FROM a\nRUN <<E\n${"# drydock ignore=sudo\na \\\n".repeat(5000)}E\n`,
  "thousands of heredocs on one line": `FROM a\nRUN ${"<<E ".repeat(5000)}\n${"E\n".repeat(5000)}`,
  "a heredoc of a megabyte": `FROM a\nRUN <<E\n${"a b c\n".repeat(160_000)}E\n`,
  "a hundred thousand words in JSON": `FROM a\nCMD [${numbered(100_000, (index) => `"${index}",`)}"b"]\n`,
  "a megabyte of continuations": `FROM a\nRUN b${"\\\n".repeat(500_000)}c\n`,
  "100,000 lines": `FROM a\n${"RUN echo $A \\\n    && echo b\nENV A=1\n# remark\n".repeat(25_000)}`,
};

function numbered(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("");
}
