import assert from "node:assert/strict";
import { test } from "node:test";
import { otherLinters, overlappingLinters, quietingSettings } from "../../../client/src/language/overlap";

const at = (source: string, firstLine: number, lastLine = firstLine) => ({ source, firstLine, lastLine });

test("a linter that speaks of the same line is found by its diagnostics' source", () => {
  const problems = [at("drydock", 2), at("dockerfile-utils", 1, 3)];
  assert.deepEqual(
    overlappingLinters(problems, otherLinters).map(({ name }) => name),
    ["Container Tools"],
  );
});

test("another line, our own build's failure and a linter that is not installed are no overlap", () => {
  assert.deepEqual(overlappingLinters([at("drydock", 2), at("dockerfile-utils", 4)], otherLinters), []);
  assert.deepEqual(overlappingLinters([at("drydock", 2), at("drydock build", 2)], otherLinters), []);
  assert.deepEqual(overlappingLinters([at("drydock", 2), at("dockerfile-utils", 2)], []), []);
});

test("a source that nobody else claims belongs to the linter whose source is not known", () => {
  assert.deepEqual(
    overlappingLinters([at("drydock", 0), at("something", 0)], otherLinters).map(({ name }) => name),
    ["Docker DX"],
  );
});

test("only settings that can be set to ignore quiet a linter", () => {
  const manifest = {
    contributes: {
      configuration: [
        {
          properties: {
            "a.diagnostics.one": { enum: ["ignore", "warning"] },
            "a.diagnostics.two": { type: "boolean" },
            "a.other": { enum: ["ignore"] },
          },
        },
      ],
    },
  };
  assert.deepEqual(quietingSettings(manifest, "a.diagnostics."), ["a.diagnostics.one"]);
  assert.deepEqual(quietingSettings(undefined, "a."), []);
  assert.deepEqual(quietingSettings({ contributes: { configuration: { properties: 3 } } }, "a."), []);
});
