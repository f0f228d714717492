import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  CodeActionRequest,
  ConfigurationRequest,
  DidCloseTextDocumentNotification,
} from "vscode-languageserver/node";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

const uri = "file:///project/Dockerfile";

describe("the bundled server over stdio, asked by a client that pulls diagnostics", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
  });
  after(() => client.close());

  test("says what it can do", () => {
    const { capabilities, serverInfo } = client.initializeResult;
    assert.equal(serverInfo?.name, "drydock");
    assert.match(serverInfo.version ?? "", /^\d+\.\d+\.\d+$/);
    assert.ok(capabilities.diagnosticProvider);
    assert.ok(capabilities.codeActionProvider);
    assert.ok(capabilities.completionProvider);
    assert.ok(capabilities.hoverProvider);
  });

  test("finds what is wrong, follows incremental changes and offers the fix", async () => {
    await client.open(uri, "RUN echo hello\nFROM alpine:3.22\nRUNN echo hello\n");
    const found = await client.pullDiagnostics(uri);
    assert.deepEqual(
      found.map(({ code, source }) => [code, source]),
      [
        ["no-from-first", "drydock"],
        ["unknown-instruction", "drydock"],
      ],
    );
    const wrong = found[1];
    assert.ok(wrong);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: wrong.range,
      context: { diagnostics: [wrong] },
    });
    const titles = actions?.map(({ title }) => title) ?? [];
    assert.ok(titles.includes("Change to RUN"), titles.join(", "));

    await client.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: "" },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }, text: "RUN" },
    ]);
    assert.deepEqual(await client.pullDiagnostics(uri), []);
  });

  test("answers for a document that was never opened with nothing", async () => {
    assert.deepEqual(await client.pullDiagnostics("file:///project/elsewhere/Dockerfile"), []);
  });
});

test("diagnostics are pushed to a client that does not pull", async () => {
  const client = await startStdioClient({ capabilities: {} });
  await client.open(uri, "FROM alpine:3.22\nPUSH me/app\n");
  const first = await client.nextPush(uri);
  assert.deepEqual(
    first.map(({ code }) => code),
    ["unknown-instruction"],
  );
  await client.change(uri, 2, [{ text: "FROM alpine:3.22\n" }]);
  assert.deepEqual(await client.nextPush(uri), []);
  await client.close();
});

test("what belongs to a file is forgotten with it, and asked for again when it is opened again", async () => {
  let asked = 0;
  const client = await startStdioClient({
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
    prepare: (connection) =>
      connection.onRequest(ConfigurationRequest.method, () => {
        asked++;
        return [{}];
      }),
  });
  for (const times of [1, 2]) {
    await client.open(uri, "FROM alpine:3.22\n");
    await client.pullDiagnostics(uri);
    await client.pullDiagnostics(uri);
    assert.equal(asked, times);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }
  await client.close();
});

test("settings given at the start hold for a client that cannot be asked", async () => {
  const client = await startStdioClient({
    initializationOptions: { settings: { lint: { rules: { "no-from-first": "off", DL3061: "hint" } } } },
  });
  await client.open(uri, "RUN echo hello\nFROM alpine:3.22\n");
  assert.deepEqual(await client.pullDiagnostics(uri), []);
  await client.close();
});
