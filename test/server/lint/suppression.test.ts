import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lintFile } from "../../../server/src/lint/lintFile";
import { nothingOutside } from "../../../server/src/lint/outside";
import type { Rule } from "../../../server/src/lint/rule";
import { defaultLintSettings, type LintSettings } from "../../../server/src/lint/settings";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { unusedSuppression } from "../../../server/src/rules/unusedSuppression";

/** Two rules that find something in every RUN line and in every WORKDIR, under names that peers use. */
const inEveryRun: Rule = {
  ...facts("in-every-run"),
  aliases: ["DL3008", "SC2086"],
  checkInstruction(instruction, report) {
    if (instruction.keyword !== "RUN") return;
    for (let { line } = instruction.range.start; line <= instruction.range.end.line; line++)
      report({ range: { start: { line, character: 0 }, end: { line, character: 3 } }, message: "Found." });
  },
};
const inEveryWorkdir: Rule = {
  ...facts("in-every-workdir"),
  aliases: ["WorkdirRelativePath", "DL3000", "WORKDIR_IS_NOT_ABSOLUTE"],
  check({ instructions }, report) {
    for (const { keyword, keywordRange } of instructions)
      if (keyword === "WORKDIR") report({ range: keywordRange, message: "Found." });
  },
};
const experimental: Rule = {
  ...facts("invalid-definition-description"),
  aliases: ["InvalidDefinitionDescription"],
  default: "off",
  check({ instructions }, report) {
    for (const { keyword, keywordRange } of instructions)
      if (keyword === "ARG") report({ range: keywordRange, message: "Found." });
  },
};
const rules = [inEveryRun, inEveryWorkdir, experimental, unusedSuppression];

describe("hadolint's comments", () => {
  check("reach the next instruction", "FROM a\n# hadolint ignore=DL3008\nRUN a\nRUN b", ["in-every-run 3"]);
  check("reach all lines of it", "FROM a\n# hadolint ignore=DL3008\nRUN a \\\n  b\nRUN c", [
    "in-every-run 4",
  ]);
  check("take a remark after #", "FROM a\n# hadolint ignore=DL3008 # because\nRUN a", []);
  check("take blanks and several names", "FROM a\n#hadolint  ignore = DL3000 , DL3008\nRUN a", [
    "unused-suppression 1",
  ]);
  check("take any name of a rule", "FROM a\n# hadolint ignore=in-every-run\nRUN a", []);
  check("reach the file", "# hadolint global ignore=DL3008\nFROM a\nRUN a\nRUN b", []);
  check(
    "reach a stage",
    "FROM a\nRUN a\n# hadolint stage ignore=DL3008\nFROM b\nRUN b\nRUN c\nFROM c\nRUN d",
    ["in-every-run 1", "in-every-run 7"],
  );
  check("reach no further than the next line", "FROM a\n# hadolint ignore=DL3008\n# why\nRUN a", [
    "unused-suppression 1",
    "in-every-run 3",
  ]);
  check("stand above ONBUILD", "FROM a\n# hadolint ignore=DL3008\nONBUILD RUN a", []);
  check("are lower case", "FROM a\n# Hadolint ignore=DL3008\nRUN a", ["in-every-run 2"]);
  check("are not read with a remark that lacks its #", "FROM a\n# hadolint ignore=DL3008 because\nRUN a", [
    "unused-suppression 1",
    "in-every-run 2",
  ]);
  check("are not seen between lines", "FROM a\nRUN a \\\n# hadolint ignore=DL3008\n  b", [
    "in-every-run 1",
    "in-every-run 2",
    "unused-suppression 2",
    "in-every-run 3",
  ]);
});

describe("the builder's directive", () => {
  check("skips what it names", "# check=skip=WorkdirRelativePath\nFROM a\nWORKDIR b\nRUN c", [
    "in-every-run 3",
  ]);
  check("skips all of the builder's checks and no others", "# check=skip=all\nFROM a\nWORKDIR b\nRUN c", [
    "in-every-run 3",
  ]);
  check("counts only at the top", "FROM a\n\n# check=skip=all\n\nWORKDIR b", ["in-every-workdir 4"]);
  check(
    "above an instruction, it speaks of that one",
    "FROM a\n# check=skip=WorkdirRelativePath // why\n# and more\nWORKDIR b\nWORKDIR c",
    ["in-every-workdir 4"],
  );
  check(
    "of several above an instruction the first counts",
    "FROM a\n# check=skip=WorkdirRelativePath\n# check=skip=StageNameCasing\nWORKDIR b",
    ["unused-suppression 2"],
  );
  check("a comment without a text parts them", "FROM a\n# check=skip=all\n#\nWORKDIR b", [
    "in-every-workdir 3",
  ]);
  check("tells capitals apart", "# check=skip=workdirrelativepath\nFROM a\nWORKDIR b", [
    "unused-suppression 0",
    "in-every-workdir 2",
  ]);
  check("takes peers' names too", "# check=skip=DL3000\nFROM a\nWORKDIR b", []);
  check(
    "reads nothing behind a blank",
    "# check=skip=StageNameCasing, WorkdirRelativePath\nFROM a\nWORKDIR b",
    ["in-every-workdir 2"],
  );
  check("tells a misspelt name", "# check=skip=WorkdirRelativPath\nFROM a\nWORKDIR b", [
    "unused-suppression 0",
    "in-every-workdir 2",
  ]);
  check("says nothing of a name it does not know", "# check=skip=SomethingNew\nFROM a", []);
  check(
    "switches experimental checks on",
    "# check=experimental=InvalidDefinitionDescription\nFROM a\nARG b",
    ["invalid-definition-description 2"],
  );
  check("switches all experimental checks on", "# check=experimental=all;skip=none\nFROM a\nARG b", [
    "invalid-definition-description 2",
  ]);

  test("makes the builder's findings errors", () => {
    const found = findings("# check=error=true\nFROM a\nWORKDIR b\nRUN c");
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ["error", "warning"],
    );
  });
});

describe("the others' comments", () => {
  check("dockerfile-utils: the very next line", "FROM a\n# dockerfile-utils: ignore\nRUN a\nRUN b", [
    "in-every-run 3",
  ]);
  check("dockerfile-utils: not further down", "FROM a\n# dockerfile-utils: ignore\n\nRUN a", [
    "unused-suppression 1",
    "in-every-run 3",
  ]);
  check("shellcheck: the next instruction", "FROM a\n# shellcheck disable=SC2086,SC2046\nRUN a", []);
  check("shellcheck: codes without letters, and ranges", "FROM a\n# shellcheck disable=2000-2099\nRUN a", []);
  check("shellcheck: a line of an instruction", "FROM a\nRUN a \\\n# shellcheck disable=SC2086\n  b", [
    "in-every-run 1",
    "in-every-run 2",
  ]);
  check(
    "shellcheck: all of a heredoc from its top",
    "FROM a\nRUN <<E\n# shellcheck disable=SC2086\na\nb\nE",
    ["in-every-run 1", "in-every-run 2", "in-every-run 5"],
  );
  check(
    "shellcheck: the next command of a heredoc",
    "FROM a\nRUN <<E\na\n# shellcheck disable=SC2086\nb\nE",
    ["in-every-run 1", "in-every-run 2", "in-every-run 3", "in-every-run 5"],
  );
  check("drydock: the next instruction", "FROM a\n# Drydock ignore=DL3008\nRUN a\nRUN b", ["in-every-run 3"]);
  check("drydock: the file", "FROM a\nRUN a\n# drydock ignore-file=in-every-run\nWORKDIR b", [
    "in-every-workdir 3",
  ]);
  check("drydock: everything", "FROM a\n# drydock ignore=all\nRUN a\nRUN b", ["in-every-run 3"]);
});

describe("a comment that silences nothing", () => {
  check("is told", "# drydock ignore=DL3008\nFROM a", ["unused-suppression 0"]);
  check("is not told where the rule is off", "# drydock ignore=DL3008\nFROM a", [], {
    ...defaultLintSettings,
    ignore: ["in-every-run"],
  });
  check("is not told of a rule of another tool", "# hadolint ignore=DL9999,SC2034\nFROM a", []);
  check("is told of a name that nobody has", "# drydock ignore=no-such-rule\nFROM a", [
    "unused-suppression 0",
  ]);
  check("is told where no instruction follows", "FROM a\n# drydock ignore=DL3008\n", [
    "unused-suppression 1",
  ]);
  check(
    "can be silenced itself",
    "# drydock ignore-file=unused-suppression\n# drydock ignore=DL3008\nFROM a",
    [],
  );

  test("says which name was probably meant", () => {
    const [finding] = findings("# drydock ignore=in-evry-run\nFROM a\nRUN a");
    assert.equal(finding?.problem.message, 'No rule is called "in-evry-run". Did you mean "in-every-run"?');
    assert.deepEqual(finding?.problem.fix?.edits[0]?.newText, "in-every-run");
    assert.equal(finding?.problem.fix?.unsafe, true);
  });
});

check(
  "comments have no effect where they are disregarded",
  "FROM a\n# hadolint ignore=DL3008\nRUN a",
  ["in-every-run 2"],
  {
    ...defaultLintSettings,
    suppressions: "disregarded",
  },
);

check(
  "what is said to the builder holds even so",
  "# check=skip=WorkdirRelativePath\nFROM a\nWORKDIR b\n# hadolint ignore=DL3008\nRUN a",
  ["in-every-run 4"],
  { ...defaultLintSettings, suppressions: "disregarded" },
);

/** `expected`: rule and line of each finding. */
function check(
  name: string,
  text: string,
  expected: readonly string[],
  settings = defaultLintSettings,
): void {
  test(name, () => {
    assert.deepEqual(
      findings(text, settings).map(({ rule, problem }) => `${rule.id} ${problem.range.start.line}`),
      expected,
    );
  });
}

function findings(text: string, settings: LintSettings = defaultLintSettings) {
  return lintFile(parseDockerfile(text), {
    rules,
    settings,
    outside: nothingOutside(),
    onCrash: (_, error) => {
      throw error;
    },
  });
}

function facts(id: string) {
  return {
    id,
    severity: "warning",
    category: "style",
    summary: "Probe.",
    rationale: "Probe.",
    examples: [],
  } as const;
}
