import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inFolder } from "./inFolder";

/** One warning with a safe fix, and nothing else. */
const wrong = "FROM alpine:3.22\nEXPOSE 80/TCP\nUSER 1000\n";
const mended = "FROM alpine:3.22\nEXPOSE 80/tcp\nUSER 1000\n";
const only = ["--select", "expose-proto-casing"];

describe("which files", () => {
  const tree = {
    ".git/HEAD": "",
    ".gitignore": "out/\n*.generated\n",
    Dockerfile: wrong,
    "a/Dockerfile.dev": wrong,
    "a/web.dockerfile": wrong,
    "a/.gitignore": "Containerfile\n",
    "a/Containerfile": wrong,
    "b/Containerfile": wrong,
    "b/Dockerfile.dockerignore": wrong,
    "b/Dockerfile.generated": wrong,
    "b/README.md": wrong,
    "out/Dockerfile": wrong,
    "node_modules/x/Dockerfile": wrong,
  };
  finds(
    "all below the folder that git does not ignore",
    [],
    ["Dockerfile", "a/Dockerfile.dev", "a/web.dockerfile", "b/Containerfile"],
  );
  finds("those of a folder, by the ignore files above it too", ["b"], ["b/Containerfile"]);
  finds("a file whatever it is called", ["b/README.md"], ["b/README.md"]);
  finds("a file although git ignores it", ["out/Dockerfile"], ["out/Dockerfile"]);
  finds("what a glob matches", ["**/*.dev", "a/*.dockerfile"], ["a/Dockerfile.dev", "a/web.dockerfile"]);
  finds(
    "nothing hidden by a glob",
    ["*"],
    ["Dockerfile", "a/Dockerfile.dev", "a/web.dockerfile", "b/Containerfile"],
  );
  finds("nothing that git ignores by a glob", ["**/Dockerfile"], ["Dockerfile"]);
  finds(
    "what lies in a folder that a glob matches",
    ["[a-b]"],
    ["a/Dockerfile.dev", "a/web.dockerfile", "b/Containerfile"],
  );
  finds("each file once", ["Dockerfile", "./Dockerfile", "*ockerfile"], ["Dockerfile"]);

  test("a target that leads nowhere is wrong use", () =>
    inFolder(tree, async ({ lint }) => {
      const { code, complaints } = await lint(["nowhere", ...only]);
      assert.equal(code, 2);
      assert.equal(complaints, "nowhere: there is no such file or folder.\n");
      assert.equal((await lint(["*.nothing", ...only])).code, 2);
      assert.equal((await lint(["Dockerfile/x", ...only])).code, 2);
      assert.match((await lint(["", ...only])).complaints, /^One of the targets is empty/);
      assert.match((await lint(["x".repeat(5000)])).complaints, /can't be read: ENAMETOOLONG/);
    }));

  test("a folder without a Dockerfile passes, with a word about it", () =>
    inFolder({ "a.txt": "" }, async ({ lint }) => {
      assert.deepEqual(await lint([]), { code: 0, output: "", complaints: "No Dockerfile found here.\n" });
    }));

  function finds(name: string, targets: readonly string[], expected: readonly string[]): void {
    test(name, () =>
      inFolder(tree, async ({ lint }) => {
        const { output } = await lint([...targets, ...only, "-f", "json"]);
        const files = JSON.parse(output).map(({ file }: { file: string }) => file.replaceAll("\\", "/"));
        assert.deepEqual(files, expected);
      }),
    );
  }
});

describe("which folder is built", () => {
  const missing = ["--select", "copy-missing-source", "-f", "tty"];
  const text = "FROM alpine:3.22\nCOPY src go.mod /\n";
  const files = { "api/src/a": "", "api/docker/Dockerfile": text, "api/docker/start.sh": "" };

  test("the Dockerfile's own, or one above it that has more of what it copies", () =>
    inFolder(files, async ({ lint, write }) => {
      assert.match((await lint(missing)).output, /^api\/docker\/Dockerfile:2 .*"go\.mod".*\n$/);
      write({ "api/go.mod": "" });
      assert.equal((await lint(missing)).code, 0);
    }));

  test("one above the working directory, within the repository", () =>
    inFolder({ ...files, "api/go.mod": "", "api/.git/HEAD": "" }, async ({ path, lint }) => {
      assert.equal((await lint(missing, {}, join(path, "api", "docker"))).code, 0);
    }));

  test("none that is known, where there are just Dockerfiles", () =>
    inFolder({ Dockerfile: text, "b/Dockerfile": text, "b/README.md": "" }, async ({ lint }) => {
      assert.equal((await lint(missing)).code, 0);
    }));
});

describe("exit codes", () => {
  exits("0 where nothing is found", mended, only, 0);
  exits("1 for a finding", wrong, only, 1);
  exits("0 below the threshold", wrong, [...only, "--failure-threshold", "error"], 0);
  exits("0 below the threshold, in short", wrong, [...only, "-t", "error"], 0);
  exits("0 where nothing may fail", wrong, [...only, "--no-fail"], 0);
  exits("0 for hints, unless asked", wrong, [...only, "--rule", "expose-proto-casing=hint"], 0);
  exits("1 for hints where asked", wrong, [...only, "--style", "ExposeProtoCasing", "-t", "style"], 1);
  exits("2 for an unknown option", wrong, ["--nonsense"], 2);
  exits("2 for an unknown format", wrong, ["-f", "nonsense"], 2);
  exits("2 for an unknown threshold", wrong, ["-t", "high"], 2);
  exits("2 for a rule without a severity", wrong, ["--rule", "expose-proto-casing"], 2);
  exits("2 for a configuration that is not there", wrong, ["-c", "nowhere.yaml"], 2);
  exits("2 for a rule set to what is no severity", wrong, ["--rule", "expose-proto-casing=none"], 2);
  exits("2 for selecting a rule that nobody has", wrong, ["--select", "nonsense"], 2);
  exits("2 for ignoring a rule that nobody has", wrong, ["--ignore", "expose-proto"], 2);
  exits(
    "0 for ignoring a code of hadolint or ShellCheck that nobody here has",
    mended,
    ["--ignore", "DL9999", "--ignore", "SC9999"],
    0,
  );
  exits("2 for explaining a rule that nobody has", wrong, ["--explain", "nonsense"], 2);

  function exits(name: string, text: string, words: readonly string[], expected: number): void {
    test(name, () =>
      inFolder({ Dockerfile: text }, async ({ lint }) => {
        assert.equal((await lint(words)).code, expected);
      }),
    );
  }
});

describe("hadolint's options and files", () => {
  test("its configuration is found in the folder or above", () =>
    inFolder(
      {
        ".hadolint.yaml": "ignored: [ExposeProtoCasing]\n",
        "a/b/Dockerfile": wrong,
        "c/Dockerfile": wrong,
        "c/.hadolint.yml": "no-fail: true\n",
      },
      async ({ lint }) => {
        const run = await lint([...only.slice(0, 0), "-f", "json"]);
        const files = JSON.parse(run.output).filter(
          ({ rule }: { rule: string }) => rule === "expose-proto-casing",
        );
        assert.deepEqual(
          files.map(({ file }: { file: string }) => file.replaceAll("\\", "/")),
          ["c/Dockerfile"],
        );
        assert.equal(run.code, 0);
      },
    ));

  test("the command line is stronger than the environment, and that than the file", () =>
    inFolder(
      { ".hadolint.yaml": "override:\n  error: [ExposeProtoCasing]\nformat: json\n", Dockerfile: wrong },
      async ({ lint }) => {
        const level = async (words: readonly string[], environment = {}) =>
          JSON.parse((await lint([...only, ...words], environment)).output)[0]?.level;
        assert.equal(await level([]), "error");
        assert.equal(await level([], { HADOLINT_OVERRIDE_INFO: "ExposeProtoCasing" }), "info");
        assert.equal(
          await level(["--style", "expose-proto-casing"], { HADOLINT_OVERRIDE_INFO: "ExposeProtoCasing" }),
          "style",
        );
      },
    ));

  test("a variable of the environment with a slip is told", () =>
    inFolder({ Dockerfile: wrong }, async ({ lint }) => {
      const complaint = async (environment: NodeJS.ProcessEnv) => {
        const { code, complaints } = await lint(only, environment);
        assert.equal(code, 2);
        return complaints;
      };
      assert.match(await complaint({ HADOLINT_FORMAT: "x" }), /^HADOLINT_FORMAT x: there is no such format/);
      assert.match(await complaint({ HADOLINT_FAILURE_THRESHOLD: "x" }), /^HADOLINT_FAILURE_THRESHOLD x: /);
      assert.match(await complaint({ HADOLINT_REQUIRE_LABELS: "a:x" }), /^HADOLINT_REQUIRE_LABELS a:x: /);
    }));

  test("a configuration with a slip is told with its line, and the rest of it holds", () =>
    inFolder(
      { ".hadolint.yaml": "ignored: [ExposeProtoCasing]\nno-fail: maybe\n", Dockerfile: wrong },
      async ({ lint }) => {
        const { code, complaints } = await lint(["--ignore", "expose-does-not-publish"]);
        assert.equal(code, 2);
        assert.match(complaints, /\.hadolint\.yaml:2: "no-fail" must be true or false\./);
      },
    ));

  test("a key that hadolint does not know is told and fails nothing", () =>
    inFolder({ ".hadolint.yaml": "ignore: [DL3008]\n", Dockerfile: mended }, async ({ lint }) => {
      const { code, complaints } = await lint(only);
      assert.equal(code, 0);
      assert.match(complaints, /\.hadolint\.yaml:1: "ignore" means nothing here\. Did you mean "ignored"\?/);
    }));

  test("every option of hadolint is taken", () =>
    inFolder({ Dockerfile: mended, "c.yaml": "" }, async ({ lint }) => {
      const words = [
        ...[
          "-c",
          "c.yaml",
          "--no-fail",
          "--no-color",
          "-V",
          "-f",
          "tty",
          "--error",
          "DL3001",
          "--warning",
          "DL3002",
        ],
        ...["--info", "DL3003", "--style", "DL3004", "--ignore", "DL3006", "--trusted-registry", "docker.io"],
        ...["--require-label", "author:text", "--strict-labels", "--disable-ignore-pragma", "-t", "info"],
        ...["--file-path-in-report", "x/Dockerfile", "Dockerfile"],
      ];
      assert.equal((await lint(words)).code, 0);
    }));

  test("--file-path-in-report names the file in reports for other programs alone", () =>
    inFolder({ Dockerfile: wrong }, async ({ lint }) => {
      const output = async (format: string) =>
        (await lint([...only, "--file-path-in-report", "x/Dockerfile", "-f", format, "Dockerfile"])).output;
      assert.match(await output("checkstyle"), /<file name="x\/Dockerfile">/);
      assert.match(await output("tty"), /^Dockerfile:2 /);
    }));

  test("comments that silence have no effect where they are disregarded", () =>
    inFolder({ Dockerfile: `# drydock ignore-file=expose-proto-casing\n${wrong}` }, async ({ lint }) => {
      assert.equal((await lint(only)).code, 0);
      assert.equal((await lint([...only, "--disable-ignore-pragma"])).code, 1);
    }));
});

describe("fixing", () => {
  test("--fix writes what is safe and reports what is left", () =>
    inFolder({ Dockerfile: wrong, "b/Dockerfile": mended }, async ({ path, lint }) => {
      const { code, output } = await lint([...only, "--fix"]);
      assert.equal(code, 0);
      assert.equal(output, "Fixed 1 problem.\n");
      assert.equal(readFileSync(join(path, "Dockerfile"), "utf8"), mended);
    }));

  test("--fix-dry-run shows and writes nothing", () =>
    inFolder({ Dockerfile: wrong }, async ({ path, lint }) => {
      const { output } = await lint([...only, "--fix-dry-run"]);
      assert.equal(output, "Dockerfile\n  2 - EXPOSE 80/TCP\n  2 + EXPOSE 80/tcp\n\nWould fix 1 problem.\n");
      assert.equal(readFileSync(join(path, "Dockerfile"), "utf8"), wrong);
    }));
});

describe("what --fix leaves as it was", () => {
  const bytesOf = (path: string) => readFileSync(join(path, "Dockerfile"));

  test("a file that is no UTF-8, byte for byte", () =>
    inFolder({}, async ({ path, lint }) => {
      const bytes = Buffer.from(`# caf\xe9\n${wrong}`, "latin1");
      writeFileSync(join(path, "Dockerfile"), bytes);
      const { code, output, complaints } = await lint([...only, "--fix"]);
      assert.equal(code, 2);
      assert.equal(complaints, "Dockerfile: left as it is: it is no UTF-8 text. Save it as UTF-8 first.\n");
      assert.match(output, /3:11 {2}warning/);
      assert.deepEqual(bytesOf(path), bytes);
      assert.equal((await lint(only)).code, 1);
    }));

  test("UTF-16, which no builder reads", () =>
    inFolder({}, async ({ path, lint }) => {
      writeFileSync(join(path, "Dockerfile"), Buffer.from(`\uFEFF${wrong}`, "utf16le"));
      const { code, complaints } = await lint(only);
      assert.equal(code, 2);
      assert.match(complaints, /^Dockerfile: could not be read: it is UTF-16 text/);
    }));

  test("the byte order mark and the line endings", () =>
    inFolder({ Dockerfile: `\uFEFF${wrong.replaceAll("\n", "\r\n")}` }, async ({ path, lint }) => {
      assert.equal((await lint([...only, "--fix"])).code, 0);
      assert.equal(bytesOf(path).toString(), `\uFEFF${mended.replaceAll("\n", "\r\n")}`);
    }));

  test("columns do not count the byte order mark", () =>
    inFolder({ Dockerfile: "\uFEFFFROM alpine:3.22 as a\n" }, async ({ lint }) => {
      const [found] = JSON.parse((await lint(["--select", "from-as-casing", "-f", "json"])).output);
      assert.equal(found.column, "FROM alpine:3.22 ".length + 1);
    }));

  test("the mode of a file, and a link to it", () =>
    inFolder({ "a/real": wrong }, async ({ path, lint }) => {
      chmodSync(join(path, "a/real"), 0o754);
      symlinkSync(join("a", "real"), join(path, "Dockerfile"));
      assert.equal((await lint([...only, "--fix"])).code, 0);
      assert.ok(lstatSync(join(path, "Dockerfile")).isSymbolicLink());
      assert.equal(readFileSync(join(path, "a/real"), "utf8"), mended);
      assert.equal(statSync(join(path, "a/real")).mode & 0o777, 0o754);
      assert.deepEqual(readdirSync(join(path, "a")), ["real"]);
    }));

  test("standard input, which is no file", () =>
    inFolder({}, async ({ lint }) => {
      const { code, complaints } = await lint(["--fix", "-"]);
      assert.equal(code, 2);
      assert.match(complaints, /^--fix can't change standard input\. --fix-dry-run/);
    }));
});

describe("about the rules", () => {
  test("--list-rules prints them all", () =>
    inFolder({}, async ({ lint }) => {
      assert.match(
        (await lint(["--list-rules"])).output,
        /^expose-proto-casing +warning +.*ExposeProtoCasing/m,
      );
      const facts = JSON.parse((await lint(["--list-rules", "-f", "json"])).output);
      assert.ok(facts.some(({ id }: { id: string }) => id === "unused-suppression"));
    }));

  test("--explain takes any name and helps with a misspelt one", () =>
    inFolder({}, async ({ lint }) => {
      assert.match((await lint(["--explain", "ExposeProtoCasing"])).output, /^expose-proto-casing\n/);
      assert.match(
        (await lint(["--explain", "ExposeProtoCasin"])).complaints,
        /Did you mean "expose-proto-casing"\?/,
      );
    }));

  test("--version and --help", () =>
    inFolder({}, async ({ lint }) => {
      assert.match((await lint(["--version"])).output, /^\d+\.\d+\.\d+\n$/);
      assert.match((await lint(["--help"])).output, /--failure-threshold/);
    }));
});
