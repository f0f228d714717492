import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  ConfigurationRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentSymbolRequest,
  HoverRequest,
  type InitializeParams,
  SignatureHelpRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { type StdioClient, type StdioClientOptions, startStdioClient } from "../support/stdioClient";

const uri = "file:///project/Dockerfile";
const text = "FROM alpine:3.23 AS base\nMAINTAINER me\nCOPY a /b\nE\n";

/** Opens the text, and closes the client whatever happens. */
async function withClient(
  options: StdioClientOptions,
  work: (client: StdioClient) => Promise<void>,
): Promise<void> {
  const client = await startStdioClient(options);
  try {
    await client.open(uri, text);
    await work(client);
  } finally {
    await client.close();
  }
}

const codesOf = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe("a client that can do next to nothing", () => {
  test("gets pushed problems, a flat outline, and no snippets", async () => {
    await withClient({ capabilities: {} }, async (client) => {
      assert.deepEqual(codesOf(await client.nextPush(uri)), ["maintainer-deprecated", "unknown-instruction"]);
      const textDocument = { uri };
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.deepEqual(
        symbols?.map((symbol) => [
          symbol.name,
          "location" in symbol && symbol.location.uri,
          "containerName" in symbol ? symbol.containerName : undefined,
        ]),
        [
          ["base", uri, undefined],
          ["MAINTAINER", uri, "base"],
          ["COPY", uri, "base"],
          ["E", uri, "base"],
        ],
      );
      for (const item of await completions(client)) {
        assert.notEqual(item.insertTextFormat, 2, item.label);
        assert.doesNotMatch(item.textEdit?.newText ?? "", /\$\{?\d/);
      }
    });
  });

  test("is spared the parts of a problem that it makes nothing of", async () => {
    const shownBy = async (publishDiagnostics: object) => {
      const capabilities = { textDocument: { publishDiagnostics } };
      let shown: Diagnostic | undefined;
      await withClient({ capabilities }, async (client) => {
        [shown] = await client.nextPush(uri);
      });
      return { describes: shown?.codeDescription !== undefined, carries: shown?.data !== undefined };
    };
    assert.deepEqual(await shownBy({}), { describes: false, carries: false });
    assert.deepEqual(await shownBy({ codeDescriptionSupport: true, dataSupport: true }), {
      describes: true,
      carries: true,
    });
  });

  test("is told in which unit places are counted", async () => {
    const capabilities: ClientCapabilities = { general: { positionEncodings: ["utf-8", "utf-16"] } };
    await withClient({ capabilities }, async ({ initializeResult }) => {
      assert.equal(initializeResult.capabilities.positionEncoding, "utf-16");
    });
  });
});

test("a client that shows plain text only gets no Markdown", async () => {
  const plaintext = ["plaintext" as const];
  const capabilities: ClientCapabilities = {
    textDocument: {
      hover: { contentFormat: plaintext },
      completion: { completionItem: { documentationFormat: plaintext } },
      signatureHelp: { signatureInformation: { documentationFormat: plaintext } },
    },
  };
  await withClient({ capabilities }, async (client) => {
    const { connection } = client;
    const textDocument = { uri };
    const hover = await connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 2, character: 1 },
    });
    assert.deepEqual(
      typeof hover?.contents === "object" && "kind" in hover.contents && hover.contents.kind,
      "plaintext",
    );
    assert.match(JSON.stringify(hover), /Copies files from the build context/i);
    assert.doesNotMatch(JSON.stringify(hover), /\*\*|```|\]\(/);
    const signature = await connection.sendRequest(SignatureHelpRequest.type, {
      textDocument,
      position: { line: 2, character: 5 },
    });
    assert.doesNotMatch(JSON.stringify(signature), /"markdown"|`/);
    const expose = (await completions(client)).find(({ label }) => label === "EXPOSE");
    assert.ok(expose);
    const resolved = await connection.sendRequest(CompletionResolveRequest.type, expose);
    assert.match(JSON.stringify(resolved.documentation), /"plaintext"/);
    assert.doesNotMatch(JSON.stringify(resolved.documentation), /\*\*|```/);
  });
});

describe("settings come as the client has them", () => {
  const off = { lint: { rules: { "maintainer-deprecated": "off" } } };
  const rest = ["unknown-instruction"];

  test("by notification, where it can't be asked", async () => {
    await withClient({ capabilities: {} }, async (client) => {
      await client.nextPush(uri);
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { drydock: off },
      });
      assert.deepEqual(codesOf(await client.nextPush(uri)), rest);
    });
  });

  test("an empty notification takes nothing back", async () => {
    await withClient({ initializationOptions: { settings: off } }, async (client) => {
      for (const settings of [null, {}, { other: {} }])
        await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
      assert.deepEqual(codesOf(await client.pullDiagnostics(uri)), rest);
    });
  });

  for (const [what, answer] of [
    ["nothing", () => [null]],
    ["an error", () => Promise.reject(new Error("no such section"))],
  ] as const) {
    test(`a client that answers with ${what} gets the defaults`, async () => {
      const capabilities: ClientCapabilities = {
        workspace: { configuration: true },
        textDocument: { diagnostic: {} },
      };
      const prepare: StdioClientOptions["prepare"] = (connection) =>
        void connection.onRequest(ConfigurationRequest.type, answer as () => unknown[]);
      await withClient({ capabilities, prepare }, async (client) => {
        assert.deepEqual(codesOf(await client.pullDiagnostics(uri)), ["maintainer-deprecated", ...rest]);
      });
    });
  }
});

describe("the folder that is open", () => {
  const folder = mkdtempSync(join(tmpdir(), "drydock odd-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, ".hadolint.yaml"), "ignored: [DL4000]\n");
  const path = join(folder, "Dockerfile");
  writeFileSync(path, text);
  writeFileSync(join(folder, "app.py"), "");
  const file = pathToFileURL(path).href;

  test("may be unknown: what lies around a file is found all the same", async () => {
    await withClient({}, async (client) => {
      await client.open(file, text);
      assert.deepEqual(codesOf(await client.pullDiagnostics(file)), [
        "copy-missing-source",
        "unknown-instruction",
      ]);
    });
  });

  const introductions: [how: string, initialize: Partial<InitializeParams>][] = [
    ["as a path, by a client from long ago", { rootPath: folder }],
    ["beside an empty list of folders", { rootUri: pathToFileURL(folder).href, workspaceFolders: [] }],
  ];
  for (const [how, initialize] of introductions) {
    test(`may be named ${how}`, async () => {
      await withClient({ initialize }, async ({ connection }) => {
        const found = await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "base" });
        assert.deepEqual(
          found?.map(({ location }) => location.uri),
          [file],
        );
      });
    });
  }
});

async function completions({ connection }: StdioClient): Promise<CompletionItem[]> {
  const answer = await connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line: 3, character: 1 },
  });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}
