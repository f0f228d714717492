import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { until } from "../../scripts/testbed/until";
import { type Served, type ServedEngine, startServedEngine } from "../support/servedEngine";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

/** Words that would draw an icon, be markup, start a command, reach the network, be a second line, or turn around. */
const hostile =
  "$(flame) [run](command:workbench.action.quit) ![x](http://tracker.example/x.png) <img src=http://tracker.example/y.png> <a href='command:workbench.action.quit'>go</a> \u001b[31m\u001b]8;;command:workbench.action.quit\u0007link\u001b]8;;\u0007 \u202eevil\nsecond line";

const imageId = `sha256:${"a".repeat(64)}`;

/** What a real engine takes for a name; the rest of it is as bad. */
const goodId = `sha256:${"b".repeat(64)}`;

const served: Served = {
  images: [
    {
      Id: goodId,
      RepoTags: ["good:1"],
      RepoDigests: [],
      Created: 1_700_000_000,
      Size: 2_000_000,
      Labels: { [hostile]: hostile },
    },
    {
      Id: imageId,
      RepoTags: [`bad ${hostile}:1`],
      RepoDigests: [],
      Created: 1_700_000_000,
      Size: 1_000_000,
      Labels: { [hostile]: hostile },
    },
  ],
  containers: [
    {
      Id: "d".repeat(64),
      Names: ["/good"],
      Image: "good:1",
      ImageID: goodId,
      Command: hostile,
      State: "running",
      Status: `Up ${hostile}`,
      Created: 1_700_000_000,
      Ports: [],
      Labels: { "com.docker.compose.project": `project ${hostile}` },
    },
    {
      Id: "c".repeat(64),
      Names: [`/name ${hostile}`],
      Image: `image ${hostile}`,
      ImageID: imageId,
      Command: hostile,
      State: "running",
      Status: `Up ${hostile}`,
      Created: 1_700_000_000,
      Ports: [],
      Labels: { "com.docker.compose.project": `project ${hostile}`, [`label ${hostile}`]: hostile },
    },
  ],
  history: [
    { Id: imageId, Created: 1_700_000_000, CreatedBy: hostile, Size: 1, Comment: hostile, Tags: [hostile] },
  ],
  imageDetails: {
    Author: hostile,
    Comment: hostile,
    Config: { Env: [`A=${hostile}`], Cmd: [hostile], User: hostile, Labels: { [hostile]: hostile } },
  },
  containerDetails: {
    State: {
      Status: "running",
      StartedAt: "2026-01-01T00:00:00Z",
      Error: hostile,
      Health: { Status: "unhealthy", Log: [{ Output: hostile }] },
    },
    NetworkSettings: { Networks: { [hostile]: {} } },
    Mounts: [{ Type: "bind", Source: hostile, Destination: hostile, RW: true }],
  },
  processes: { Titles: ["PID", "CMD"], Processes: [["1", hostile]] },
  changes: [{ Path: `/${hostile}`, Kind: 1 }],
  search: [{ name: `found ${hostile}`, description: hostile, star_count: 1, is_official: false }],
  networks: [{ Id: "n", Name: `net ${hostile}`, Driver: hostile }],
  log: [hostile],
  refusal: `refused ${hostile}`,
};

describe("names, labels, logs and messages that mean harm", () => {
  let engine: ServedEngine;
  before(async () => {
    engine = await startServedEngine(served);
  });
  after(() => engine?.stop());
  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: `unix://${engine.socketPath}` } }));

  step("rows and their tooltips show them as words", async (workbench) => {
    await workbench.openViews("Drydock");
    const images = workbench.view("Images");
    const containers = workbench.view("Containers");
    await until(
      "the rows are there",
      async () => (await containers.rows()).length === 3 && (await images.rows()).length === 4,
    );
    for (const view of [images, containers]) {
      for (const { label, description, spoken } of await view.rows())
        for (const text of [label, description, spoken]) assertPlain(text);
    }
    assert.match((await images.rows())[0]?.label ?? "", /\$\(flame\)/);
    await assertHarmless(workbench);
    for (const view of [images, containers]) {
      const rows = view.pane.locator(".monaco-list-row");
      for (const index of [0, 1, 2]) {
        assertPlain(await view.hoverRow(rows.nth(index)));
        await assertHarmless(workbench);
      }
    }
    await workbench.screenshots("hostile-rows");
  });

  step("documents show them as words", async (workbench) => {
    const { quickInput } = workbench;
    const look = async (command: string, name: string, ending: string) => {
      await workbench.command(command);
      await quickInput.row(name).waitFor();
      await assertHarmless(workbench);
      await quickInput.pick(name);
      await workbench.page.locator(".tab.active", { hasText: ending }).waitFor();
      await until("it is read", async () => /tracker/.test(await workbench.editor.text()));
      assertPlain((await workbench.editor.text()).replaceAll("\n", " "));
      await assertHarmless(workbench);
    };
    await look("Drydock Images: Inspect as JSON", "good:1", "good:1.json");
    await look("Drydock Images: Show Layers", "good:1", "good:1.layers.txt");
    await look("Drydock Containers: Show Processes", "good", "good.processes.txt");
    await look("Drydock Containers: Show Logs", "good", "good.log");
    await workbench.screenshots("hostile-log");
    await look("Drydock Containers: Show Changed Files", "good", "good.changes.txt");
  });

  step("questions and notices show them as words", async (workbench) => {
    const { quickInput, dialog, notifications, page } = workbench;
    await workbench.command("Drydock Images: Search Docker Hub…");
    await quickInput.answer("anything", { title: "Search Docker Hub" });
    await quickInput.waitForTitle("Docker Hub: 1 Results");
    for (const { label, description, detail } of await quickInput.items())
      for (const text of [label, description, detail]) assertPlain(text);
    await assertHarmless(workbench);
    await workbench.screenshots("hostile-search");
    await quickInput.cancel();
    for (const name of ["good", "bad"]) {
      await workbench.command("Drydock Containers: Kill…");
      await quickInput.rows
        .filter({ hasText: name === "good" ? /^good/ : /^name/ })
        .first()
        .click();
      await page.keyboard.press("Enter");
      await quickInput.pick("TERM");
      const notice = await notifications.find(/refused/);
      assertPlain((await notice.innerText()).replaceAll("\n", " "));
      await assertHarmless(workbench);
      await workbench.screenshots(`hostile-notice-${name}`);
      await notifications.clear();
    }
    await workbench.command("Drydock Images: Remove Image…");
    await quickInput.rows.first().click();
    await page.keyboard.press("Enter");
    const { message, detail } = await dialog.text();
    assertPlain(message);
    assertPlain(detail.replaceAll("\n", " "));
    await assertHarmless(workbench);
    await workbench.screenshots("hostile-dialog");
    await dialog.click("Cancel");
  });

  step("the table shows them as words", async (workbench) => {
    await workbench.command("Drydock Images: Show Images Table");
    const page = workbench.webview();
    const row = page.locator("tbody tr", { hasText: "tracker" }).first();
    await row.waitFor();
    assert.match(await row.innerText(), /\$\(flame\)/);
    assert.equal(await page.locator("tbody img, tbody a").count(), 0);
    for (const text of await row.locator("td, th").allTextContents()) assertPlain(text);
    await workbench.screenshots("hostile-table");
    assert.deepEqual(workbench.foreignRequests, []);
  });
});

/** Nothing in it steers a terminal, and nothing turns the reading direction. */
function assertPlain(text: string): void {
  assert.doesNotMatch(text, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/, JSON.stringify(text));
}

/** No icon, image or link has come of the words. */
async function assertHarmless({ page }: OpenWorkbench): Promise<void> {
  const bad = [
    ".codicon-flame",
    'img[src*="tracker"]',
    '[href^="command:workbench.action.quit"]',
    '[data-href^="command:workbench.action.quit"]',
    '[data-href*="tracker"]',
  ];
  for (const selector of bad)
    assert.equal(await page.locator(selector).count(), 0, `${selector}: ${await htmlOf(page, selector)}`);
}

async function htmlOf(page: OpenWorkbench["page"], selector: string): Promise<string> {
  const found = page.locator(selector).first();
  return (await found.count()) === 0
    ? ""
    : found.evaluate((element) => element.parentElement?.outerHTML ?? "");
}
