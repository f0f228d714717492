import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";

/** Dockerfiles of the usual languages as their guides advise: whoever writes like this must be left in peace. */
const folder = join(__dirname, "..", "fixtures", "exemplary");
const today = new Date("2026-06-01");

for (const name of readdirSync(folder)) {
  test(`${name} has nothing to be warned of`, () => {
    const dockerfile = parseDockerfile(readFileSync(join(folder, name), "utf8"));
    const findings = lintFile(dockerfile, {
      rules,
      settings: defaultLintSettings,
      outside: nothingOutside(today),
      onCrash: (_, error) => {
        throw error;
      },
    });
    const serious = findings
      .filter(({ severity }) => severity === "error" || severity === "warning")
      .map(({ rule, problem }) => `${problem.range.start.line + 1} ${rule.id}: ${problem.message}`);
    assert.deepEqual(serious, []);
  });
}
