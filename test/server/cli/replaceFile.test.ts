import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { replaceFile } from "../../../server/src/cli/replaceFile";
import { inFolder } from "./inFolder";

test("a file that changed since it was read keeps what it has", () =>
  inFolder({ a: "one" }, async ({ path }) => {
    const file = join(path, "a");
    const before = readFileSync(file);
    writeFileSync(file, "typed meanwhile");
    assert.throws(() => replaceFile(file, before, "two"), /changed meanwhile/);
    assert.equal(readFileSync(file, "utf8"), "typed meanwhile");
    assert.deepEqual(readdirSync(path), ["a"]);
  }));

test("what is no ordinary file is not replaced", () =>
  inFolder({ "a/b": "" }, async ({ path }) => {
    assert.throws(() => replaceFile(join(path, "a"), Buffer.from(""), "x"), /no ordinary file/);
    assert.deepEqual(readdirSync(path), ["a"]);
  }));
