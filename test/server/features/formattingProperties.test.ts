import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import "../../support/propertySeed";
import { formatDockerfile } from "../../../server/src/features/formatting/formatDockerfile";
import type { FormatOptions } from "../../../server/src/features/formatting/formatOptions";
import { newLineEdits } from "../../../server/src/features/formatting/newLineEdits";
import { applyEdits } from "../../../server/src/lint/applyEdits";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileTexts } from "../model/dockerfileTexts";
import { fixtureTexts } from "../model/fixtureTexts";
import { builtFacts } from "./formatting/builtFacts";
import { layoutTexts } from "./formatting/layoutTexts";

const allOptions: readonly FormatOptions[] = (["preserve", "upper", "lower"] as const).flatMap(
  (keywordCase) => [
    { keywordCase, indent: { style: "spaces", width: 4 } },
    { keywordCase, indent: { style: "spaces", width: 1 } },
    { keywordCase, indent: { style: "tabs", width: 8 } },
  ],
);

test("what is built from a fixture stays the same, whatever is asked for", () => {
  for (const { name, text } of fixtureTexts())
    for (const options of allOptions) checkFormatting(text, options, name);
});

test("what is built from a random text stays the same", () => {
  const options = fc.constantFrom(...allOptions);
  fc.assert(
    fc.property(dockerfileTexts(), options, (text, chosen) => checkFormatting(text, chosen)),
    {
      numRuns: 2000,
    },
  );
});

test("what is built from random continuation lines, quotes and substitutions stays the same", () => {
  const options = fc.constantFrom(...allOptions);
  fc.assert(
    fc.property(layoutTexts(), options, (text, chosen) => checkFormatting(text, chosen)),
    {
      numRuns: 2000,
    },
  );
});

test("the edits of a range are among those of the document, save for blank lines", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(layoutTexts(), place, place, (text, a, b) => {
      const dockerfile = parseDockerfile(text);
      const [first, last] = [a, b].sort().map((at) => Math.floor(at * (dockerfile.lineCount - 1)));
      const options = allOptions[0] as FormatOptions;
      const within = { first: first ?? 0, last: last ?? 0 };
      const after = applyEdits(dockerfile, formatDockerfile(dockerfile, options, within));
      assert.deepEqual(builtFacts(parseDockerfile(after)), builtFacts(dockerfile));
    }),
    { numRuns: 500 },
  );
});

test("what was reckoned for an instruction holds wherever it is moved to, under other options and another shell", () => {
  const options = fc.constantFrom(...allOptions);
  const above = fc.constantFrom(
    "",
    "# Remark\n",
    'FROM a\nSHELL ["bash", "-c"]\n',
    "FROM a\n  RUN b\n  RUN c\n",
    "\uFEFF",
  );
  const texts = fc.oneof(layoutTexts(), dockerfileTexts());
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.tuple(above, options), { minLength: 2, maxLength: 4 }),
      (text, versions) => {
        let kept: Dockerfile | undefined;
        for (const [prefix, chosen] of versions) {
          kept = parseDockerfile(prefix + text, kept);
          const afresh = formatDockerfile(parseDockerfile(prefix + text), chosen);
          assert.deepEqual(formatDockerfile(kept, chosen), afresh);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("a line break typed anywhere is laid out without changing what the line break made of the text", () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(layoutTexts(), place, (text, at) => {
      const offset = Math.floor(at * text.length);
      const dockerfile = parseDockerfile(`${text.slice(0, offset)}\n${text.slice(offset)}`);
      const options = allOptions[0] as FormatOptions;
      const edits = newLineEdits(dockerfile, dockerfile.positionAt(offset + 1), options);
      assert.deepEqual(builtFacts(parseDockerfile(applyEdits(dockerfile, edits))), builtFacts(dockerfile));
    }),
    { numRuns: 1000 },
  );
});

test("100,000 lines and lines of 50,000 parts do not hang it", () => {
  const block =
    "RUN  apt-get update \\\n && apt-get install -y \\\n      curl  \n\n\n\nCOPY  a   b \n# note \n";
  const texts = [
    block.repeat(12_500),
    `RUN a${" \\\n  b".repeat(50_000)}\n`,
    `RUN a \\\n${"   \\\n".repeat(50_000)}b\n`,
  ];
  for (const text of texts) {
    const start = performance.now();
    formatDockerfile(parseDockerfile(text), allOptions[0] as FormatOptions);
    // No measure, but a guard: what grows with the square takes minutes here. `npm run bench` shows how it grows.
    assert.ok(performance.now() - start < 20_000);
  }
});

function checkFormatting(text: string, options: FormatOptions, name = ""): void {
  const dockerfile = parseDockerfile(text);
  const edits = formatDockerfile(dockerfile, options);
  let end = 0;
  for (const { range } of edits) {
    const start = dockerfile.offsetAt(range.start);
    assert.ok(start >= end, `${name}: edits overlap or are out of order`);
    end = dockerfile.offsetAt(range.end);
  }
  const after = parseDockerfile(applyEdits(dockerfile, edits));
  assert.deepEqual(builtFacts(after), builtFacts(dockerfile), name);
  assert.deepEqual(formatDockerfile(after, options), [], `${name}: a second time changes more`);
  const ending = lineBreaksOf(text);
  if (ending.size === 1) assert.deepEqual(new Set([...lineBreaksOf(after.text), ...ending]), ending, name);
}

function lineBreaksOf(text: string): Set<string> {
  return new Set(text.match(/\r\n|\n|\r/g));
}
