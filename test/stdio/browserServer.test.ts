import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DidOpenTextDocumentNotification, type ProtocolConnection } from "vscode-languageserver/node";
import { fixtureTexts } from "../server/model/fixtureTexts";
import { type BrowserServer, startBrowserServer } from "../support/browserServer";
import { comparable, everyAnswer } from "../support/everyAnswer";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

describe("the server's bundle for browsers, with nothing of Node around it", () => {
  let browser: BrowserServer;
  let node: StdioClient;
  before(async () => {
    browser = await startBrowserServer();
    node = await startStdioClient();
  });
  after(async () => {
    browser.close();
    await node.close();
  });

  for (const { name, text } of fixtureTexts()) {
    test(`answers for ${name} as the one in Node does`, async () => {
      const uri = `untitled:${name}`;
      const ofBrowser = await answersFor(browser.connection, uri, text);
      assert.deepEqual(ofBrowser, await answersFor(node.connection, uri, text));
      assert.deepEqual(browser.log, []);
    });
  }
});

/** In the middle of the text, where something is. */
async function answersFor(connection: ProtocolConnection, uri: string, text: string): Promise<string[]> {
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "dockerfile", version: 1, text },
  });
  const line = Math.floor(text.split("\n").length / 2);
  const answers = await everyAnswer(connection, uri, { line, character: 4 });
  // Only the one in Node has the rules' documentation beside it.
  return answers.map((answer) => comparable(answer, uri).replaceAll(/"codeDescription":\{[^}]*\},?/g, ""));
}
