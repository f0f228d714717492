import assert from "node:assert/strict";
import { test } from "node:test";
import { readHadolintConfig } from "../../../server/src/lint/hadolintConfig";

test("reads every key that hadolint has", () => {
  const { config, problems } = readHadolintConfig(`
failure-threshold: warning
format: sarif
ignored:
  - DL3008
  - SC2086
label-schema:
  author: text
  version: semver
no-fail: true
no-color: false
override:
  error: [DL3001]
  info:
    - DL3002
  style:
    - DL3003
strict-labels: true
disable-ignore-pragma: true
trustedRegistries:
  - docker.io
  - "*.example.com"
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(config, {
    settings: {
      rules: {
        DL3026: "error",
        DL3001: "error",
        DL3002: "information",
        DL3003: "hint",
        DL3008: "off",
        SC2086: "off",
      },
      select: "default",
      ignore: [],
      shared: {
        trustedRegistries: ["docker.io", "*.example.com"],
        labelSchema: { author: "text", version: "semver" },
        strictLabels: true,
      },
      suppressions: "disregarded",
    },
    failureThreshold: "warning",
    noFail: true,
    noColor: false,
    format: "sarif",
  });
});

test("takes one registry as a text, and an ignored rule out of an override", () => {
  const { config } = readHadolintConfig(
    "trustedRegistries: docker.io\noverride:\n  error: [DL3008]\nignored: [DL3008]\n",
  );
  assert.deepEqual(config.settings.shared, { trustedRegistries: ["docker.io"] });
  assert.deepEqual(config.settings.rules, { DL3026: "error", DL3008: "off" });
});

test("an empty file, and keys without values, say nothing", () => {
  for (const text of ["", "# nothing\n", "---\n", "ignored:\noverride:\nlabel-schema:\n"])
    assert.deepEqual(readHadolintConfig(text).problems, [], text);
});

problem("broken YAML", "ignored: [DL3008\noverride: }", 1, /not valid YAML/);
problem("a list in place of keys", "- DL3008\n", 0, /Expected keys/);
problem("a misspelt key", "# x\nignore:\n  - DL3008\n", 1, /Did you mean "ignored"\?/);
problem("a number in a list", "ignored:\n  - 3008\n", 1, /must be a text/);
problem("a wrong word", "failure-threshold: high\n", 0, /one of error, warning/);
problem("a wrong flag", "ignored: []\nno-fail: maybe\n", 1, /true or false/);
problem("a wrong level", "override:\n  fatal: [DL3008]\n", 1, /"fatal" means nothing here/);
problem("a wrong label form", "label-schema:\n  version: number\n", 1, /one of text/);

test("a problem in one key leaves the others in force", () => {
  const { config, problems } = readHadolintConfig("no-fail: maybe\nignored: [DL3008]\n");
  assert.equal(problems.length, 1);
  assert.deepEqual(config.settings.rules, { DL3008: "off" });
});

test("any text gives an answer", () => {
  for (const text of [
    "\0",
    "{{{",
    "a: &a [*a]",
    "? x\n: y",
    "%YAML 9",
    "a: !!js/function x",
    "\t",
    "[]",
    "1",
  ])
    assert.ok(readHadolintConfig(text));
});

function problem(name: string, text: string, line: number, message: RegExp): void {
  test(`${name} is told with its line`, () => {
    const [first] = readHadolintConfig(text).problems;
    assert.equal(first?.line, line);
    assert.match(first?.message ?? "", message);
  });
}
