import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lastAnswers } from "../../../server/src/features/semanticTokens/lastAnswers";
import { legend } from "../../../server/src/features/semanticTokens/legend";
import { semanticTokens } from "../../../server/src/features/semanticTokens/semanticTokens";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { fixtureTexts } from "../model/fixtureTexts";

interface ReadToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly words: string;
}

function readTokens(data: readonly number[]): ReadToken[] {
  const tokens: ReadToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    tokens.push({ line, character, length, words: [legend.tokenTypes[type], ...modifiers].join(" ") });
  }
  return tokens;
}

function shown(dockerfile: Dockerfile): string[] {
  return readTokens(semanticTokens(dockerfile)).map(({ line, character, length, words }) => {
    return `${dockerfile.line(line).slice(character, character + length)}: ${words}`;
  });
}

function check(text: string, expected: readonly string[]): void {
  test(text.split("\n").join(" ⏎ "), () => assert.deepEqual(shown(parseDockerfile(text)), expected));
}

describe("semantic tokens", () => {
  check("# syntax=docker/dockerfile:1\n# a remark\nFROM node AS build", [
    "syntax: macro",
    "docker/dockerfile:1: string",
    "# a remark: comment",
    "FROM: keyword",
    "node: class",
    "AS: keyword",
    "build: namespace definition",
  ]);
  check("FROM node AS build\nFROM build\nCOPY --from=build --chmod=755 a b", [
    "FROM: keyword",
    "node: class",
    "AS: keyword",
    "build: namespace definition",
    "FROM: keyword",
    "build: namespace",
    "COPY: keyword",
    "--from: parameter",
    "build: namespace",
    "--chmod: parameter",
    "755: enumMember",
  ]);
  check("FROM a\nRUN x=1 apk add --no-cache \"$P\" \\\n  # why\n  && echo '$Q'", [
    "FROM: keyword",
    "a: class",
    "RUN: keyword",
    "apk: function",
    "--no-cache: parameter",
    '": string',
    "$P: variable",
    '": string',
    "# why: comment",
    "echo: function",
    "'$Q': string",
  ]);
  check("ARG V\nFROM a:${V}-slim${V:-1}", [
    "ARG: keyword",
    "V: variable definition",
    "FROM: keyword",
    "a:: class",
    "${V}: variable",
    "-slim: class",
    "${V: variable",
    ":-1}: class",
  ]);
  check("FROM a\nRUN --mount=type=cache,target=/x y", [
    "FROM: keyword",
    "a: class",
    "RUN: keyword",
    "--mount: parameter",
    "type: property",
    "cache: enumMember",
    "target: property",
    "/x: enumMember",
    "y: function",
  ]);
  check('FROM a\nENV A=$B C="d $E"\nEXPOSE 80\nMAINTAINER x', [
    "FROM: keyword",
    "a: class",
    "ENV: keyword",
    "A: variable definition",
    "$B: variable",
    "C: variable definition",
    '"d : string',
    "$E: variable",
    '": string',
    "EXPOSE: keyword",
    "80: number",
    "MAINTAINER: keyword deprecated",
  ]);
  check("FROM a\nCOPY <<EOF /x\nhello $A\n\nbye\nEOF\nRUN <<EOT\necho $A\nEOT", [
    "FROM: keyword",
    "a: class",
    "COPY: keyword",
    "<<EOF: operator",
    "hello : string",
    "$A: variable",
    "bye: string",
    "EOF: operator",
    "RUN: keyword",
    "<<EOT: operator",
    "echo: function",
    "$A: variable",
    "EOT: operator",
  ]);
  check("FROM a\nONBUILD RUN ls -l\nHEALTHCHECK NONE\nBOGUS x", [
    "FROM: keyword",
    "a: class",
    "ONBUILD: keyword",
    "RUN: keyword",
    "ls: function",
    "-l: parameter",
    "HEALTHCHECK: keyword",
    "NONE: keyword",
  ]);
  check("", []);
});

test("tokens of every fixture stand in order, within their line, and none over another", () => {
  for (const { name, text } of fixtureTexts()) {
    const dockerfile = parseDockerfile(text);
    let before = { line: 0, end: 0 };
    for (const { line, character, length } of readTokens(semanticTokens(dockerfile))) {
      assert.ok(
        length > 0 && character + length <= dockerfile.line(line).length,
        `${name}, line ${line + 1}`,
      );
      assert.ok(line > before.line || character >= before.end, `${name}, line ${line + 1}`);
      before = { line, end: character + length };
    }
  }
});

test("a range gives the tokens of its lines", () => {
  const dockerfile = parseDockerfile("FROM a\n# x\nRUN b\nRUN c\n");
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 5 } };
  const lines = readTokens(semanticTokens(dockerfile, range)).map(({ line }) => line);
  assert.deepEqual(lines, [1, 2, 2]);
});

test("what changed is told alone, and gives the new tokens", () => {
  const answers = lastAnswers();
  const before = semanticTokens(parseDockerfile("FROM a\nRUN b\nRUN c\n"));
  const after = semanticTokens(parseDockerfile("FROM a\nRUN bb --x\nRUN c\n"));
  const { resultId = "" } = answers.full("u", before);
  const delta = answers.delta("u", resultId, after);
  assert.ok("edits" in delta);
  const patched = [...before];
  for (const { start, deleteCount, data = [] } of delta.edits) patched.splice(start, deleteCount, ...data);
  assert.deepEqual(patched, after);
  assert.deepEqual(answers.delta("u", delta.resultId ?? "", after), { resultId: "3", edits: [] });
  assert.ok("data" in answers.delta("u", "unknown", after));
});
