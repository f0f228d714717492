import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  CodeActionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

const textDocument = { uri: "file:///project/Dockerfile" };
const options = { tabSize: 4, insertSpaces: true };
const text = "from  a\r\nRUN b \\\r\n  && c\r\nRUN  d";

describe("formatting and refactoring over stdio", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
    await client.open(textDocument.uri, text);
  });
  after(() => client.close());

  test("lays out the document", async () => {
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    });
    assert.equal(applied(edits), "from a\r\nRUN b \\\r\n    && c\r\nRUN d\r\n");
  });

  test("lays out a range", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const edits = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      ...{ textDocument, options, range },
    });
    assert.equal(applied(edits), text.replace("from  a", "from a"));
  });

  test("lays out the line that was begun", async () => {
    const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      ...{ textDocument, options, position: { line: 2, character: 0 }, ch: "\n" },
    });
    assert.equal(applied(edits), text.replace("  && c", "    && c"));
  });

  test("offers refactorings to who asks for them", async () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      ...{ textDocument, range, context: { diagnostics: [], only: ["refactor"] } },
    });
    const titles = actions?.map(({ title }) => title);
    assert.deepEqual(titles, [
      "Join with the RUN below",
      "Split into 2 RUN instructions",
      "Write as a heredoc",
    ]);
  });
});

function applied(edits: TextEdit[] | null): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), edits ?? []);
}
