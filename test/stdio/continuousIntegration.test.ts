import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse } from "yaml";
import { isDockerfileName } from "../../server/src/files/dockerfileNames";

const root = join(__dirname, "..", "..");

describe("the GitHub Action", () => {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "drydock-action-"));
  before(() => {
    mkdirSync(join(folder, "a b"));
    writeFileSync(join(folder, "Dockerfile"), "FROM alpine:3.22\nEXPOSE 80/TCP\n");
    writeFileSync(join(folder, "a b", "x.dockerfile"), "FROM alpine:3.22\nUSER 1000\n");
    writeFileSync(join(folder, "strict.yaml"), "override:\n  error: [ExposeProtoCasing]\n");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("annotates every Dockerfile's lines and fails for findings", () => {
    const { status, stdout } = run({});
    assert.match(stdout, /^::warning file=Dockerfile,line=2,.*title=expose-proto-casing::/m);
    assert.equal(status, 1);
  });

  test("takes files with blanks in their names, one a line", () => {
    assert.equal(run({ files: "a b/x.dockerfile\n", "failure-threshold": "warning" }).status, 0);
    assert.equal(run({ files: "a b/x.dockerfile\nDockerfile\n" }).status, 1);
  });

  test("takes a configuration, and further options one a line", () => {
    const { stdout } = run({
      config: "strict.yaml",
      format: "tty",
      arguments: "--select\nexpose-proto-casing\n",
    });
    assert.match(stdout, /^Dockerfile:2 expose-proto-casing error: .*\n$/);
  });

  test("writes a report into a file, and still fails", () => {
    const { status, stdout } = run({ format: "sarif", "output-file": "out.sarif" });
    assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
    assert.equal(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8")).version, "2.1.0");
  });

  test("takes no input for a command", () => {
    const { stderr } = run({ files: "$(touch forged)\n`touch forged`; touch forged" });
    assert.match(stderr, /\$\(touch forged\): there is no such file/);
    assert.throws(() => readFileSync(join(folder, "forged")));
  });

  /** The steps as a runner takes them, with the inputs put where the action asks for them. */
  function run(given: Readonly<Record<string, string>>) {
    const value = (expression: string): string => {
      const input = /^inputs\.([\w-]+)$/.exec(expression)?.[1];
      if (input === undefined) return expression === "github.action_path" ? root : assert.fail(expression);
      return given[input] ?? action.inputs[input].default;
    };
    const filled = (text: string) =>
      text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => value(expression));
    const results = action.runs.steps.map(
      (step: { run: string; env?: Record<string, string>; "working-directory"?: string }) => {
        assert.doesNotMatch(step.run, /\$\{\{/, "a script must not hold an expression");
        const environment = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text)]);
        return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
          cwd: filled(step["working-directory"] ?? folder),
          env: { PATH: process.env["PATH"], ...Object.fromEntries(environment) },
          encoding: "utf8",
        });
      },
    );
    return results.at(-1);
  }
});

describe("the pre-commit hooks", () => {
  const hooks: readonly { entry: string; files: string; exclude: string }[] = parse(
    readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"),
  );

  test("take the files that the program takes by itself", () => {
    const names = [
      "Dockerfile",
      "a/dockerfile",
      "Dockerfile.dev",
      "x/web.Dockerfile",
      "Containerfile",
      "a.containerfile",
    ];
    const others = [
      "Dockerfile.dockerignore",
      "README.md",
      "dockerfiles/a.txt",
      "Dockerfile/a",
      "my-dockerfile",
      ".dockerignore",
    ];
    for (const { files, exclude } of hooks) {
      const [wanted, unwanted] = [files, exclude].map(
        (pattern) => new RegExp(pattern.replace(/^\(\?i\)/, ""), "i"),
      );
      const isTaken = (name: string) => wanted?.test(name) === true && unwanted?.test(name) === false;
      assert.deepEqual([...names, ...others].filter(isTaken), names);
    }
    assert.deepEqual([...names, ...others].filter(isDockerfileName), names);
  });

  test("call commands that there are", () => {
    for (const { entry } of hooks) {
      const [, command = "", ...options] = entry.split(" ");
      const program = join(root, "dist", "cli.js");
      const { status, stdout } = spawnSync(process.execPath, [program, command, ...options, "--help"], {
        encoding: "utf8",
      });
      assert.equal(status, 0, entry);
      assert.match(stdout, new RegExp(`^Usage: drydock ${command} `));
    }
  });
});
