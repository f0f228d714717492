import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const dist = join(__dirname, "../../dist");

/** One other character, and the engine keeps the whole bundle in two bytes a character: reading it takes twice as long. */
describe("bundles hold nothing but ASCII (in a regular expression write \\u2026)", () => {
  for (const name of readdirSync(dist).filter((file) => file.endsWith(".js"))) {
    test(name, () => {
      const [found] = /.{0,40}[^\0-\x7f]/.exec(readFileSync(join(dist, name), "utf8")) ?? [];
      assert.equal(found, undefined);
    });
  }
});
