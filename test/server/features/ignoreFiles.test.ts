import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MarkupContent } from "vscode-languageserver-types";
import { completeIgnoreFile } from "../../../server/src/features/ignoreFiles/completeIgnoreFile";
import { hoverIgnoreFile } from "../../../server/src/features/ignoreFiles/hoverIgnoreFile";
import { ignoreFileDiagnostics } from "../../../server/src/features/ignoreFiles/ignoreFileDiagnostics";
import { readIgnoreFile } from "../../../server/src/ignoreFile/ignoreFile";
import { dockerfileContext } from "../../support/dockerfileContext";
import { readMarks } from "../../support/markedText";

const files = {
  Dockerfile: "",
  "web.Dockerfile": "",
  "web.Dockerfile.dockerignore": "",
  "a.log": "12345",
  "src/b.log": "123",
  "src/main.py": "1",
};
const file = { ...dockerfileContext({ files }), uri: "file:///project/.dockerignore" };

describe("problems of ignore files", () => {
  const check = (marked: string) =>
    test(marked.split("\n").join(" ⏎ "), () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(
        ignoreFileDiagnostics(readIgnoreFile(text), file).map(({ range }) => range),
        ranges,
      );
    });
  check("*.log\n[|*.tmp|]\n# note\n\n!src\n  [|missing/|]  ");
  check("[|!|]");
  check("[|a[bc|]");
  check("/src/\n./a.log\n**/*.log");
  test("nothing is said of what may lie in a folder that is not looked into", () => {
    const unlisted = {
      folder: "file:///p",
      paths: new Set(["node_modules/"]),
      unlisted: new Set(["node_modules/"]),
      ignoreFile: undefined,
    };
    const unsure = dockerfileContext({ outside: { buildContext: unlisted } });
    assert.deepEqual(
      ignoreFileDiagnostics(readIgnoreFile("node_modules/x\n**/*.md\nnode_modules"), unsure),
      [],
    );
    assert.equal(ignoreFileDiagnostics(readIgnoreFile("missing"), unsure).length, 1);
  });
});

describe("hover in ignore files", () => {
  const check = (marked: string, texts: readonly string[]) =>
    test(marked.split("\n").join(" ⏎ "), async () => {
      const { text, ranges } = readMarks(marked);
      const found = await hoverIgnoreFile(
        readIgnoreFile(text),
        { position: ranges[0]?.start ?? { line: 0, character: 0 } },
        file,
      );
      const value = (found?.contents as MarkupContent | undefined)?.value ?? "";
      for (const wanted of texts) assert.ok(value.includes(wanted), value);
      if (texts.length === 0) assert.equal(found, null);
    });
  check("**/*.l[||]og", ["Leaves out **2 files, 8 B**", "`src/b.log`"]);
  check("**/*.l[||]og\n!src/b.log", ["Leaves out **1 file, 5 B**", "1 more match"]);
  check("**/*.log\n!src/b[||].log", ["Brings back **1 file, 3 B**"]);
  check("*.l[||]og", ["`web.Dockerfile.dockerignore` for `web.Dockerfile`"]);
  check("# no[||]te", []);
  test("folders that no listing enters are counted when somebody asks", async () => {
    const texts: Record<string, string> = {
      "node_modules/a/i.js": "12",
      "node_modules/a/node_modules/b/i.js": "345",
      "src/a.py": "1",
    };
    const below = (uri: string) => {
      const folder = `${uri.slice("file:///project/".length)}/`;
      const inside = Object.keys(texts).flatMap((path) =>
        path.startsWith(folder) ? [path.slice(folder.length)] : [],
      );
      return inside.flatMap((path) =>
        path.includes("node_modules/") ? ["a/", "a/node_modules/"] : ["a/", path],
      );
    };
    const disk = {
      readText: async () => undefined,
      list: async (uri: string) => [...new Set(below(uri))],
      sizes: async (uri: string, paths: readonly string[]) =>
        paths.map((path) => texts[`${uri.slice("file:///project/".length)}/${path}`]?.length),
    };
    const ask = async (port: typeof disk | undefined) => {
      const buildContext = {
        folder: "file:///project",
        paths: new Set(["node_modules/", "src/", "src/a.py"]),
        unlisted: new Set(["node_modules/"]),
        ignoreFile: undefined,
      };
      const context = dockerfileContext({ outside: { buildContext } });
      const found = await hoverIgnoreFile(
        readIgnoreFile("node_modules"),
        { position: { line: 0, character: 1 } },
        { ...context, ports: { ...context.ports, files: port } },
      );
      return found?.contents;
    };
    const said = (value: string) => ({ kind: "markdown", value });
    assert.deepEqual(await ask(undefined), said("Leaves out what lies in `node_modules/`."));
    assert.deepEqual(await ask(disk), said("Leaves out **2 files, 5 B**."));
  });
});

describe("completion in ignore files", () => {
  const labels = (marked: string) => {
    const { text, ranges } = readMarks(marked);
    return completeIgnoreFile(
      readIgnoreFile(text),
      { position: ranges[0]?.start ?? { line: 0, character: 0 } },
      file,
    ).map(({ label }) => label);
  };
  test("offers paths, then what is usually left out", () => {
    assert.deepEqual(labels("[||]").slice(0, 2), ["Dockerfile", "a.log"]);
    assert.ok(labels("[||]").includes("**/node_modules"));
    assert.ok(!labels(".git\n[||]").includes(".git"));
  });
  test("goes into folders", () => assert.deepEqual(labels("!src/[||]"), ["b.log", "main.py"]));
  test("offers nothing in comments", () => assert.deepEqual(labels("# s[||]"), []));
});
