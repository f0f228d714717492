import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { until } from "../../scripts/testbed/until";
import { useTestEngine } from "../support/useTestEngine";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

const untrusted = {
  trust: "asked",
  settings: {
    "security.workspace.trust.enabled": true,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.banner": "never",
  },
} as const;

describe("a workspace that is not trusted", () => {
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  const step = useWorkbench(() => ({ ...untrusted, environment: { DOCKER_HOST: bed().engine.host } }));

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
    await workbench
      .view("Images")
      .says("Drydock does not contact a Docker engine until you trust this workspace");
    await workbench.screenshots("untrusted");
  });

  step("says why, where a command is reached all the same", async ({ page, editor, notifications }) => {
    // An editor that loses the focus drops its request for lenses, and shows those it remembers without their links
    // until it has the focus again.
    await editor.goTo(1);
    await page.locator(".codelens-decoration a", { hasText: "Build…" }).click();
    await notifications.find("is not available until you trust this workspace");
  });

  step("once trusted it has the engine at once", async (workbench) => {
    await workbench.view("Images").welcomeButton("Manage Trust");
    await grantTrust(workbench);
    await workbench.view("Images").row("3.20").waitFor();
    await workbench.page.locator('.monaco-modal-editor-block .action-label[aria-label^="Close"]').click();
    await workbench.openViews("Explorer");
    assert.ok((await workbench.explorer.menuEntries("Dockerfile")).includes("Build Image…"));
  });
});

describe("a program that an untrusted workspace names", () => {
  const place = mkdtempSync(join(tmpdir(), "drydock-untrusted-"));
  after(() => rmSync(place, { recursive: true, force: true }));
  const proof = join(place, "it-ran");
  const program = join(place, "shellcheck");
  writeFileSync(program, `#!/bin/sh\ntouch '${proof}'\nprintf '{"comments":[]}'\n`, { mode: 0o755 });
  const workspace = join(place, "app");
  mkdirSync(join(workspace, ".vscode"), { recursive: true });
  writeFileSync(join(workspace, "Dockerfile"), "FROM alpine:3.23\nRUN echo $1\n");
  const settings = { "drydock.shellcheck.path": program };
  writeFileSync(join(workspace, ".vscode", "settings.json"), JSON.stringify(settings));
  const step = useWorkbench(() => ({ ...untrusted, workspace }));

  step("is not run, whatever is typed, while all else of the language works", async (workbench) => {
    const { explorer, editor } = workbench;
    await explorer.open("Dockerfile");
    await editor.goTo(3);
    await editor.type("MAINTAINER me");
    await editor.squiggles("warning").first().waitFor();
    await editor.applyQuickFix("Replace with a LABEL");
    await until("it is replaced", async () => (await editor.text()).includes("LABEL org.opencontainers"));
    await editor.type("\nexpose");
    assert.ok((await editor.suggestions()).includes("EXPOSE"));
    await workbench.page.keyboard.press("Escape");
    assert.ok(!existsSync(proof));
  });

  step("is run once the workspace is trusted", async (workbench) => {
    await workbench.command("Workspaces: Manage Workspace Trust");
    await grantTrust(workbench);
    await until("ShellCheck's stand-in has run", () => existsSync(proof), 30);
  });
});

async function grantTrust({ page }: OpenWorkbench): Promise<void> {
  await page.locator(".workspace-trust-editor .monaco-button", { hasText: "Trust" }).first().click();
}
