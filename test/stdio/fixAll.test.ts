import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

const uri = "untitled:Dockerfile";
const wrong = "FROM alpine:3.22\nEXPOSE 80/TCP\nEXPOSE 81/TCP\n";
const mended = "FROM alpine:3.22\nEXPOSE 80/tcp\nEXPOSE 81/tcp\n";
const clients: readonly { readonly name: string; readonly codeAction: object; readonly asks: boolean }[] = [
  {
    name: "a client that asks for the edit of the action that was chosen",
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
    asks: true,
  },
  {
    name: "a client that keeps no data",
    codeAction: { resolveSupport: { properties: ["edit"] } },
    asks: false,
  },
  {
    name: "a client that asks for commands only",
    codeAction: { dataSupport: true, resolveSupport: { properties: ["command"] } },
    asks: false,
  },
  { name: "a client that has not said what it asks for", codeAction: {}, asks: false },
];

for (const { name, codeAction, asks } of clients) {
  describe(`fixes of a whole file for ${name}`, () => {
    let client: StdioClient;
    before(async () => {
      const capabilities: ClientCapabilities = { textDocument: { diagnostic: {}, codeAction } };
      client = await startStdioClient({
        capabilities,
        initializationOptions: { settings: { lint: { select: ["expose-proto-casing"] } } },
      });
      await client.open(uri, wrong);
    });
    after(() => client.close());

    async function chosen(isWanted: (action: CodeAction) => boolean, only?: string[]): Promise<CodeAction> {
      const found = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 99 } },
        context: { diagnostics: [], ...(only && { only }) },
      });
      const action = found?.find((each): each is CodeAction => isWanted(each as CodeAction));
      assert.ok(action);
      assert.equal(action.edit === undefined, asks);
      return action;
    }

    /** The text once the action was carried out, as the client does it. */
    async function applied(action: CodeAction, text: string): Promise<string> {
      const { connection } = client;
      const whole = action.edit
        ? action
        : await connection.sendRequest(CodeActionResolveRequest.type, action);
      assert.equal(whole.title, action.title);
      return TextDocument.applyEdits(TextDocument.create(uri, "", 0, text), whole.edit?.changes?.[uri] ?? []);
    }

    test("mend all that one rule found", async () => {
      const action = await chosen(({ title }) => title.startsWith("Fix all 2 findings"));
      assert.equal(await applied(action, wrong), mended);
    });

    test("mend everything on save", async () => {
      const action = await chosen(({ kind }) => kind === "source.fixAll.drydock", ["source.fixAll"]);
      assert.equal(await applied(action, wrong), mended);
    });

    test("are not offered where nothing is to be mended", async () => {
      await client.change(uri, 2, [{ text: mended }]);
      const only = { diagnostics: [], only: ["source.fixAll"] };
      const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
      const textDocument = { uri };
      const parameters = { textDocument, range, context: only };
      assert.deepEqual(await client.connection.sendRequest(CodeActionRequest.type, parameters), []);
      await client.change(uri, 3, [{ text: wrong }]);
    });

    test("fit the text as it is by the time they are asked for", async () => {
      const action = await chosen(({ title }) => title.startsWith("Fix all 2 findings"));
      if (action.edit) return;
      await client.change(uri, 4, [{ text: `# Later\n${wrong}` }]);
      assert.equal(await applied(action, `# Later\n${wrong}`), `# Later\n${mended}`);
    });
  });
}

test("an action that says nothing we know comes back as it was", async () => {
  const client = await startStdioClient();
  for (const data of [undefined, 3, {}, { textDocument: { uri: "untitled:Other" } }]) {
    const action: CodeAction = { title: "Another", ...(data !== undefined && { data }) };
    assert.deepEqual(await client.connection.sendRequest(CodeActionResolveRequest.type, action), action);
  }
  await client.close();
});
