import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { documentHighlights } from "../../../server/src/features/documentHighlights";
import { linkedEditing } from "../../../server/src/features/linkedEditing";
import { references } from "../../../server/src/features/references";
import { prepareRename, rename } from "../../../server/src/features/rename";
import { applyEdits } from "../../../server/src/lint/applyEdits";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { readMarks } from "../../support/markedText";

const uri = "file:///project/Dockerfile";

/** Every marked span names one thing: asked at any of them, all of them are found, and they change together. */
function check(marked: string): void {
  const { text, ranges } = readMarks(marked);
  const dockerfile = parseDockerfile(text);
  test(marked.split("\n").join(" ⏎ "), () => {
    for (const range of ranges) {
      for (const position of [range.start, range.end]) {
        assert.deepEqual(
          documentHighlights(dockerfile, position).map((one) => one.range),
          ranges,
        );
      }
      const found = references(
        dockerfile,
        { position: range.start, context: { includeDeclaration: true } },
        { uri },
      );
      assert.deepEqual(
        found.map((one) => one.range),
        ranges,
      );
      const edit = rename(dockerfile, { position: range.start, newName: "other" }, { uri });
      const renamed = applyEdits(dockerfile, edit?.changes?.[uri] ?? []);
      const again = documentHighlights(parseDockerfile(renamed), range.start);
      assert.equal(again.length, ranges.length, renamed);
    }
  });
}

/** Nothing is named here. */
function checkNone(marked: string): void {
  const { text, ranges } = readMarks(marked);
  test(`nothing in ${marked.split("\n").join(" ⏎ ")}`, () => {
    const dockerfile = parseDockerfile(text);
    const position = ranges[0]?.start ?? { line: 0, character: 0 };
    assert.deepEqual(documentHighlights(dockerfile, position), []);
    assert.equal(prepareRename(dockerfile, position), null);
    assert.equal(rename(dockerfile, { position, newName: "other" }, { uri }), null);
    assert.equal(linkedEditing(dockerfile, position), null);
  });
}

describe("names of variables in scripts", () => {
  check('FROM alpine\nENV [|A|]=1\nCMD ["sh", "-c", "echo $[|A|]"]');
  check("FROM alpine\nENV [|A|]=1\nRUN sh -c 'echo $[|A|]'");
  check('FROM alpine\nENV [|A|]=1\nRUN sh -c "echo $[|A|]"');
  check("FROM alpine\nENV [|A|]=1\nHEALTHCHECK CMD test -n $[|A|]");
  checkNone('FROM alpine\nENV A=1\nCMD ["echo", "$[||]A"]');
  checkNone('FROM alpine\nENV A=1\nSHELL ["pwsh", "-Command"]\nRUN echo $[||]A');
  checkNone("FROM alpine\nENV A=1\nRUN <<EOF\n#!/usr/bin/env perl\nprint $[||]A;\nEOF\n");
});

describe("names of stages", () => {
  check("FROM node AS [|build|]\nFROM [|build|] AS test\nCOPY --from=[|build|] /a /b");
  check('FROM node AS [|build|]\nFROM alpine\nCOPY --from="[|build|]" /a /b');
  check("FROM node AS [|Build|]\nFROM alpine\nRUN --mount=type=bind,from=[|build|],target=/x y");
  check("FROM node AS [|build|]\nFROM alpine\nONBUILD COPY --from=[|build|] /a /b");
  check("FROM node AS [|build|]\nFROM alpine\nCOPY --from=0 /a /b");
  checkNone("FROM nod[||]e AS build");
  checkNone("FROM node AS build\nFROM alpine\nCOPY --from=[||]0 /a /b");
});

describe("names of variables", () => {
  check("ARG [|V|]=1\nFROM alpine:$[|V|]");
  check("FROM alpine\nARG [|V|]=1\nENV A=$[|V|]\nRUN echo ${[|V|]:-x} '$V' \\$V");
  check("ARG [|V|]=1\nFROM alpine:${[|V|]}\nARG [|V|]\nRUN echo $[|V|]\nFROM debian\nRUN echo $V");
  check("FROM alpine AS a\nENV [|V|]=1\nFROM a\nRUN echo $[|V|]\nFROM debian\nENV V=2");
  check("FROM alpine\nRUN echo $V\nENV [|V|]=1 W=$V\nRUN echo $[|V|]");
  check("FROM alpine\nENV [|V|]=1\nRUN <<EOF\necho $[|V|]\nEOF");
  check("FROM alpine\nENV [|V|]=1\nCOPY <<EOF /x\n$[|V|]\nEOF");
  check("FROM alpine\nENV [|V|]=1\nRUN V=2; echo $V\nRUN echo $[|V|]");
  check("FROM alpine\nARG [|V|]=1\nRUN echo $[|V|]\nCMD echo $V");
  check("FROM alpine\nENV [|V|]=1\nENTRYPOINT run $[|V|]");
  checkNone("FROM alpine\nRUN echo $[||]V");
  checkNone("FROM alpine\n# $[||]V\nENV V=1");
});

function refused(marked: string, newName: string, message: RegExp): void {
  test(`${newName} is refused for ${marked.split("\n").join(" ⏎ ")}`, () => {
    const { text, ranges } = readMarks(marked);
    const position = ranges[0]?.start ?? { line: 0, character: 0 };
    assert.throws(() => rename(parseDockerfile(text), { position, newName }, { uri }), { message });
  });
}

describe("names that would break the build", () => {
  refused("FROM node AS [||]build", "Build", /lower-case/);
  refused("FROM node AS [||]build", "0", /lower-case/);
  refused("FROM node AS [||]build", "scratch", /empty image/);
  refused("FROM node AS [||]build\nFROM alpine AS other", "other", /already a stage/);
  refused("ARG [||]A=1", "a-b", /letter or underscore/);
  refused("ARG [||]A=1\nARG B=1", "B", /already a variable/);
  refused("FROM alpine\nARG [||]TARGETARCH", "ARCH", /builder's own/);
});

test("linked editing leaves out what is written otherwise", () => {
  const { text, ranges } = readMarks("FROM node AS [|build|]\nFROM [|build|]\nCOPY --from=BUILD /a /b");
  const found = linkedEditing(parseDockerfile(text), ranges[0]?.start ?? { line: 0, character: 0 });
  assert.deepEqual(found?.ranges, ranges);
});

test("rename is prepared with the name alone", () => {
  const { text, ranges } = readMarks("FROM alpine\nENV A=1\nWORKDIR /${[|A|]:-x}");
  const [range] = ranges;
  assert.ok(range);
  assert.deepEqual(prepareRename(parseDockerfile(text), range.start), { range, placeholder: "A" });
});
