import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkbench } from "../support/vscode/openWorkbench";

for (const theme of ["dark", "light"] as const) {
  test(`the packaged extension opens the sample's Dockerfile in a ${theme} theme`, {
    timeout: 180_000,
  }, async () => {
    const workbench = await openWorkbench({ theme });
    try {
      await workbench.explorer.open("Dockerfile");
      await workbench.statusBarItem(/^Docker(file)?$/).waitFor();
      assert.match(await workbench.editor.text(), /^FROM python/);
      // The language server has had its say, too.
      await workbench.editor.squiggles("warning").first().waitFor();
      await workbench.screenshot(`smoke-${theme}`);
      assert.deepEqual(workbench.foreignRequests, []);
    } finally {
      await workbench.close();
    }
  });
}
