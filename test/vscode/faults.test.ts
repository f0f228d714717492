import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { until } from "../../scripts/testbed/until";
import { makeFolder } from "../support/buildFolder";
import { type FaultyRegistry, type RegistryFault, startFaultyRegistry } from "../support/faultyRegistry";
import { useTestEngine } from "../support/useTestEngine";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

/** What a person reads for each way in which a registry fails, and what to do then. */
const messages: readonly (readonly [RegistryFault, RegExp])[] = [
  [403, /You are logged in, but the registry does not allow this: .*first part of the name/s],
  [404, /Not found: .*Check the spelling/s],
  [429, /You have made too many requests to the registry for now: .*try again later/s],
  [500, /The registry reported an error: .*Try again in a while/s],
  ["hangs up", /The engine can't reach the registry: .*Check the registry's name/s],
];

/** What a notice offers beside the log, and what comes of it. */
const offered: Partial<
  Record<
    RegistryFault,
    { readonly button: string; readonly leadsTo: (workbench: OpenWorkbench) => Promise<void> }
  >
> = {
  403: {
    button: "Push Under Another Name…",
    async leadsTo({ quickInput }) {
      await quickInput.waitForTitle("Push Under Another Name");
      await quickInput.cancel();
    },
  },
  429: {
    button: "Ask How Long",
    async leadsTo({ notifications }) {
      await notifications.find(/allows 100 in 6 hours\. 0 are left\. It asks you to wait 90 seconds\./);
    },
  },
};

describe("what fails is told", () => {
  const folder = makeFolder({ Dockerfile: "FROM alpine:3.20\nRUN echo anchored; sleep 98764\n" });
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  let registry: FaultyRegistry;
  before(async () => {
    registry = await startFaultyRegistry();
    await bed()
      .engine.docker.getImage("alpine:3.20")
      .tag({ repo: `${registry.domain}/me/app`, tag: "1" });
  });
  after(async () => {
    await registry?.stop();
    folder.remove();
  });
  const step = useWorkbench(() => ({
    workspace: folder.path,
    environment: { DOCKER_HOST: bed().engine.host },
  }));

  for (const [fault, message] of messages) {
    step(`a push to a registry that answers ${fault}`, async (workbench) => {
      registry.fail(fault, "manifest");
      await workbench.openViews("Drydock");
      await workbench.view("Images").inlineAction("1", "Push…");
      const notice = await workbench.notifications.find(message);
      assert.match(await notice.innerText(), /Show Log/);
      const more = offered[fault];
      if (more) {
        await workbench.notifications.click(message, more.button);
        await more.leadsTo(workbench);
      }
      await workbench.screenshots(`push-${fault}`.replace(" ", "-"));
      await workbench.notifications.clear();
    });
  }

  step("a push to a registry that answers 401 asks who one is", async (workbench) => {
    const { quickInput } = workbench;
    registry.fail(401, "manifest");
    await workbench.view("Images").inlineAction("1", "Push…");
    await quickInput.pick("In docker's own file", { title: `Log In to ${registry.domain}` });
    await quickInput.waitForTitle(`Log In to ${registry.domain} (1/2)`);
    await quickInput.message(`${registry.domain} needs a login for this.`);
    await workbench.screenshots("push-401");
    await quickInput.answer("joe");
    await quickInput.answer("wrong", { title: `Log In to ${registry.domain} (2/2)` });
    await quickInput.message(`${registry.domain} refused the login of joe.`);
    await quickInput.cancel();
  });

  step("an engine that dies in the middle of a build ends it with a word", async (workbench) => {
    const { explorer, quickInput, notifications } = workbench;
    await workbench.openViews("Explorer");
    await explorer.chooseFromMenu("Dockerfile", "Build Image…");
    await quickInput.answer("anchored", { title: "Build Image" });
    await notifications.find(/Building anchored: step 2\/2/);
    await workbench.openViews("Drydock");
    await bed().engine.kill();
    await notifications.find(
      /The connection to the Docker engine at .* was lost\..*Drydock reconnects automatically/,
    );
    await workbench.view("Images").says("The Docker engine is not running.");
    await workbench.view("Containers").says("The Docker engine is not running.");
    assert.equal(await workbench.view("Images").pane.locator(".monaco-list-row").count(), 0);
    await until(
      "the progress is over",
      async () => !/Building anchored: step/.test(await notifications.text()),
    );
    await workbench.screenshots("engine-killed");
  });

  step("started again, it comes back into the views by itself", async (workbench) => {
    await bed().engine.start();
    const start = Date.now();
    await workbench.view("Images").row("3.20").waitFor();
    assert.ok(Date.now() - start < 8000, `seconds, not ${Date.now() - start} ms`);
    await workbench.screenshots("engine-back");
  });

  step("and when its last image is gone, it says how to get one", async (workbench) => {
    const { docker } = bed().engine;
    for (const { Id } of await docker.listImages()) await docker.getImage(Id).remove({ force: true });
    await workbench.view("Images").says("There are no images yet.");
    assert.match(await workbench.view("Images").text(), /Build Image….*Pull Image…/s);
    await workbench.screenshots("no-images");
  });
});
