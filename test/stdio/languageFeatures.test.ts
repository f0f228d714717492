import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InlayHintRequest,
  type Location,
  type MarkupContent,
  PrepareRenameRequest,
  RenameRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { until } from "../../scripts/testbed/until";
import {
  builtStepsRequest,
  type LocalImageInformation,
  localImagesRequest,
  stageGraphRequest,
} from "../../server/src/protocol";
import { pullingClient, type StdioClient, startStdioClient } from "../support/stdioClient";

const files: Readonly<Record<string, string>> = {
  "app/Dockerfile": "FROM node:22 AS build\nCOPY src/main.js .\nEXPOSE \n",
  "app/package.json": '{"dependencies": {"vite": "1"}}',
  "app/src/main.js": "console.log(1)\n",
  "app/secret.key": "12345",
  "app/compose.yaml": "services: {web: {build: {additional_contexts: {docs: ../docs}}}}\n",
  "app/.dockerignore": "*.key\n*.tmp\n",
  "base/Dockerfile": "ARG BASE=1\nFROM alpine AS toolbox\n",
};

const image: LocalImageInformation = {
  id: `sha256:${"a".repeat(64)}`,
  tags: ["node:22"],
  digests: [],
  size: 200_000_000,
  created: Date.parse("2026-01-02"),
};

describe("language features of the bundled server, on a folder of files", () => {
  let folder: string;
  let client: StdioClient;
  const uriOf = (path: string) => `${pathToFileURL(folder).href}/${path}`;
  const open = (path: string, text = files[path] ?? "") => client.open(uriOf(path), text);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "drydock-language-"));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    client = await startStdioClient({
      folder: pathToFileURL(folder).href,
      capabilities: {
        textDocument: {
          ...pullingClient.textDocument,
          completion: { completionItem: { insertReplaceSupport: true } },
        },
        experimental: { drydock: { engine: true, commands: true } },
      },
      prepare(connection) {
        connection.onRequest(localImagesRequest, () => [image]);
        connection.onRequest(builtStepsRequest, () => ({
          reference: "me/app",
          steps: [{ instruction: "COPY src/main.js .", size: 15 }],
        }));
      },
    });
    await open("app/Dockerfile");
    await open("app/.dockerignore");
    // The engine's images arrive in the background.
    await client.pullDiagnostics(uriOf("app/Dockerfile"));
  });
  after(async () => {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  });

  const textOf = (hover: Hover | null) => (hover ? (hover.contents as MarkupContent).value : "");

  const complete = async (path: string, line: number, character: number): Promise<CompletionItem[]> => {
    const params = { textDocument: { uri: uriOf(path) }, position: { line, character } };
    const found = await client.connection.sendRequest(CompletionRequest.type, params);
    return Array.isArray(found) ? found : (found?.items ?? []);
  };

  test("complete the ports that the project's files speak of first", async () => {
    // On a busy machine the files may be read only after the first list was due.
    const first = await until("the port of package.json", async () => {
      const [best] = await complete("app/Dockerfile", 2, 7);
      return best?.label === "5173" && best;
    });
    assert.match(first.detail ?? "", /package\.json/);
  });

  test("complete paths of the build context with their sizes, ignored ones left out", async () => {
    const labels = (await complete("app/Dockerfile", 1, 5)).map(({ label }) => label);
    assert.ok(labels.includes("src/") && labels.includes("package.json"), labels.join(", "));
    assert.ok(!labels.includes("secret.key"));
    const main = await until("the size of main.js", async () => {
      const [only] = await complete("app/Dockerfile", 1, 9);
      return only?.labelDetails?.description === "15 B" && only;
    });
    assert.equal(main.label, "main.js");
  });

  test("complete local images, and tell more when one is shown", async () => {
    const items = await complete("app/Dockerfile", 0, 5);
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ["docs", "node:22"],
    );
    const [keyword] = await complete("app/Dockerfile", 0, 0);
    assert.ok(keyword);
    const { documentation } = await client.connection.sendRequest(CompletionResolveRequest.type, keyword);
    assert.match((documentation as MarkupContent).value, /\*\*[A-Z]+\*\*/);
  });

  test("tell what the engine knows of an image", async () => {
    const params = { textDocument: { uri: uriOf("app/Dockerfile") }, position: { line: 0, character: 6 } };
    const found = await client.connection.sendRequest(HoverRequest.type, params);
    assert.match(textOf(found), /200 MB, created 2026-01-02/);
  });

  test("lead to the file that COPY takes", async () => {
    const params = { textDocument: { uri: uriOf("app/Dockerfile") }, position: { line: 1, character: 8 } };
    const found = (await client.connection.sendRequest(DefinitionRequest.type, params)) as Location[];
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [uriOf("app/src/main.js")],
    );
  });

  test("find stages in files that were never opened", async () => {
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "toolbox" });
    assert.deepEqual(
      found?.map(({ name, location }) => [name, location.uri]),
      [["toolbox", uriOf("base/Dockerfile")]],
    );
  });

  test("say why a name is refused", async () => {
    const params = { textDocument: { uri: uriOf("app/Dockerfile") }, position: { line: 0, character: 18 } };
    assert.ok(await client.connection.sendRequest(PrepareRenameRequest.type, params));
    await assert.rejects(
      client.connection.sendRequest(RenameRequest.type, { ...params, newName: "Not This" }),
      /lower-case/,
    );
  });

  test("send of the colours what changed", async () => {
    const textDocument = { uri: uriOf("app/Dockerfile") };
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(full?.resultId && full.data.length > 0);
    const params = { textDocument, previousResultId: full.resultId };
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, params);
    assert.deepEqual(delta && "edits" in delta && delta.edits, []);
  });

  test("offer to build only where the client can, and hints in the range", async () => {
    const textDocument = { uri: uriOf("app/Dockerfile") };
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.deepEqual(
      lenses?.map(({ command }) => command?.title),
      ["Build…", "Run…"],
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    assert.deepEqual(
      hints?.map(({ label, position }) => [label, position.line]),
      [["15 B", 1]],
    );
  });

  test("offer what Compose calls build contexts, and to replace the rest of a word", async () => {
    await open("app/other.Dockerfile", "FROM node:22 AS build\nFROM docz\n");
    const items = await complete("app/other.Dockerfile", 1, 7);
    assert.deepEqual(items.find(({ label }) => label === "docs")?.textEdit, {
      newText: "docs",
      insert: { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } },
      replace: { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } },
    });
  });

  test("draw the stages of a file, opened or not", async () => {
    const ask = (path: string) =>
      client.connection.sendRequest(stageGraphRequest, { textDocument: { uri: uriOf(path) } });
    assert.match(String(await ask("base/Dockerfile")), /^flowchart TB\n.*s0\["toolbox, the image"\]/s);
    assert.equal(await ask("nowhere/Dockerfile"), null);
  });

  test("help with the ignore file, and take it for no Dockerfile", async () => {
    const textDocument = { uri: uriOf("app/.dockerignore") };
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.ok(report.kind === "full");
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ["unmatched-ignore-pattern"],
    );
    const params = { textDocument, position: { line: 0, character: 2 } };
    const found = await client.connection.sendRequest(HoverRequest.type, params);
    assert.match(textOf(found), /1 file, 5 B/);
    assert.ok((await complete("app/.dockerignore", 2, 0)).some(({ label }) => label === "src/"));
  });
});
