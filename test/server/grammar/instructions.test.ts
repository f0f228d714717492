import assert from "node:assert/strict";
import { test } from "node:test";
import { flagOf, flags, flagsOf } from "../../../server/src/grammar/flags";
import { instructionEntry, instructions, keywords } from "../../../server/src/grammar/instructions";
import { compareVersions, newestSyntaxVersion } from "../../../server/src/grammar/syntaxVersions";

test("keywords are in order, each once", () => {
  assert.deepEqual(keywords, [...new Set(keywords)].sort());
  assert.equal(keywords.length, 18);
});

for (const entry of instructions) {
  const { keyword, argument, places, examples, signatures, documentation } = entry;

  test(`${keyword} is complete and agrees with itself`, () => {
    assert.equal(instructionEntry(keyword.toLowerCase()), entry);
    assert.match(documentation, /^https:\/\/docs\.docker\.com\/reference\/dockerfile\/#[a-z-]+$/);
    assert.ok(places.length > 0);
    assert.ok(argument.maximum === undefined || argument.maximum >= argument.minimum);
    assert.ok(examples.length >= 1 && examples.length <= 3);
    for (const example of examples) {
      assert.ok(
        example.split("\n").some((line) => line.startsWith(`${keyword} `)),
        `an example without ${keyword}: ${example}`,
      );
      assert.equal(example, example.trim());
    }
    assert.ok(signatures.length > 0);
    for (const { label, parameters } of signatures) {
      assert.ok(label.startsWith(keyword), label);
      for (const parameter of parameters) {
        const at = label.indexOf(parameter.label);
        assert.ok(at >= 0, `${parameter.label} is no part of ${label}`);
      }
      assert.equal(new Set(parameters.map((parameter) => parameter.label)).size, parameters.length);
    }
  });
}

test("only FROM and ARG may stand before the first stage", () => {
  const preamble = instructions
    .filter(({ places }) => places.includes("preamble"))
    .map(({ keyword }) => keyword);
  assert.deepEqual(preamble, ["ARG", "FROM"]);
});

test("FROM, MAINTAINER and ONBUILD are no triggers", () => {
  const others = instructions
    .filter(({ places }) => !places.includes("trigger"))
    .map(({ keyword }) => keyword);
  assert.deepEqual(others, ["FROM", "MAINTAINER", "ONBUILD"]);
});

test("the instructions of which the last one counts are those that the builder checks", () => {
  const last = instructions.filter(({ lastOneCounts }) => lastOneCounts).map(({ keyword }) => keyword);
  assert.deepEqual(last, ["CMD", "ENTRYPOINT", "HEALTHCHECK"]);
});

test("no keyword is found for a word that is none", () => {
  for (const word of ["", "RUNN", "PUSH", "constructor", "__proto__"])
    assert.equal(instructionEntry(word), undefined);
});

for (const { keyword, flag } of flags) {
  test(`${keyword} --${flag.name} is complete and agrees with itself`, () => {
    assert.equal(flagOf(keyword, flag.name), flag);
    assert.match(flag.name, /^[a-z]+(?:-[a-z]+)*$/);
    assert.ok(flag.example.startsWith(`${keyword} `), flag.example);
    assert.ok(flag.example.includes(`--${flag.name}`), flag.example);
    assert.ok(flag.documentation.startsWith("https://docs.docker.com/"));
    for (const version of [flag.since, flag.labsSince]) {
      if (version === undefined) continue;
      assert.match(version, /^1\.\d+$/);
      assert.ok(
        compareVersions(newestSyntaxVersion, version) >= 0,
        `${version} is newer than ${newestSyntaxVersion}`,
      );
    }
    if (flag.labsSince !== undefined) {
      assert.ok(flag.since !== undefined && compareVersions(flag.labsSince, flag.since) < 0);
    }
    if (flag.value.kind === "choice") {
      const values = flag.value.choices.map(({ value }) => value);
      assert.equal(new Set(values).size, values.length);
      assert.ok(flag.default === undefined || values.includes(flag.default));
    }
  });
}

test("the flags of each instruction", () => {
  const names = Object.fromEntries(
    instructions.flatMap(({ keyword }) => {
      const own = flagsOf(keyword).map(({ name }) => name);
      return own.length > 0 ? [[keyword, own]] : [];
    }),
  );
  assert.deepEqual(names, {
    ADD: ["checksum", "chmod", "chown", "exclude", "keep-git-dir", "link", "unpack"],
    COPY: ["chmod", "chown", "exclude", "from", "link", "parents"],
    FROM: ["platform"],
    HEALTHCHECK: ["interval", "retries", "start-interval", "start-period", "timeout"],
    RUN: ["device", "mount", "network", "security"],
  });
});

test("flags are told apart by case, as the builder does", () => {
  assert.equal(flagOf("COPY", "FROM"), undefined);
  assert.equal(flagOf("copy", "from")?.name, "from");
  assert.deepEqual(flagsOf("NOTHING"), []);
});
