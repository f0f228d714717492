import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The fields that people read. */
const proseFields = new Set(["summary", "does", "changes", "trap", "needs", "why"]);
const longest = 200;

const folder = fileURLToPath(new URL("../../../server/src/grammar/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

for (const file of files) {
  test(`the prose of ${file} is made of short, whole sentences`, async () => {
    const module: unknown = await import(pathToFileURL(folder + file).href);
    for (const { path, text } of prose(module, [])) checkProse(path, text);
  });
}

test("a table's prose is found wherever it lies", () => {
  const found = [...prose({ entries: [{ does: "One.", deep: { trap: "Two." } }], name: "three" }, [])];
  assert.deepEqual(
    found.map(({ text }) => text),
    ["One.", "Two."],
  );
});

function* prose(value: unknown, path: readonly string[]): Generator<{ path: string; text: string }> {
  if (typeof value !== "object" || value === null || value instanceof Map || value instanceof RegExp) return;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === "string" && proseFields.has(key))
      yield { path: [...path, key].join("."), text: child };
    else yield* prose(child, [...path, key]);
  }
}

function checkProse(path: string, text: string): void {
  assert.match(text, /^[A-Z0-9`]/, `${path} begins in lower case: ${text}`);
  assert.match(text, /[.?]`?$/, `${path} does not end with a full stop: ${text}`);
  assert.doesNotMatch(text, / {2}|\s$|^\s|\.\.$| ,| \.(?!\w)/, `${path} has stray blanks or dots: ${text}`);
  assert.equal((text.match(/`/g)?.length ?? 0) % 2, 0, `${path} has an open code mark: ${text}`);
  for (const sentence of text.split(/(?<=[.?:])\s/)) {
    assert.ok(
      sentence.length <= longest,
      `${path} has a sentence of ${sentence.length} characters: ${sentence}`,
    );
  }
}
