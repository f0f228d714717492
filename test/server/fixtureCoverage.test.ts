import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { directives } from "../../server/src/grammar/directives";
import { flags } from "../../server/src/grammar/flags";
import { instructions } from "../../server/src/grammar/instructions";
import { mountKeys } from "../../server/src/grammar/mountKeys";
import { mountTypes } from "../../server/src/grammar/mounts";
import { variableModifiers } from "../../server/src/grammar/variableModifiers";
import type { Dockerfile } from "../../server/src/model/dockerfile";
import { mountsOf } from "../../server/src/model/mounts";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { withTriggers } from "../../server/src/model/withTriggers";

// What is tried "on every fixture" is tried on every construct of the language only as long as the fixtures have them all.

const folder = join(__dirname, "..", "fixtures", "dockerfiles");
const files: readonly Dockerfile[] = readdirSync(folder).map((name) =>
  parseDockerfile(readFileSync(join(folder, name), "utf8")),
);
const written = files.flatMap((file) => withTriggers(file.instructions));
const mounts = written.flatMap(mountsOf);

test("there are at least sixty", () => assert.ok(files.length >= 60));

covers(
  "every instruction",
  instructions.map(({ keyword }) => keyword),
  written.map(({ keyword }) => keyword),
);
covers(
  "every trigger that ONBUILD may have",
  instructions.filter(({ places }) => places.includes("trigger")).map(({ keyword }) => keyword),
  written.flatMap(({ trigger }) => (trigger ? [trigger.keyword] : [])),
);
covers(
  "every flag of every instruction",
  flags.map(({ keyword, flag }) => `${keyword} --${flag.name}`),
  written.flatMap(({ keyword, flags: given }) => given.map(({ name }) => `${keyword} --${name}`)),
);
covers(
  "every type of mount",
  mountTypes.map(({ type }) => type),
  mounts.map(({ type }) => type),
);
covers(
  "every key of a mount, by all of its names",
  mountKeys.flatMap(({ name, aliases }) => [name, ...aliases]),
  mounts.flatMap(({ options }) => options.map(({ key }) => key)),
);
covers(
  "every parser directive",
  directives.map(({ name }) => name),
  files.flatMap((file) => file.directives.map(({ name }) => name.toLowerCase())),
);
covers(
  "every modifier of a variable",
  variableModifiers.map(({ modifier }) => modifier),
  files.flatMap((file) => file.variableUses.map(({ modifier }) => modifier ?? "")),
);

function covers(what: string, wanted: readonly string[], found: readonly (string | undefined)[]): void {
  test(`they have ${what}`, () => {
    const known = new Set(found);
    assert.deepEqual(
      [...new Set(wanted)].filter((each) => !known.has(each)),
      [],
    );
  });
}
