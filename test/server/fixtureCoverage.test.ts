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
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside, type Outside } from "../../server/src/lint/outside";
import { defaultLintSettings, type LintSettings } from "../../server/src/lint/settings";
import type { Dockerfile } from "../../server/src/model/dockerfile";
import { mountsOf } from "../../server/src/model/mounts";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { withTriggers } from "../../server/src/model/withTriggers";
import { rules } from "../../server/src/rules";

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
covers(
  "something for every rule that needs no program",
  rules.filter(({ id }) => id !== "shellcheck").map(({ id }) => id),
  files.flatMap(idsFound),
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

function idsFound(file: Dockerfile): string[] {
  const outside: Outside = {
    ...nothingOutside(new Date("2026-06-01")),
    images: [{ tags: ["me/arm:1"], digests: [], size: 1, created: 0, platform: "linux/arm64" }],
    buildContext: {
      paths: new Set(["app/", "app/a.js", "dist/", "dist/a"]),
      ignoreFile: { name: ".dockerignore", text: "dist\n" },
    },
  };
  const settings: LintSettings = {
    ...defaultLintSettings,
    select: "all",
    shared: {
      trustedRegistries: ["docker.io"],
      labelSchema: {
        "com.example.contact": "email",
        "com.example.version": "semver",
        "com.example.created": "rfc3339",
        "com.example.licence": "spdx",
        "com.example.page": "url",
        "com.example.revision": "hash",
        "com.example.title": "text",
      },
      strictLabels: true,
    },
  };
  return lintFile(file, {
    rules,
    settings,
    outside,
    onCrash: (_, error) => {
      throw error;
    },
  }).map(({ rule }) => rule.id);
}
