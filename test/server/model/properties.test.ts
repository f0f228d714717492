import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import "../../support/propertySeed";
import type { Position, Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { withTriggers } from "../../../server/src/model/withTriggers";
import { dockerfileTexts } from "./dockerfileTexts";
import { fixtureTexts } from "./fixtureTexts";
import { plainFacts } from "./plainFacts";

test("any text at all gives a model", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      plainFacts(parseDockerfile(text));
    }),
    { numRuns: 300 },
  );
});

test("every range of a random Dockerfile lies in the document and runs forward", () => {
  fc.assert(
    fc.property(dockerfileTexts(), (text) => {
      const dockerfile = parseDockerfile(text);
      for (const range of rangesIn(plainFacts(dockerfile))) checkRange(dockerfile, range);
    }),
    { numRuns: 1000 },
  );
});

test("the text at a range is what the model says it is", () => {
  fc.assert(fc.property(dockerfileTexts(), checkTexts), { numRuns: 1000 });
});

test("the fixtures hold to the same", () => {
  for (const { name, text } of fixtureTexts()) {
    const dockerfile = parseDockerfile(text);
    for (const range of rangesIn(plainFacts(dockerfile))) checkRange(dockerfile, range, name);
    checkTexts(text);
  }
});

test("a model made from the one before an edit equals one made afresh", () => {
  const edits = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), dockerfileTexts()),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(dockerfileTexts(), edits, (start, changes) => {
      let text = start;
      let dockerfile = parseDockerfile(text);
      for (const [at, removed, inserted] of changes) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + inserted.slice(0, 30) + text.slice(offset + removed);
        // Asked in between, so that what was worked out for the old text could leak into the new.
        plainFacts(dockerfile);
        dockerfile = parseDockerfile(text, dockerfile);
        assert.deepEqual(plainFacts(dockerfile), plainFacts(parseDockerfile(text)));
      }
    }),
    { numRuns: 200 },
  );
});

test("line endings change nothing but the text between the lines", () => {
  fc.assert(
    fc.property(dockerfileTexts(), (text) => {
      const unix = text.replace(/\r\n|\r/g, "\n");
      const expected = withoutBodies(plainFacts(parseDockerfile(unix)));
      assert.deepEqual(withoutBodies(plainFacts(parseDockerfile(unix.replaceAll("\n", "\r\n")))), expected);
    }),
    { numRuns: 500 },
  );
});

function checkTexts(text: string): void {
  const dockerfile = parseDockerfile(text);
  const at = (range: Range): string => dockerfile.textOf(range);
  for (const instruction of withTriggers(dockerfile.instructions)) {
    if (isOnOneLine(instruction.keywordRange)) {
      assert.equal(at(instruction.keywordRange).toUpperCase(), instruction.keyword);
    }
    for (const word of instruction.words)
      if (isOnOneLine(word.range)) assert.equal(at(word.range), word.text);
    for (const flag of instruction.flags) {
      if (!isOnOneLine(flag.range)) continue;
      assert.equal(at(flag.range), `--${flag.name}${flag.value === undefined ? "" : `=${flag.value}`}`);
      assert.equal(at(flag.nameRange), flag.name);
    }
    for (const string of instruction.exec?.strings ?? []) {
      if (isOnOneLine(string.range)) assert.equal(JSON.parse(at(string.range)), string.value);
    }
    for (const heredoc of instruction.heredocs) {
      assert.equal(at(heredoc.bodyRange), heredoc.body);
      if (heredoc.endRange !== undefined) assert.equal(at(heredoc.endRange), heredoc.name);
    }
  }
  for (const { nameRange, name } of dockerfile.variableUses) {
    if (isOnOneLine(nameRange)) assert.equal(at(nameRange), name);
  }
  for (const { range, textRange, text: comment } of dockerfile.comments) {
    assert.ok(at(range).startsWith("#"));
    assert.equal(at(textRange), comment);
  }
  for (let line = 0; line < dockerfile.lineCount; line++) {
    const found = dockerfile.instructionAt(line);
    assert.ok(found === undefined || (line >= found.firstLine && line < found.firstLine + found.lineCount));
  }
}

function isOnOneLine({ start, end }: Range): boolean {
  return start.line === end.line;
}

function checkRange(dockerfile: Dockerfile, { start, end }: Range, name = ""): void {
  for (const { line, character } of [start, end]) {
    const isInside = line >= 0 && line < dockerfile.lineCount && character >= 0;
    assert.ok(isInside && character <= dockerfile.line(line).length, `${name} ${line}:${character}`);
  }
  assert.ok(compare(start, end) <= 0, `${name} ${JSON.stringify({ start, end })}`);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function rangesIn(value: unknown): Range[] {
  if (typeof value !== "object" || value === null) return [];
  if ("start" in value && "end" in value && typeof value.start === "object") return [value as Range];
  return Object.values(value).flatMap(rangesIn);
}

/** A body keeps its line breaks as written, with what is cut from it. */
function withoutBodies(facts: unknown): unknown {
  return JSON.parse(JSON.stringify(facts, (key, value: unknown) => (key === "body" ? undefined : value)));
}
