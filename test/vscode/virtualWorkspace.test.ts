import assert from "node:assert/strict";
import { describe } from "node:test";
import { languageWalk } from "../support/vscode/language/languageWalk";
import { languageWorkspace } from "../support/vscode/language/languageWorkspace";
import { openDrivenWorkbench } from "../support/vscode/openDrivenWorkbench";
import { useOpened } from "../support/vscode/useWorkbench";

describe("a virtual workspace, where the server runs in Node", () => {
  const root = "virtual://memory/my%20app";
  const step = useOpened(() => openDrivenWorkbench({ folder: root, files: languageWorkspace(root) }));
  languageWalk(step, root);

  step(
    "no lens offers to build what is on no disk, and the command says what it needs",
    async (workbench) => {
      const { explorer, notifications, page } = workbench;
      await explorer.open("Dockerfile");
      assert.equal(await page.locator(".codelens-decoration").count(), 0);
      assert.ok(!(await explorer.menuEntries("Dockerfile")).includes("Build Image…"));
      await workbench.command("Drydock Images: Build Image…");
      await notifications.find("This Dockerfile is not on this machine's disk");
      await workbench.screenshots("virtual-build");
      await notifications.clear();
      await explorer.open("README.md");
      await workbench.command("Drydock Images: Build Image…");
      await notifications.find("This folder is not on this machine's disk");
    },
  );
});
