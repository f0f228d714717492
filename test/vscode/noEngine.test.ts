import assert from "node:assert/strict";
import { chmodSync, linkSync, renameSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { after, describe } from "node:test";
import { makeFolder } from "../support/buildFolder";
import { useWorkbench } from "../support/vscode/useWorkbench";

describe("without an engine", () => {
  const folder = makeFolder({});
  const socket = join(folder.path, "docker.sock");
  let listener: Server | undefined;
  after(() => {
    listener?.close();
    folder.remove();
  });
  const step = useWorkbench(() => ({
    environment: { DOCKER_HOST: `unix://${socket}` },
    rights: "of a person",
  }));

  step("the language half works", async (workbench) => {
    const { explorer, editor, page } = workbench;
    await explorer.open("Dockerfile");
    await editor.squiggles("warning").first().waitFor();
    assert.match(await editor.hover("EXPOSE"), /port/i);
    await page.keyboard.press("Escape");
    await editor.goTo(2);
    await editor.type("HEALTH");
    assert.ok((await editor.suggestions()).includes("HEALTHCHECK"));
    await workbench.screenshots("no-engine-completion");
    await page.keyboard.press("Escape");
    for (let letter = 0; letter < 6; letter++) await page.keyboard.press("Backspace");
  });

  step("both views say that there is none, and what to do", async (workbench) => {
    await workbench.openViews("Drydock");
    for (const name of ["Images", "Containers"]) {
      const view = workbench.view(name);
      await view.says("No Docker engine was found.");
      assert.match(await view.text(), /Install Docker or another.*or point DOCKER_HOST.*Try Again/s);
    }
    await workbench.screenshots("no-engine");
  });

  step("a command says the same", async (workbench) => {
    await workbench.command("Drydock Images: Run…");
    await workbench.notifications.find(`No Docker engine was found at unix://${socket}. Install Docker`);
    await workbench.screenshots("no-engine-command");
    await workbench.notifications.clear();
  });

  step("a socket that is not the person's is a view of its own", async (workbench) => {
    listener = createServer();
    await new Promise<void>((resolve) => listener?.listen(socket, resolve));
    chmodSync(socket, 0);
    await workbench.view("Images").says("You don't have permission to use the Docker engine.");
    assert.match(
      await workbench.view("Images").text(),
      /sudo usermod -aG docker \$USER.*log out and in again/s,
    );
    await workbench.screenshots("permission-denied");
  });

  step("so is an engine that is stopped", async (workbench) => {
    // A killed engine leaves its socket behind, which then refuses; Node would take it away.
    const kept = join(folder.path, "kept");
    linkSync(socket, kept);
    listener?.close();
    renameSync(kept, socket);
    chmodSync(socket, 0o600);
    await workbench.view("Images").says("The Docker engine is not running.");
    assert.match(
      await workbench.view("Images").text(),
      /sudo systemctl start docker.*reconnects automatically/s,
    );
    await workbench.screenshots("engine-stopped");
  });
});
