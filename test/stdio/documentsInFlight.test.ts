import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { after, before, describe, test } from "node:test";
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  ConfigurationRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";
import { longDockerfile } from "../bench/longDockerfile";
import { pullingClient, type StdioClient, startStdioClient } from "../support/stdioClient";

const uri = "file:///project/Dockerfile";
const textDocument = { uri };
const position = { line: 1, character: 2 };
const options = { tabSize: 4, insertSpaces: true };

/** Of each, the parameters. */
const requests: readonly (readonly [method: string, params: object])[] = [
  [DocumentDiagnosticRequest.method, { textDocument }],
  [CompletionRequest.method, { textDocument, position }],
  [HoverRequest.method, { textDocument, position }],
  [DocumentSymbolRequest.method, { textDocument }],
  [SemanticTokensRequest.method, { textDocument }],
  [DocumentFormattingRequest.method, { textDocument, options }],
  [
    CodeActionRequest.method,
    { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
  ],
];

describe("a client that does not wait for its answers", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
  });
  after(() => client.close());

  const close = () => client.connection.sendNotification("textDocument/didClose", { textDocument });
  const codes = (report: DocumentDiagnosticReport) =>
    report.kind === "full" ? report.items.map(({ code }) => code) : [];

  test("is answered for the text at the time of the answer, with changes in between", async () => {
    await client.open(uri, "FROM alpine:3.22\n");
    const answers: Promise<DocumentDiagnosticReport>[] = [];
    for (let version = 2; version < 40; version++) {
      const text = version % 2 === 0 ? "FROM alpine:3.22\nPUSH a\n" : "FROM alpine:3.22\n";
      await client.change(uri, version, [{ text }]);
      answers.push(client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }));
    }
    const reports = await Promise.all(answers);
    const last = reports.at(-1);
    assert.ok(last);
    assert.deepEqual(codes(last), []);
    await close();
  });

  test("may close the document while its requests are under way", async () => {
    await client.open(uri, longDockerfile(300));
    const answers = requests.map(([method, params]) => client.connection.sendRequest(method, params));
    await close();
    const outcomes = await Promise.allSettled(answers);
    assert.deepEqual(
      outcomes.filter(({ status }) => status === "rejected"),
      [],
    );
  });

  test("may open a document again with a lower version and another text", async () => {
    const opening = (version: number, text: string) =>
      client.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "dockerfile", version, text },
      });
    await opening(7, "FROM alpine:3.22\nPUSH a\n");
    assert.equal((await client.pullDiagnostics(uri)).length, 1);
    await close();
    await opening(1, "FROM alpine:3.22\n");
    assert.deepEqual(await client.pullDiagnostics(uri), []);
    // Without closing it first, and under the number that it has: against the rules, and yet it happens.
    await opening(1, "FROM alpine:3.22\nPUSH a\n");
    assert.equal((await client.pullDiagnostics(uri)).length, 1);
    await close();
  });

  test("may send a change under a number that it has used before", async () => {
    await client.open(uri, "FROM alpine:3.22\n");
    assert.deepEqual(await client.pullDiagnostics(uri), []);
    await client.change(uri, 1, [{ text: "FROM alpine:3.22\nPUSH a\n" }]);
    assert.equal((await client.pullDiagnostics(uri)).length, 1);
    await client.change(uri, 0, [{ text: "FROM alpine:3.22\n" }]);
    assert.deepEqual(await client.pullDiagnostics(uri), []);
    await close();
  });

  test("may ask for what is different from an answer that the server has forgotten", async () => {
    await client.open(uri, "FROM alpine:3.22\n");
    const answer = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: "of long ago",
    });
    assert.ok(answer && "data" in answer && answer.data.length > 0);
    await close();
  });

  test("may ask for places that the document does not have", async () => {
    await client.open(uri, "FROM alpine:3.22\n");
    for (const line of [1, 2, 4_000_000_000])
      for (const character of [0, 4_000_000_000])
        for (const [method, params] of requests)
          await client.connection.sendRequest(method, { ...params, position: { line, character } });
    await close();
  });
});

/** The server waits for its settings until `release` is called, so that what comes before that comes in time. */
async function startWaitingServer(): Promise<{ client: StdioClient; release: () => void }> {
  const gate = new EventEmitter();
  const released = once(gate, "open");
  const client = await startStdioClient({
    capabilities: { ...pullingClient, workspace: { configuration: true } },
    prepare: (connection) =>
      connection.onRequest(ConfigurationRequest.method, () => released.then(() => [{}])),
  });
  return { client, release: () => void gate.emit("open") };
}

describe("a client that cancels its requests", () => {
  for (const [method, params] of requests) {
    test(`is told so by the code that LSP has for it: ${method}`, async () => {
      const { client, release } = await startWaitingServer();
      await client.open(uri, longDockerfile(100));
      const source = new CancellationTokenSource();
      const answers = Array.from({ length: 50 }, () =>
        client.connection.sendRequest(method, params, source.token),
      );
      source.cancel();
      const wanted = client.connection.sendRequest(HoverRequest.type, { textDocument, position });
      release();
      for (const outcome of await Promise.allSettled(answers)) {
        assert.ok(outcome.status === "rejected" && outcome.reason instanceof ResponseError);
        assert.equal(outcome.reason.code, LSPErrorCodes.RequestCancelled);
      }
      await wanted;
      await client.close();
    });
  }
});
