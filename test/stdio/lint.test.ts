import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  RegistrationRequest,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { workspaceTrustedNotification } from "../../server/src/protocol";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

/** What VS Code says of itself, as far as the linter asks. */
const editor: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
  experimental: { drydock: { commands: true } },
};

const wrong = "FROM alpine:3.22\nEXPOSE 80/TCP\nEXPOSE 81/TCP\n";

describe("the linter in an editor with a workspace", () => {
  const root = mkdtempSync(join(tmpdir(), "drydock-stdio-"));
  const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
  let client: StdioClient;

  before(async () => {
    write("Dockerfile", wrong);
    write("web/Dockerfile", wrong);
    write("out/Dockerfile", wrong);
    write(".gitignore", "out/\n");
    client = await startStdioClient({
      capabilities: editor,
      folder: pathToFileURL(root).href,
      prepare: (connection) => connection.onRequest(RegistrationRequest.type, () => undefined),
      initializationOptions: { settings: { lint: { select: ["expose-proto-casing"] } } },
    });
  });
  after(async () => {
    await client.close();
    rmSync(root, { recursive: true, force: true });
  });

  test("reports every Dockerfile of the workspace that git does not ignore, without opening it", async () => {
    const { items } = await pullWorkspace();
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind === "full" ? item.items.length : item.kind]),
      [
        [uriOf("Dockerfile"), 2],
        [uriOf("web/Dockerfile"), 2],
      ],
    );
  });

  test("holds an answer that says nothing new until something changes, and sends the news alone", async () => {
    const earlier = (await pullWorkspace()).items.map(({ uri, resultId }) => ({
      uri,
      value: resultId ?? "",
    }));
    const next = pullWorkspace(earlier);
    write("web/Dockerfile", "FROM alpine:3.22\n");
    await watched(["web/Dockerfile"], FileChangeType.Changed);
    const { items } = await next;
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind === "full" ? item.items.length : item.kind]),
      [
        [uriOf("Dockerfile"), "unchanged"],
        [uriOf("web/Dockerfile"), 0],
      ],
    );
  });

  test("takes the findings of a deleted file away", async () => {
    write("gone/Dockerfile", wrong);
    await watched(["gone/Dockerfile"], FileChangeType.Created);
    let items = await untilReported("gone/Dockerfile");
    const next = pullWorkspace(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" })));
    rmSync(join(root, "gone"), { recursive: true });
    await watched(["gone/Dockerfile"], FileChangeType.Deleted);
    items = (await next).items;
    const gone = items.find(({ uri }) => uri === uriOf("gone/Dockerfile"));
    assert.deepEqual(gone?.kind === "full" && gone.items, []);
  });

  test("gives a held answer up when it is cancelled", async () => {
    const earlier = (await pullWorkspace()).items.map(({ uri, resultId }) => ({
      uri,
      value: resultId ?? "",
    }));
    const source = new CancellationTokenSource();
    const held = client.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: earlier },
      source.token,
    );
    source.cancel();
    await assert.rejects(held);
  });

  test("says that nothing changed where nothing did", async () => {
    const textDocument = { uri: uriOf("Dockerfile") };
    await client.open(textDocument.uri, wrong);
    const first = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.ok(first.kind === "full" && first.resultId !== undefined);
    const again = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      previousResultId: first.resultId,
    });
    assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
  });

  test("gives each finding all that an editor can show of it", async () => {
    await client.open(uriOf("shown/Dockerfile"), wrong);
    const [first] = await client.pullDiagnostics(uriOf("shown/Dockerfile"));
    const { codeDescription, ...shown } = first ?? {};
    const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } };
    assert.deepEqual(shown, {
      range,
      severity: 2,
      source: "drydock",
      code: "expose-proto-casing",
      message: "Write the protocol in lower case: tcp.",
      data: {
        aliases: ["ExposeProtoCasing"],
        fixes: [{ title: "Change to tcp", edits: [{ range, newText: "tcp" }] }],
      },
    });
    assert.match(codeDescription?.href ?? "", /docs\/rules\.md#expose-proto-casing$/);
  });

  test("offers the fix first, then all of the rule, then every way to ignore", async () => {
    const actions = await actionsAt("Dockerfile", 1);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Write tcp in lower case",
        "Fix all 2 findings of expose-proto-casing in this file",
        "Ignore expose-proto-casing on this line",
        "Ignore expose-proto-casing in this file",
        "Ignore expose-proto-casing in .hadolint.yaml",
        "Ignore expose-proto-casing in settings",
        "Show documentation of expose-proto-casing",
      ].map((title, index) => (index === 0 ? actions[0]?.title : title)),
    );
    assert.equal(actions[0]?.isPreferred, true);
    assert.deepEqual(actions.at(-1)?.command?.arguments, ["expose-proto-casing", uriOf("Dockerfile")]);
  });

  test("fixes all of a rule, and all there is on save", async () => {
    const mended = "FROM alpine:3.22\nEXPOSE 80/tcp\nEXPOSE 81/tcp\n";
    const ofRule = (await actionsAt("Dockerfile", 1)).find(({ title }) => title.startsWith("Fix all"));
    assert.equal(applied(ofRule, "Dockerfile"), mended);
    const [onSave, ...others] = await actionsAt("Dockerfile", 0, ["source.fixAll"]);
    assert.equal(onSave?.kind, "source.fixAll.drydock");
    assert.equal(applied(onSave, "Dockerfile"), mended);
    assert.deepEqual(others, []);
  });

  test("makes a configuration for hadolint, follows it, and adds to it", async () => {
    const create = (await actionsAt("Dockerfile", 1)).find(({ title }) => title.includes(".hadolint.yaml"));
    const [made, edit] = create?.edit?.documentChanges ?? [];
    assert.deepEqual(made, {
      kind: "create",
      uri: uriOf(".hadolint.yaml"),
      options: { ignoreIfExists: true },
    });
    assert.ok(edit && "edits" in edit);
    write(".hadolint.yaml", edit.edits.map((each) => ("newText" in each ? each.newText : "")).join(""));
    assert.equal(readFileSync(join(root, ".hadolint.yaml"), "utf8"), "ignored:\n  - expose-proto-casing\n");
    await watched([".hadolint.yaml"], FileChangeType.Created);
    await until(async () => (await client.pullDiagnostics(uriOf("Dockerfile"))).length === 0);

    write(".hadolint.yaml", "# ours\nignored: []\n");
    await watched([".hadolint.yaml"], FileChangeType.Changed);
    await until(async () => (await client.pullDiagnostics(uriOf("Dockerfile"))).length === 2);
    const add = (await actionsAt("Dockerfile", 1)).find(({ title }) => title.includes(".hadolint.yaml"));
    const edits = add?.edit?.changes?.[uriOf(".hadolint.yaml")] ?? [];
    assert.match(edits[0]?.newText ?? "", /^# ours\nignored:/);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function watched(paths: readonly string[], type: FileChangeType): Promise<void> {
    return client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: paths.map((path) => ({ uri: uriOf(path), type })),
    });
  }

  function pullWorkspace(
    previousResultIds: { uri: string; value: string }[] = [],
  ): Promise<WorkspaceDiagnosticReport> {
    return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  async function untilReported(path: string): Promise<WorkspaceDiagnosticReport["items"]> {
    let items: WorkspaceDiagnosticReport["items"] = [];
    await until(async () => {
      items = (await pullWorkspace()).items;
      return items.some(({ uri }) => uri === uriOf(path));
    });
    return items;
  }

  async function actionsAt(path: string, line: number, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = await client.pullDiagnostics(uriOf(path));
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(path) },
      range: { start: { line, character: 0 }, end: { line, character: 99 } },
      context: { diagnostics: [...diagnostics], ...(only && { only }) },
    });
    return (found ?? []).filter(
      (action): action is CodeAction => !("command" in action && typeof action.command === "string"),
    );
  }

  function applied(action: CodeAction | undefined, path: string): string {
    const edits: TextEdit[] = action?.edit?.changes?.[uriOf(path)] ?? [];
    const text = readFileSync(fileURLToPath(uriOf(path)), "utf8");
    return TextDocument.applyEdits(TextDocument.create("", "", 0, text), edits);
  }
});

describe("ShellCheck", { skip: isInstalled() ? false : "shellcheck is not installed" }, () => {
  const text = "FROM alpine:3.22\nRUN echo $lower\n";
  const codesIn = async (client: StdioClient) =>
    (await client.pullDiagnostics("untitled:Dockerfile")).flatMap(({ data }) => data?.aliases ?? []);

  test("is asked in the background", async () => {
    const client = await startStdioClient({ initializationOptions: {} });
    await client.open("untitled:Dockerfile", text);
    await until(async () => (await codesIn(client)).includes("SC2154"));
    await client.close();
  });

  test("never runs in a workspace that is not trusted, and does once it is", async () => {
    const client = await startStdioClient({
      capabilities: editor,
      initializationOptions: { trusted: false },
    });
    await client.open("untitled:Dockerfile", text);
    await codesIn(client);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.ok(!(await codesIn(client)).includes("SC2154"));
    await client.connection.sendNotification(workspaceTrustedNotification);
    await until(async () => (await codesIn(client)).includes("SC2154"));
    await client.close();
  });
});

function isInstalled(): boolean {
  try {
    execFileSync("shellcheck", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    // Not on this machine.
    return false;
  }
}

/** Changes on disk are heeded after a pause, so a test has to look more than once. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("It did not come to hold within five seconds.");
}
