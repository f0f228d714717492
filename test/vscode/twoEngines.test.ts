import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { createContext } from "../../client/src/engine/endpoint/dockerContexts";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import { until } from "../../scripts/testbed/until";
import { makeFolder } from "../support/buildFolder";
import { dockerCommands } from "../support/dockerCommands";
import { useTwoEngines } from "../support/useTwoEngines";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";
import { Workbench } from "../support/vscode/workbench";

describe("two engines in two windows", () => {
  const bed = useTwoEngines();
  const folder = makeFolder({ other: "" });
  const configFolder = join(folder.path, ".docker");
  const secondWorkspace = makeFolder({ Dockerfile: "FROM second:1\n" });
  let other: Workbench;
  before(async () => {
    mkdirSync(configFolder);
    await createContext(configFolder, { name: "far", host: "ssh://box" });
    await createContext(configFolder, { name: "stranger", host: "ssh://stranger" });
    await createContext(configFolder, { name: "locked", host: "ssh://locked" });
    await createContext(configFolder, { name: "naked", host: bed().tcpHost });
  });
  after(() => {
    folder.remove();
    secondWorkspace.remove();
  });
  const step = useWorkbench(() => ({
    environment: {
      DOCKER_HOST: undefined,
      DOCKER_CONFIG: configFolder,
      PATH: `${bed().ssh.programFolder}:${process.env["PATH"]}`,
    },
  }));

  const useByCli = (name: string) => {
    const [docker] = dockerCommands();
    assert(docker);
    execFileSync(docker.path, ["context", "use", name], {
      env: { PATH: process.env["PATH"], HOME: folder.path, DOCKER_CONFIG: configFolder },
      stdio: "pipe",
    });
  };
  const choose = async (workbench: Workbench, name: string, scope: string) => {
    await workbench.command("Drydock: Use Docker Context…");
    await workbench.quickInput.pick(name, { title: "Use Docker Context" });
    await workbench.quickInput.pick(scope, { title: `Use ${name}` });
    await workbench.statusBarItem(name).waitFor();
  };
  const shows = async (workbench: Workbench, present: string, absent: string) => {
    const images = workbench.view("Images");
    await images.row(present).waitFor();
    await images.row(absent).waitFor({ state: "hidden" });
  };

  step("a Docker context with certificates is made by the wizard, step by step", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.openViews("Drydock");
    const title = "Create Docker Context";
    await workbench.command("Drydock: Create Docker Context…");
    await quickInput.answer("far", { title });
    await quickInput.message("There is a Docker context “far” already.");
    await quickInput.answer("secure", { title });
    await quickInput.says("Where does the engine listen?");
    await quickInput.answer(bed().tcpHost, { title });
    await quickInput.pick("With TLS, and only an engine whose certificate is right");
    await quickInput.message("Type the folder that contains them; they are copied.");
    await workbench.screenshots("context-wizard");
    await quickInput.answer(bed().certificates, { title });
    await quickInput.says("Describe it in a few words");
    await quickInput.answer("The second engine", { title });
    await notifications.find("Created the Docker context “secure”.");
    await notifications.clear();
    const [docker] = dockerCommands();
    const told = execFileSync(docker?.path ?? "", ["--config", configFolder, "context", "inspect", "secure"]);
    assert.match(String(told), /"ca\.pem",\s+"cert\.pem",\s+"key\.pem"/);
  });

  step("what the command line chooses is followed, over TLS and over ssh", async (workbench) => {
    useByCli("secure");
    await workbench.statusBarItem("secure").waitFor();
    await shows(workbench, "second", "first");
    useByCli("far");
    await workbench.statusBarItem("far").waitFor();
    await shows(workbench, "first", "second");
  });

  step("two windows show two engines at once, each its own", async (workbench) => {
    await choose(workbench, "far", "In this window");
    other = await anotherWindow(workbench, secondWorkspace.path);
    await other.openViews("Drydock");
    await choose(other, "secure", "In this window");
    await shows(other, "second", "first");
    await shows(workbench, "first", "second");
    await importBusyboxImage(bed().first.docker, "later:1");
    await workbench.view("Images").row("later").waitFor();
    assert.equal(await other.view("Images").row("later").count(), 0);
    await other.screenshots("two-engines");
  });

  step("a choice everywhere leaves the other window's own alone", async (workbench) => {
    await choose(workbench, "secure", "Everywhere, as “docker context use” does");
    await shows(workbench, "second", "later");
    assert.match(readFileSync(join(configFolder, "config.json"), "utf8"), /"currentContext": "secure"/);
    await choose(other, "far", "In this window");
    await shows(other, "first", "second");
    useByCli("far");
    await shows(workbench, "first", "second");
    await other.page.close();
  });

  for (const [name, told, diagnosis] of [
    ["stranger", "The key of the host is not known yet", /compare the fingerprint/],
    ["locked", "The host rejected your login.", /has a passphrase, load it with “ssh-add”/],
    ["naked", "The Docker engine requires TLS, but the connection does not use it.", /DOCKER_TLS_VERIFY=1/],
  ] as const)
    step(`“${name}” is told for what it is, in the views and in the report`, async (workbench) => {
      await choose(workbench, name, "In this window");
      await workbench.view("Images").says(told);
      await workbench.view("Containers").says(told);
      await workbench.screenshots(`connection-${name}`);
      await workbench.command("Drydock: Diagnose Connection");
      await workbench.editor.area.waitFor();
      // The report of the engine before may be shown until the new text has come.
      await until("the report tells it", async () =>
        diagnosis.test((await workbench.editor.text()).replace(/\s+/g, " ")),
      );
      await workbench.command("View: Close All Editors");
      await workbench.notifications.clear();
    });

  step("and from there the way back is the default", async (workbench) => {
    await choose(workbench, "secure", "In this window");
    await shows(workbench, "second", "first");
  });
});

/** A second window of the same editor, with another folder, and so with a memory of its own. */
async function anotherWindow({ page, server }: OpenWorkbench, workspace: string): Promise<Workbench> {
  const second = await page.context().newPage();
  await second.goto(server.address(workspace));
  const workbench = new Workbench(second);
  await workbench.waitUntilReady();
  return workbench;
}
