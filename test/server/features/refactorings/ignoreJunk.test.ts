import assert from "node:assert/strict";
import { test } from "node:test";
import { ignoreJunk } from "../../../../server/src/features/refactorings/ignoreJunk";
import { tableOf, workspaceEditAt } from "./checkRefactoring";

const copyAll = "FROM a\nCOPY [||]. .\nRUN npm ci\n";
const files = { "src/a.js": "", "node_modules/b/c.js": "", ".git/HEAD": "", "d/e.log": "" };
const uri = "file:///project/.dockerignore";

test("makes an ignore file of what is there", () => {
  const edit = workspaceEditAt(ignoreJunk, copyAll, { files });
  assert.deepEqual(edit?.documentChanges, [
    { kind: "create", uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: ".git\n**/node_modules\n**/*.log\n",
        },
      ],
    },
  ]);
});

test("adds what is missing behind the last line", () => {
  const edit = workspaceEditAt(ignoreJunk, copyAll, {
    files: { ...files, ".dockerignore": ".git\n*/*.log" },
  });
  const end = { line: 1, character: 7 };
  assert.deepEqual(edit, {
    changes: { [uri]: [{ range: { start: end, end }, newText: "\n**/node_modules\n" }] },
  });
});

test("leaves in what the build needs", () => {
  const patterns = (marked: string) =>
    JSON.stringify(workspaceEditAt(ignoreJunk, marked, { files }) ?? "").match(/\.git|node_modules|\.log/g);
  assert.deepEqual(patterns("FROM a\nCOPY [||]. .\n"), [".git", ".log"]);
  assert.deepEqual(patterns("FROM a\nCOPY [||]. .\nRUN git describe\n"), [".log"]);
  assert.deepEqual(patterns("FROM a\nCOPY [||]. .\nCOPY .git .git\nCOPY d/e.log .\n"), null);
});

const { refuses } = tableOf(ignoreJunk);
refuses("where nothing is known of the build context", copyAll);
refuses("where there is nothing", copyAll, { files: { "src/a.js": "" } });
refuses("where only some is copied", "FROM a\nCOPY [||]src .\n", { files });
refuses("where another stage is copied", "FROM a AS b\nFROM a\nCOPY --from=b [||]. .\n", { files });
refuses("where the editor makes no files", copyAll, {
  files,
  client: { createsFiles: false, runsCommands: false },
});
