import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver-types";
import { documentSymbols } from "../../../server/src/features/documentSymbols";
import { foldingRanges } from "../../../server/src/features/foldingRanges";
import { selectionRange } from "../../../server/src/features/selectionRanges";
import { workspaceSymbols } from "../../../server/src/features/workspaceSymbols";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { readMarks } from "../../support/markedText";

describe("symbols", () => {
  test("are the stages with their instructions", () => {
    const text = "ARG V=1\nFROM node:$V AS build\nRUN npm ci\nFROM alpine\nCOPY --from=build /a /b\n";
    const lines = documentSymbols(parseDockerfile(text)).flatMap(outline);
    assert.deepEqual(lines, [
      "ARG: V=1",
      "build: from node:$V",
      "  RUN: npm ci",
      "alpine: stage 1",
      "  COPY: /a /b",
    ]);
  });

  test("of the workspace are the stages of every Dockerfile", async () => {
    const files = new Map([
      ["file:///a/Dockerfile", "ARG VERSION=1\nFROM node AS build\n"],
      ["file:///b/Dockerfile", "FROM alpine AS run\n"],
    ]);
    const workspace = {
      uris: async () => [...files.keys()],
      dockerfile: async (uri: string) => parseDockerfile(files.get(uri) ?? ""),
    };
    const named = async (query: string) =>
      (await workspaceSymbols(query, workspace, () => false)).map(
        ({ name, location }) => `${name} in ${location.uri}`,
      );
    assert.deepEqual(await named("bld"), ["build in file:///a/Dockerfile"]);
    assert.deepEqual(await named("alp"), ["alpine in file:///b/Dockerfile"]);
    assert.equal((await named("")).length, 5);
  });
});

function outline({ name, detail, children = [] }: DocumentSymbol): string[] {
  return [`${name}: ${detail}`, ...children.flatMap(outline).map((line) => `  ${line}`)];
}

describe("folding", () => {
  const check = (name: string, text: string, expected: readonly string[]) =>
    test(name, () =>
      assert.deepEqual(
        foldingRanges(parseDockerfile(text)).map(
          ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ""}`,
        ),
        expected,
      ),
    );
  check("stages and long instructions", "FROM a\nRUN x \\\n  y\n\nFROM b\nRUN z\n", ["0-2", "1-2", "4-5"]);
  check("heredocs", "FROM a\nCOPY <<A <<B /x/\n1\n2\nA\n3\n4\nB\n", ["0-7", "1-7", "2-3", "5-6"]);
  check("a heredoc without an end", "FROM a\nRUN <<A\n1\n2", ["0-3", "1-3"]);
  check("comments and regions", "# a\n# b\nFROM x\n# region one\nRUN y\n# endregion\n", [
    "0-1 comment",
    "2-4",
    "3-5 region",
  ]);
  check("nothing", "", []);
});

describe("selection", () => {
  const check = (marked: string, expected: readonly string[]) =>
    test(marked.split("\n").join(" ⏎ "), () => {
      const { text, ranges } = readMarks(marked);
      const dockerfile = parseDockerfile(text);
      const found: string[] = [];
      const start = selectionRange(dockerfile, ranges[0]?.start ?? { line: 0, character: 0 });
      for (let at: SelectionRange | undefined = start; at; at = at.parent)
        found.push(dockerfile.textOf(at.range));
      assert.deepEqual(found, expected);
    });
  check("FROM a\nRUN apt-get in[||]stall x && y\n", [
    "install",
    "apt-get install x",
    "apt-get install x && y",
    "RUN apt-get install x && y",
    "FROM a\nRUN apt-get install x && y",
    "FROM a\nRUN apt-get install x && y\n",
  ]);
  check('FROM a\nCMD ["no[||]de", "x"]', [
    "node",
    '"node"',
    '["node", "x"]',
    'CMD ["node", "x"]',
    'FROM a\nCMD ["node", "x"]',
  ]);
  check("FROM a\nRUN --mount=type=ca[||]che,target=/x y", [
    "cache",
    "type=cache",
    "type=cache,target=/x",
    "--mount=type=cache,target=/x",
    "RUN --mount=type=cache,target=/x y",
    "FROM a\nRUN --mount=type=cache,target=/x y",
  ]);
  check("[||]", [""]);
});
