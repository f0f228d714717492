import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createLogContent } from "../../../client/src/ui/logContent";
import { plainText } from "../../../client/src/ui/plainText";
import { styledText } from "../../../client/src/ui/styledText";
import "../../support/propertySeed";

const esc = "\u001b";

function spans(text: string): readonly (readonly [string, object])[] {
  return styledText()(text).flatMap((line) =>
    line.spans.map(({ start, end, style }) => [line.text.slice(start, end), style] as const),
  );
}

test("colors are told apart from the text", () => {
  assert.deepEqual(spans(`plain ${esc}[31mred${esc}[0m plain`), [
    ["red", { foreground: { theme: 1 }, traits: [] }],
  ]);
  assert.deepEqual(spans(`${esc}[1;92;44mloud${esc}[m`), [
    ["loud", { traits: ["bold"], foreground: { theme: 10 }, background: { theme: 4 } }],
  ]);
  assert.deepEqual(spans(`${esc}[4;7ma${esc}[24;27;9mb`), [
    ["a", { traits: ["underline"], inverse: true }],
    ["b", { traits: ["strike"] }],
  ]);
});

test("any of 256 colors, and of all others the nearest of these", () => {
  const foreground = (code: string) => spans(`${esc}[${code}mx`)[0]?.[1];
  assert.deepEqual(foreground("38;5;9"), { foreground: { theme: 9 }, traits: [] });
  assert.deepEqual(foreground("38;5;208"), { foreground: { rgb: [255, 135, 0] }, traits: [] });
  assert.deepEqual(foreground("38;5;244"), { foreground: { rgb: [128, 128, 128] }, traits: [] });
  for (const code of ["38;2;250;130;5", "38:2::250:130:5", "38:2:250:130:5"])
    assert.deepEqual(foreground(code), { foreground: { rgb: [255, 135, 0] }, traits: [] }, code);
  // No color at all, and what follows still counts.
  assert.deepEqual(foreground("38;5;999;1"), { traits: ["bold"] });
});

test("a style goes on over lines and calls until it is ended", () => {
  const read = styledText();
  const style = { foreground: { theme: 2 }, traits: [] };
  assert.deepEqual(read(`${esc}[32mone\ntwo`), [
    { text: "one", spans: [{ start: 0, end: 3, style }] },
    { text: "two", spans: [{ start: 0, end: 3, style }] },
  ]);
  assert.deepEqual(read(`three${esc}[39m four`), [
    {
      text: "three four",
      spans: [{ start: 0, end: 5, style }],
    },
  ]);
});

test("words can be neither hidden nor made to blink, and nothing else of a terminal is obeyed", () => {
  assert.deepEqual(styledText()(`${esc}[8mhidden${esc}[28m${esc}[5m`), [{ text: "hidden", spans: [] }]);
  for (const sequence of [
    `${esc}]8;;command:evil${esc}\\`,
    `${esc}]0;title\u0007`,
    `${esc}[2J`,
    `${esc}[1;1H`,
    `${esc}[?1049h`,
    `${esc}c`,
  ])
    assert.deepEqual(styledText()(`a${sequence}b`), [{ text: "ab", spans: [] }], JSON.stringify(sequence));
});

test("whatever the colors, the text is what it is without them", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      `${esc}[`,
      "31",
      ";",
      "m",
      "\n",
      "\r",
      `${esc}]0;`,
      "\u0007",
      "38;5;",
      "\u009b",
      "\u202e",
      "0m",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const lines = styledText()(text);
      assert.equal(lines.map((line) => line.text).join("\n"), plainText(text));
      for (const line of lines)
        for (const { start, end } of line.spans) assert.ok(start < end && end <= line.text.length);
    }),
    { numRuns: 2000 },
  );
});

test("a log keeps its last lines, and their colors with them", () => {
  const content = createLogContent();
  for (let line = 0; line < 12_000; line += 1)
    content.add(`${line % 2 === 0 ? `${esc}[31m` : `${esc}[0m`}${line}\n`);
  const lines = content.text().split("\n");
  assert.match(lines[0] ?? "", /older lines are left out/);
  const place = lines.indexOf("11000");
  assert.equal(content.spansAt(place).length, 1);
  assert.equal(content.spansAt(place + 1).length, 0);
  content.add(`${esc}[32mbegun`);
  content.add(" and ended\n");
  const last = content.text().split("\n").indexOf("begun and ended");
  assert.deepEqual(
    content.spansAt(last).map(({ start, end }) => [start, end]),
    [
      [0, 5],
      [5, 15],
    ],
  );
});
