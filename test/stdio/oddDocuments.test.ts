import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { everyAnswer } from "../support/everyAnswer";
import { hangs } from "../support/hangs";
import { oddTexts } from "../support/oddTexts";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

describe("odd documents are answered", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
  });
  after(() => client.close());

  for (const [name, text] of Object.entries(oddTexts)) {
    test(name, async () => {
      const uri = `file:///project/odd/${encodeURIComponent(name)}/Dockerfile`;
      await client.open(uri, text);
      for (const position of [
        { line: 0, character: 0 },
        { line: 1, character: 8 },
        { line: 1, character: text.length },
        { line: 99_999, character: 3 },
      ])
        assert.deepEqual(hangs(await everyAnswer(client.connection, uri, position)), []);
      const start = { line: 1, character: 3 };
      await client.change(uri, 2, [{ range: { start, end: start }, text: "x" }]);
      await client.pullDiagnostics(uri);
      await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    });
  }
});
