import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import "../support/propertySeed";
import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { Finding } from "../../server/src/lint/finding";
import { lintFile } from "../../server/src/lint/lintFile";
import { type LocalImage, nothingOutside, type Outside } from "../../server/src/lint/outside";
import type { LintSettings } from "../../server/src/lint/settings";
import type { Dockerfile } from "../../server/src/model/dockerfile";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";
import { edits, newPerson } from "../support/randomEdits";
import { grammarTexts } from "./grammarTexts";
import { dockerfileTexts } from "./model/dockerfileTexts";

/** Every rule runs, those that are off by default and those that need a setting too. */
const settings: LintSettings = {
  rules: {},
  select: "all",
  ignore: [],
  shared: {
    trustedRegistries: ["docker.io"],
    labelSchema: { a: "text", maintainer: "email", version: "semver", created: "rfc3339", licenses: "spdx" },
    strictLabels: true,
  },
};

const image: LocalImage = {
  tags: ["alpine:3.22"],
  digests: [],
  size: 1,
  created: 0,
  platform: "linux/amd64",
};

/** Something for the rules that look beyond the text. */
const outside: Outside = {
  ...nothingOutside(new Date("2026-06-01")),
  images: [image],
  buildContext: {
    paths: new Set(["app/", "app/a.js", "requirements.txt", "dist/", "dist/a"]),
    ignoreFile: { name: ".dockerignore", text: "dist\n*.log\n!x.log\n[\n" },
  },
};

const folders = ["dockerfiles", "exemplary"].map((name) => join(__dirname, "..", "fixtures", name));
const fixtures = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

describe("every rule on every fixture", () => {
  for (const path of fixtures) {
    const text = readFileSync(path, "utf8");
    test(path.replace(/^.*[/\\]/, ""), () => {
      checkAll(text);
      checkLineEndings(text);
    });
  }
});

test("random Dockerfiles made from the grammar crash no rule and give ranges inside of them", () => {
  fc.assert(fc.property(grammarTexts(), checkAll), { numRuns: 400 });
});

test("random texts do neither", () => {
  fc.assert(fc.property(dockerfileTexts(), checkAll), { numRuns: 300 });
});

test("line endings change no finding", () => {
  fc.assert(fc.property(grammarTexts(), checkLineEndings), { numRuns: 200 });
});

test("a text reached by edits has the findings of one that is opened afresh", () => {
  fc.assert(
    fc.property(
      grammarTexts(),
      grammarTexts(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (before, inserted, at) => {
        const offset = Math.floor(at * before.length);
        const after = before.slice(0, offset) + inserted + before.slice(offset);
        const first = parseDockerfile(before);
        findingsOf(first);
        assert.deepEqual(
          facts(findingsOf(parseDockerfile(after, first))),
          facts(findingsOf(parseDockerfile(after))),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test("so has one after any number of edits, asked about in between", () => {
  const texts = fixtures.map((path) => readFileSync(path, "utf8")).filter(({ length }) => length < 4000);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }),
      fc.array(edits, { minLength: 1, maxLength: 12 }),
      (parts, changes) => {
        const person = newPerson(parts.join("\n"));
        let dockerfile = parseDockerfile(person.text());
        for (const change of changes) {
          // Asked in between, so that what was found in the old text could leak into the new.
          findingsOf(dockerfile);
          person.perform(change);
          dockerfile = parseDockerfile(person.text(), dockerfile);
          assert.deepEqual(facts(findingsOf(dockerfile)), facts(findingsOf(parseDockerfile(person.text()))));
        }
      },
    ),
    { numRuns: 60 },
  );
});

function findingsOf(dockerfile: Dockerfile): Finding[] {
  return lintFile(dockerfile, {
    rules,
    settings,
    outside,
    onCrash: (rule, error) => {
      throw new Error(`${rule.id} crashed`, { cause: error });
    },
  });
}

/** No crash; every place lies in the document; the edits of a fix stand apart; every message is a sentence. */
function checkAll(text: string): void {
  const dockerfile = parseDockerfile(text);
  for (const { rule, problem } of findingsOf(dockerfile)) {
    const about = `${rule.id} in ${JSON.stringify(text)}`;
    checkRange(dockerfile, problem.range, about);
    assert.match(problem.message, /[.?]$/s, about);
    for (const { range } of problem.related ?? []) checkRange(dockerfile, range, about);
    for (const fix of [problem.fix, ...(problem.otherFixes ?? [])]) {
      if (!fix) continue;
      for (const { range } of fix.edits) checkRange(dockerfile, withoutLineBehind(range, dockerfile), about);
      checkApart(dockerfile, fix.edits, about);
    }
  }
}

function checkLineEndings(text: string): void {
  const unix = text.replace(/\r\n?/g, "\n");
  const windows = unix.replaceAll("\n", "\r\n");
  assert.deepEqual(facts(findingsOf(parseDockerfile(windows))), facts(findingsOf(parseDockerfile(unix))));
}

function facts(findings: readonly Finding[]): unknown {
  return findings.map(({ rule, severity, problem }) => ({ id: rule.id, severity, problem }));
}

function checkRange(dockerfile: Dockerfile, { start, end }: Range, about: string): void {
  for (const { line, character } of [start, end]) {
    const isInside = line >= 0 && line < dockerfile.lineCount && character >= 0;
    assert.ok(isInside && character <= dockerfile.line(line).length, `${line}:${character} of ${about}`);
  }
  assert.ok(compare(start, end) <= 0, about);
}

/** LSP lets the removal of a last line end where the next one would begin. */
function withoutLineBehind({ start, end }: Range, dockerfile: Dockerfile): Range {
  const last = dockerfile.lineCount - 1;
  const isBehind = end.line === last + 1 && end.character === 0;
  return { start, end: isBehind ? { line: last, character: dockerfile.line(last).length } : end };
}

function checkApart(dockerfile: Dockerfile, edits: readonly TextEdit[], about: string): void {
  const places = edits
    .map(({ range }) => ({ start: dockerfile.offsetAt(range.start), end: dockerfile.offsetAt(range.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start }] of places.entries())
    assert.ok(index === 0 || (places[index - 1]?.end ?? 0) <= start, `Edits overlap: ${about}`);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
