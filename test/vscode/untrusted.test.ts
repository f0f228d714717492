import assert from "node:assert/strict";
import { describe } from "node:test";
import { useTestEngine } from "../support/useTestEngine";
import { useWorkbench } from "../support/vscode/useWorkbench";

describe("a workspace that is not trusted", () => {
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  const step = useWorkbench(() => ({
    trust: "asked",
    settings: {
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.banner": "never",
    },
    environment: { DOCKER_HOST: bed().engine.host },
  }));

  step("is linted all the same", async ({ explorer, editor }) => {
    await explorer.open("Dockerfile");
    await editor.squiggles("warning").first().waitFor();
    assert.match(await editor.hover("EXPOSE"), /port/i);
  });

  step("offers nothing that builds or runs, and leaves the engine alone", async (workbench) => {
    const { explorer, quickInput } = workbench;
    assert.ok(!(await explorer.menuEntries("Dockerfile")).includes("Build Image…"));
    const commands = await quickInput.commands("Drydock");
    const acting = /Build|Run|Start|Stop|Remove|Pull|Push|Tag|Log In|Inspect/;
    assert.deepEqual(
      commands.filter((title) => acting.test(title)),
      [],
    );
    await workbench.openViews("Drydock");
    await workbench.view("Images").says("Engines are left alone until you trust this workspace");
    await workbench.screenshots("untrusted");
  });

  step("says why, where a command is reached all the same", async ({ page, notifications }) => {
    await page.locator(".codelens-decoration a", { hasText: "Build…" }).click();
    await notifications.find("is off in a workspace that you have not trusted");
  });

  step("once trusted it has the engine at once", async (workbench) => {
    await workbench.view("Images").welcomeButton("Manage Trust");
    await workbench.page
      .locator(".workspace-trust-editor .monaco-button", { hasText: "Trust" })
      .first()
      .click();
    await workbench.view("Images").row("3.20").waitFor();
    await workbench.page.locator('.monaco-modal-editor-block .action-label[aria-label^="Close"]').click();
    await workbench.openViews("Explorer");
    assert.ok((await workbench.explorer.menuEntries("Dockerfile")).includes("Build Image…"));
  });
});
