import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type BuildContextRequest, createBuildContexts } from "../../../server/src/files/buildContexts";
import { isDockerfileName } from "../../../server/src/files/dockerfileNames";
import { createGitignore } from "../../../server/src/files/gitignore";
import { globMatcher } from "../../../server/src/files/globMatcher";
import { createHadolintConfigFiles } from "../../../server/src/files/hadolintConfigFiles";
import { listingOf, MOST_PATHS } from "../../../server/src/files/listing";
import { workspaceDockerfiles } from "../../../server/src/files/workspaceDockerfiles";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { inMemoryFiles } from "./inMemoryFiles";

const root = "file:///project";

test("Dockerfiles are known by their names", () => {
  const yes = [
    "Dockerfile",
    "dockerfile",
    "a/Dockerfile.dev",
    "web.dockerfile",
    "Containerfile",
    "a/Containerfile.x",
  ];
  const no = [
    "Dockerfile.dockerignore",
    "README.md",
    "Dockerfiles",
    "mydockerfile",
    ".dockerfile",
    "docker-compose.yml",
  ];
  assert.deepEqual(yes.filter(isDockerfileName), yes);
  assert.deepEqual(no.filter(isDockerfileName), []);
});

describe("globs", () => {
  matches("*.dockerfile", ["a.dockerfile", "b/a.dockerfile"], ["a.dockerfile.x", "a/b"]);
  matches("docker/*", ["docker/Dockerfile"], ["docker/a/Dockerfile", "x/docker/Dockerfile"]);
  matches("**/Dockerfile", ["Dockerfile", "a/b/Dockerfile"], ["Dockerfiles", "aDockerfile"]);
  matches("docker/**", ["docker/a", "docker/a/b"], ["other/a", "x/docker/a"]);
  matches(".hidden/*", [".hidden/.a"], ["hidden/a"]);
  matches(
    "{web,api}/Dockerfile.?",
    ["web/Dockerfile.a", "api/Dockerfile.b"],
    ["db/Dockerfile.a", "web/Dockerfile.ab"],
  );
  matches("./a+(b)/c", ["a+(b)/c"], ["aab/c"]);
  matches("[ab-c].[!x]", ["a.y", "c.z"], ["d.y", "a.x", "a./"]);
  matches("[z-a]/[", ["[z-a]/["], ["z/["]);
  matches("{a", [], ["a"]);

  function matches(glob: string, yes: readonly string[], no: readonly string[]): void {
    test(glob, () => {
      const isLike = globMatcher(glob);
      assert.deepEqual(
        [...yes, ...no].filter((path) => isLike(path)),
        yes,
      );
    });
  }
});

test("deeper ignore files are stronger, and a folder's speaks for what lies below it alone", () => {
  const gitignore = createGitignore();
  gitignore.add("", "out/\n*.tmp\n");
  gitignore.add("a/", "!keep.tmp\n/here\n");
  const paths = ["out/", "out/x", "b.tmp", "a/b.tmp", "a/keep.tmp", "a/here", "a/b/here", "here", "x/a/here"];
  assert.deepEqual(
    paths.filter((path) => gitignore.ignores(path)),
    ["out/", "out/x", "b.tmp", "a/b.tmp", "a/here"],
  );
});

test("the Dockerfiles of a workspace folder are those that git does not ignore", async () => {
  const files = inMemoryFiles({
    [`${root}/.gitignore`]: "out/",
    [`${root}/Dockerfile`]: "",
    [`${root}/a b/Dockerfile`]: "",
    [`${root}/out/Dockerfile`]: "",
    [`${root}/c/.gitignore`]: "*.dev",
    [`${root}/c/Dockerfile.dev`]: "",
  });
  assert.deepEqual(await workspaceDockerfiles(files, root), [
    `${root}/Dockerfile`,
    `${root}/a%20b/Dockerfile`,
  ]);
});

describe("hadolint's configuration", () => {
  finds("beside the file", { "/project/a/.hadolint.yml": "" }, "/project/a/.hadolint.yml");
  finds("in a folder above", { "/.hadolint.yaml": "", "/home/me/.hadolint.yaml": "" }, "/.hadolint.yaml");
  finds(
    "the nearest alone",
    { "/project/.hadolint.yaml": "", "/project/a/.hadolint.yaml": "" },
    "/project/a/.hadolint.yaml",
  );
  finds("of the user at last", { "/home/me/.hadolint.yaml": "" }, "/home/me/.hadolint.yaml");
  finds("nowhere", {}, undefined);

  test("has each of its faulty files told once, and is read again when it was forgotten", async () => {
    const texts: Record<string, string> = { [`${root}/.hadolint.yaml`]: "no-fail: maybe" };
    const told: string[] = [];
    const files = inMemoryFiles(texts);
    const configs = createHadolintConfigFiles({
      files,
      userConfigFiles: [],
      onProblems: (uri) => told.push(uri),
    });
    await configs.of(`${root}/Dockerfile`);
    await configs.of(`${root}/a/Dockerfile`);
    assert.deepEqual(told, [`${root}/.hadolint.yaml`]);
    texts[`${root}/.hadolint.yaml`] = "no-fail: true";
    configs.forget();
    assert.equal((await configs.of(`${root}/Dockerfile`))?.config.noFail, true);
    assert.equal(await configs.of("untitled:Untitled-1"), undefined);
  });

  function finds(name: string, paths: Record<string, string>, expected: string | undefined): void {
    test(`is found ${name}`, async () => {
      const texts = Object.fromEntries(Object.entries(paths).map(([path, text]) => [`file://${path}`, text]));
      const configs = createHadolintConfigFiles({
        files: inMemoryFiles(texts),
        userConfigFiles: ["file:///home/me/.config/hadolint.yaml", "file:///home/me/.hadolint.yaml"],
        onProblems: assert.fail,
      });
      const found = await configs.of(`${root}/a/Dockerfile`);
      assert.equal(found?.uri, expected && `file://${expected}`);
    });
  }
});

describe("the build context", () => {
  test("is the Dockerfile's own folder, listed once", async () => {
    const files = inMemoryFiles({ [`${root}/Dockerfile`]: "", [`${root}/src/a`]: "" });
    const contexts = createBuildContexts(files);
    await contexts.of(request("Dockerfile", "FROM a\nCOPY src /"));
    const found = await contexts.of(request("Dockerfile", "FROM a\nCOPY src /"));
    assert.deepEqual([...(found?.paths ?? [])].sort(), ["Dockerfile", "src/", "src/a"]);
    assert.equal(files.listings(), 1);
    contexts.forget();
    await contexts.of(request("Dockerfile", "FROM a"));
    assert.equal(files.listings(), 2);
  });

  test("is the workspace folder where more of the sources lie there", async () => {
    const files = inMemoryFiles({
      [`${root}/docker/Dockerfile`]: "",
      [`${root}/src/a`]: "",
      [`${root}/go.mod`]: "",
    });
    const contexts = createBuildContexts(files);
    const text =
      "FROM a\nCOPY --chown=b go.mod ./src/ /x/\nCOPY --from=c missing /\nADD https://example.com/x /\n";
    assert.ok((await contexts.of(request("docker/Dockerfile", text)))?.paths.has("go.mod"));
    assert.ok(
      !(await contexts.of(request("docker/Dockerfile", "FROM a\nCOPY Dockerfile /")))?.paths.has("go.mod"),
    );
  });

  test("is a folder between where most of the sources lie there", async () => {
    const files = inMemoryFiles({
      [`${root}/my api/docker/Dockerfile`]: "",
      [`${root}/my api/docker/start.sh`]: "",
      [`${root}/my api/src/a`]: "",
      [`${root}/src/b`]: "",
    });
    const found = await createBuildContexts(files).of(
      request("my%20api/docker/Dockerfile", "FROM a\nCOPY src docker/start.sh /\n"),
    );
    assert.equal(found?.folder, `${root}/my%20api`);
  });

  test("is unknown where there is nothing but Dockerfiles and what goes with them", async () => {
    const texts: Record<string, string> = {
      [`${root}/Dockerfile`]: "",
      [`${root}/web/Dockerfile.dev`]: "",
      [`${root}/.dockerignore`]: "",
      [`${root}/compose.yaml`]: "",
      [`${root}/README.md`]: "",
    };
    const contexts = createBuildContexts(inMemoryFiles(texts));
    assert.equal(await contexts.of(request("Dockerfile", "FROM a\nCOPY src /\n")), undefined);
    texts[`${root}/main.go`] = "";
    contexts.forget();
    assert.ok((await contexts.of(request("Dockerfile", "FROM a\nCOPY src /\n")))?.paths.has("main.go"));
  });

  test("is where the settings say, unless that lies outside of the workspace", async () => {
    const files = inMemoryFiles({
      [`${root}/docker/web/Dockerfile`]: "",
      [`${root}/docker/web/own`]: "",
      [`${root}/web/a`]: "",
    });
    const contexts = createBuildContexts(files);
    const of = (folder: string) =>
      contexts.of({ ...request("docker/web/Dockerfile", "FROM a"), folders: { "docker/**": folder } });
    assert.ok((await of("web"))?.paths.has("a"));
    assert.ok((await of("./web/"))?.paths.has("a"));
    assert.ok((await of("../elsewhere"))?.paths.has("own"));
  });

  test("has the Dockerfile's own ignore file before the shared one", async () => {
    const texts: Record<string, string> = {
      [`${root}/Dockerfile`]: "",
      [`${root}/a`]: "",
      [`${root}/.dockerignore`]: "shared",
    };
    const contexts = createBuildContexts(inMemoryFiles(texts));
    const ignoreFile = async () => (await contexts.of(request("Dockerfile", "FROM a")))?.ignoreFile;
    assert.deepEqual(await ignoreFile(), { name: ".dockerignore", text: "shared" });
    texts[`${root}/Dockerfile.dockerignore`] = "own";
    contexts.forget();
    assert.deepEqual(await ignoreFile(), { name: "Dockerfile.dockerignore", text: "own" });
  });

  test("is unknown where nobody can look", async () => {
    assert.equal(await createBuildContexts(undefined).of(request("Dockerfile", "FROM a")), undefined);
    assert.equal(await createBuildContexts(inMemoryFiles({})).of(request("Dockerfile", "FROM a")), undefined);
  });

  test("leaves unknown what lies in folders that are not entered, or beyond the limit", () => {
    assert.deepEqual(
      [...listingOf(["a/", "node_modules/", "a/.git/", "a/b"]).unlisted],
      ["node_modules/", "a/.git/"],
    );
    const many = [
      "deep/",
      "cut/",
      "empty/",
      "deep/x",
      ...Array.from({ length: MOST_PATHS - 4 }, (_, at) => `cut/${at}`),
    ];
    assert.deepEqual([...listingOf(many).unlisted], ["empty/", "cut/"]);
  });

  function request(path: string, text: string): BuildContextRequest {
    return { uri: `${root}/${path}`, dockerfile: parseDockerfile(text), workspaceFolder: root, folders: {} };
  }
});
