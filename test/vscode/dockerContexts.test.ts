import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { createContext, removeContext, useContext } from "../../client/src/engine/endpoint/dockerContexts";
import { type SshServer, startSshServer } from "../../scripts/testbed/sshServer";
import { makeFolder } from "../support/buildFolder";
import { useTestEngine } from "../support/useTestEngine";
import { useWorkbench } from "../support/vscode/useWorkbench";

describe("Docker contexts in the editor", () => {
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  const folder = makeFolder({});
  const configFolder = join(folder.path, ".docker");
  let ssh: SshServer;
  before(async () => {
    mkdirSync(configFolder);
    ssh = await startSshServer({ DOCKER_HOST: bed().engine.host });
  });
  after(async () => {
    await ssh?.stop();
    folder.remove();
  });
  const step = useWorkbench(() => ({
    environment: {
      DOCKER_HOST: undefined,
      DOCKER_CONFIG: configFolder,
      PATH: `${ssh.programFolder}:${process.env["PATH"]}`,
    },
  }));

  step(
    "a Docker context chosen in a terminal is followed, and named in the status bar",
    async (workbench) => {
      await workbench.openViews("Drydock");
      await createContext(configFolder, { name: "desk", host: bed().engine.host });
      await createContext(configFolder, { name: "far", host: "ssh://box" });
      await useContext(configFolder, "desk");
      await workbench.view("Images").row("alpine").waitFor();
      const item = workbench.statusBarItem("desk");
      await item.waitFor();
      assert.doesNotMatch((await item.getAttribute("class")) ?? "", /warning-kind/);
      await workbench.screenshots("docker-context");
    },
  );

  step("a click on it leads to another one, which warns where it is remote", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.statusBarItem("desk").click();
    await quickInput.pick("far", { title: "Use Docker Context" });
    await quickInput.pick("In this window", { title: "Use far" });
    await notifications.find(/The engine is now ssh:\/\/box/);
    const item = workbench.statusBarItem("far");
    await item.waitFor();
    assert.match((await item.getAttribute("class")) ?? "", /warning-kind/);
    await workbench.view("Images").row("alpine").waitFor();
    await workbench.screenshots("docker-context-remote");
    await notifications.clear();
  });

  step("what is lost over there is asked about by its host", async (workbench) => {
    const { dialog } = workbench;
    await workbench.command("Drydock: Remove Docker Context…");
    await workbench.quickInput.pick("desk", { title: "Remove Docker Context" });
    assert.doesNotMatch((await dialog.text()).detail, /ssh:\/\/box/);
    await dialog.click("Cancel");
    await bed().engine.docker.createContainer({ Image: "alpine:3.20", name: "old" });
    await workbench.view("Containers").row("old").waitFor();
    await workbench.command("Drydock Containers: Remove All Stopped…");
    assert.match((await dialog.text()).detail, /on another machine, at the engine ssh:\/\/box/);
    await workbench.screenshots("remote-confirmation");
    await dialog.click("Cancel");
  });

  step("the connection is diagnosed in a report", async (workbench) => {
    await workbench.command("Drydock: Diagnose Connection");
    await workbench.editor.area.waitFor();
    const text = await workbench.editor.text();
    assert.match(text, /Nothing is wrong: the engine answers\./);
    assert.match(text, /By way of: ssh .*box docker system dial-stdio/);
    await workbench.screenshots("diagnose-connection");
  });

  step("a Docker context that is gone is told where the rows were", async (workbench) => {
    await createContext(configFolder, { name: "brief", host: bed().engine.host });
    await workbench.command("Drydock: Use Docker Context…");
    await workbench.quickInput.pick("brief", { title: "Use Docker Context" });
    await workbench.quickInput.pick("In this window", { title: "Use brief" });
    await workbench.statusBarItem("brief").waitFor();
    await removeContext(configFolder, "brief");
    await workbench.view("Images").says("The selected Docker context does not exist.");
  });
});
