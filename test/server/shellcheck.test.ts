import assert from "node:assert/strict";
import { mkdtempSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import type { Problem, Rule } from "../../server/src/lint/rule";
import { defaultLintSettings, type LintSettings } from "../../server/src/lint/settings";
import type { ShellCheckComment } from "../../server/src/lint/shellcheckProblems";
import { shellcheckScripts } from "../../server/src/lint/shellcheckScripts";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";
import { shellcheck } from "../../server/src/rules/shellcheck";
import { createShellCheckRunner } from "../../server/src/shellcheckProgram";
import { createShellCheckService } from "../../server/src/shellcheckService";

describe("which scripts ShellCheck reads", () => {
  reads("of RUN and of RUN in ONBUILD", "FROM a\nRUN b\nONBUILD RUN c\nCMD d", ["sh: b", "sh: c"]);
  reads("by the stage's shell", 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN b', ["bash: b"]);
  reads("none of Windows", 'FROM a\nSHELL ["powershell"]\nRUN b', []);
  reads("none in exec form", 'FROM a\nRUN ["b", "c"]', []);
  reads(
    "of heredocs, by their first line",
    "FROM a\nRUN <<E\n#!/bin/bash\nb\nE\nRUN <<E\n#!/usr/bin/env python3\nc\nE",
    ["bash: #!/bin/bash\nb\n"],
  );

  given("of those that they use, what ENV and ARG define", "FROM a\nARG B C\nRUN echo $B ${D}", "read -r B");
  given("in their own stage alone", "FROM a\nARG B\nFROM a\nRUN echo $B", ":");
  given("by a stage below", "FROM a AS b\nENV B=1\nFROM b\nRUN echo $B", "read -r B");
  given("by the builder", "FROM a\nRUN echo $http_proxy", "read -r http_proxy");
  given("by a secret", "FROM a\nRUN --mount=type=secret,id=b,env=c echo $b $c", "read -r c");
  given("by other triggers", "FROM a\nONBUILD ARG b\nONBUILD RUN echo $b", "read -r b");

  function given(name: string, text: string, firstLine: string): void {
    test(`with the variables that are given ${name}`, () => {
      const scripts = shellcheckScripts(parseDockerfile(text));
      assert.deepEqual(
        scripts.map(({ source }) => source.split("\n", 1)[0]),
        [firstLine],
      );
    });
  }

  function reads(name: string, text: string, expected: readonly string[]): void {
    test(name, () => {
      const scripts = shellcheckScripts(parseDockerfile(text));
      assert.deepEqual(
        scripts.map(({ dialect, script }) => `${dialect}: ${script.text}`),
        expected,
      );
    });
  }
});

describe("the service", () => {
  const said: ShellCheckComment = {
    ...{
      line: 2,
      endLine: 2,
      column: 6,
      endColumn: 8,
      level: "warning",
      code: 9999,
      message: "Odd",
      fix: null,
    },
  };

  test("answers from what it knows, asks for the rest after a pause, in one process, and each script once", async () => {
    const asked: (readonly string[])[] = [];
    let answered: () => void = assert.fail;
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const service = createShellCheckService({
      run: async (_program, _dialect, scripts) => {
        asked.push(scripts);
        return scripts.map(() => [said]);
      },
      onAnswer: () => answered(),
      onFailure: assert.fail,
    });
    const dockerfile = parseDockerfile("FROM a\nRUN echo $x\nRUN echo $y\nRUN echo $x\n");
    assert.deepEqual(service.known(dockerfile, "shellcheck", "Dockerfile"), []);
    await answer;
    assert.deepEqual(
      service.known(dockerfile, "shellcheck", "Dockerfile").map(({ range }) => range.start),
      [1, 2, 3].map((line) => ({ line, character: 9 })),
    );
    service.known(parseDockerfile("# moved\nFROM a\nRUN echo $y\n", dockerfile), "shellcheck", "Dockerfile");
    assert.deepEqual(asked, [[":\necho $x", ":\necho $y"]]);
  });

  test("a program that is not there is looked for once", async () => {
    let times = 0;
    const service = createShellCheckService({
      run: async () => {
        times++;
        return undefined;
      },
      onAnswer: assert.fail,
      onFailure: assert.fail,
    });
    const dockerfile = parseDockerfile("FROM a\nRUN b\n");
    await assert.rejects(service.complete([dockerfile], "nowhere"), /no such program/);
    service.known(dockerfile, "nowhere", "Dockerfile");
    assert.equal(times, 1);
  });

  test("what our own rules found is told once, and settings and comments hold for ShellCheck's codes", () => {
    const find = (text: string, problems: readonly Problem[], settings: Partial<LintSettings> = {}) =>
      lintFile(parseDockerfile(text), {
        rules: [own, shellcheck],
        settings: { ...defaultLintSettings, ...settings },
        outside: nothingOutside(),
        onCrash: assert.fail,
        programs: { shellcheck: problems },
      }).map(({ rule, severity }) => `${rule.id} ${severity}`);
    const place = { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } };
    const own: Rule = {
      ...{ id: "own", aliases: ["SC2086"], summary: "", rationale: "", examples: [] },
      severity: "warning",
      category: "shell",
      check: (_, report) => report({ range: place, message: "Own." }),
    };
    const other: Problem = { range: place, message: "Other.", aliases: ["SC2154"], severity: "hint" };
    const same: Problem = { range: place, message: "Same.", aliases: ["SC2086"] };
    const text = "FROM a\nRUN echo\n";
    assert.deepEqual(find(text, [same, other]), ["own warning", "shellcheck hint"]);
    assert.deepEqual(find(text, [other], { rules: { SC2154: "error" } }), [
      "own warning",
      "shellcheck error",
    ]);
    assert.deepEqual(find(text, [other], { ignore: ["SC2154"] }), ["own warning"]);
    assert.deepEqual(find(text, [same], { rules: { own: "off" } }), []);
    assert.deepEqual(find("# hadolint ignore=SC2154\nRUN echo\n", [other]), ["own warning"]);
    assert.deepEqual(find(text, [other], { rules: { shellcheck: "off" } }), ["own warning"]);
  });
});

describe("what ShellCheck does not know", () => {
  const bash = 'SHELL ["/bin/bash", "-c"]';
  mistakes(
    "of BusyBox's sh, which knows [[ and source",
    "alpine:3.22",
    ["SC3010", "SC3046"],
    ["SC3030", "SC2086"],
  );
  mistakes("of a sh that is bash", "fedora:42", ["SC3010", "SC3030"], ["SC2086"]);
  mistakes("of dash, which knows local", "debian:13", ["SC3043", "SC3013"], ["SC3010", "SC3046"]);
  mistakes("of ash, which it takes for dash", 'me/app:1\nSHELL ["/bin/ash", "-c"]', ["SC3010"], ["SC3030"]);
  mistakes("of an image that nobody knows", "me/app:1", [], ["SC3010", "SC3043"]);
  mistakes("of bash by SHELL", `debian:13\n${bash}`, ["SC3010"], ["SC2086"]);

  test("of an array that is none, of which a rule of its own tells", () => {
    assert.deepEqual(codesLeft("FROM a\nRUN ['b', 'c']\n", ["SC1073", "SC1035"]), []);
    assert.deepEqual(codesLeft("FROM a\nONBUILD RUN ['b', 'c']\n", ["SC1073"]), []);
  });

  function mistakes(name: string, base: string, wrong: readonly string[], right: readonly string[]): void {
    test(name, () => {
      assert.deepEqual(codesLeft(`FROM ${base}\nRUN one\n`, [...wrong, ...right]), right);
    });
  }

  function codesLeft(text: string, codes: readonly string[]): (string | undefined)[] {
    const line = text.split("\n").length - 2;
    const range = { start: { line, character: 4 }, end: { line, character: 7 } };
    return lintFile(parseDockerfile(text), {
      rules: [shellcheck],
      settings: defaultLintSettings,
      outside: nothingOutside(),
      onCrash: assert.fail,
      programs: { shellcheck: codes.map((code) => ({ range, message: "Said.", aliases: [code] })) },
    }).map(({ problem }) => problem.aliases?.[0]);
  }
});

test("a program that is not there is no error, and nothing is written for it", async () => {
  const outer = process.env["TMPDIR"];
  const folder = mkdtempSync(join(tmpdir(), "drydock-test-"));
  process.env["TMPDIR"] = folder;
  try {
    const running = createShellCheckRunner()("drydock-has-no-such-program", "sh", ["echo"]);
    const written = watchedNames(folder);
    assert.equal(await running, undefined);
    assert.deepEqual(written(), []);
  } finally {
    if (outer === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = outer;
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The names of what comes into a folder from now on, what is gone again by then too. */
function watchedNames(folder: string): () => readonly string[] {
  const names: string[] = [];
  const watcher = watch(folder, (_, name) => void names.push(name ?? ""));
  return () => {
    watcher.close();
    return names;
  };
}

test("the rule is among the rules", () => {
  assert.ok(rules.includes(shellcheck));
});
