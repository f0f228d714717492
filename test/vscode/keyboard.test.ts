import assert from "node:assert/strict";
import { describe } from "node:test";
import type { Locator } from "playwright-core";
import { commands } from "../../client/src/commands";
import { categoryOf } from "../../client/src/commands/contributions";
import { until } from "../../scripts/testbed/until";
import { useTestEngine } from "../support/useTestEngine";
import { exactly } from "../support/vscode/exactly";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

describe("without a mouse", () => {
  const bed = useTestEngine({ images: ["alpine:3.20", "alpine:3.9"] });
  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: bed().engine.host } }));

  step("an image is found, its reference copied, and it is run from its menu", async (workbench) => {
    const { page, quickInput, notifications } = workbench;
    await focusRow(workbench, "Images", "3.20");
    await page.keyboard.press("Control+C");
    await until("it is copied", async () => (await clipboard(workbench)) === "alpine:3.20");
    await chooseByKeys(workbench, "Run…");
    await typeAnswer(workbench, "web", "Run Image");
    await moveTo(workbench, "Command…");
    await page.keyboard.press("Enter");
    await typeAnswer(workbench, "sleep 1000", "Command");
    await quickInput.row("Save as Task").waitFor();
    await moveTo(workbench, "Run");
    await page.keyboard.press("Enter");
    await notifications.find("web is running.", { seconds: 30 });
  });

  step("a container is renamed, stopped, started and removed", async (workbench) => {
    const { page, dialog, notifications } = workbench;
    const view = workbench.view("Containers");
    await focusRow(workbench, "Containers", "web");
    await page.keyboard.press("F2");
    await typeAnswer(workbench, "shop", "Rename Container");
    // What opens the palette before the answer is taken takes the question away.
    await notifications.find("web is now shop.");
    await focusRow(workbench, "Containers", "shop");
    await chooseByKeys(workbench, "Kill…");
    await moveTo(workbench, "KILL");
    await page.keyboard.press("Enter");
    const says = (words: RegExp) => view.row("shop").filter({ hasText: words }).waitFor({ timeout: 30_000 });
    await says(/Exited/);
    await focusRow(workbench, "Containers", "shop");
    await chooseByKeys(workbench, "Start");
    await says(/Up/);
    await focusRow(workbench, "Containers", "shop");
    await page.keyboard.press("Delete");
    assert.equal((await dialog.text()).message, "Kill and remove shop?");
    await page.keyboard.press("Enter");
    await view.row("shop").waitFor({ state: "hidden" });
  });

  step("an image is removed, and that undone, by keys", async (workbench) => {
    const { page, dialog } = workbench;
    await focusRow(workbench, "Images", "3.9");
    await page.keyboard.press("Delete");
    assert.equal((await dialog.text()).message, "Remove alpine:3.9?");
    await page.keyboard.press("Enter");
    await workbench.view("Images").row("3.9").waitFor({ state: "hidden" });
    await command(workbench, "Notifications: Accept Notification Primary Action");
    await workbench.view("Images").row("3.9").waitFor();
  });
});

/** These ask nothing: they show what there is, or there is nothing to undo yet. */
const askNothing: readonly string[] = ["images.showTable", "images.clearFilter", "containers.logOptions"];

describe("from the palette", () => {
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: bed().engine.host } }));

  step("there is something of each kind", async (workbench) => {
    const { docker } = bed().engine;
    for (const [name, state] of [
      ["running", "start"],
      ["created", undefined],
      ["paused", "pause"],
    ] as const) {
      const made = await docker.createContainer({ Image: "alpine:3.20", name, Cmd: ["sleep", "1000"] });
      if (state) await made.start();
      if (state === "pause") await made.pause();
    }
    await workbench.openViews("Drydock");
    await workbench.view("Containers").row("paused").waitFor();
  });

  const asking = commands.filter(
    ({ id, palette }) =>
      palette !== "never" &&
      /^images\.|^containers\.|copyDockerCommand$/.test(id) &&
      !askNothing.includes(id),
  );
  for (let first = 0; first < asking.length; first += 12) {
    step(`every command asks what it is for (${first + 1} and on)`, async (workbench) => {
      const { quickInput, dialog, page } = workbench;
      for (const command of asking.slice(first, first + 12)) {
        await workbench.command(`${categoryOf(command)}: ${command.title}`);
        const asked = page
          .locator(
            ".quick-input-widget:visible .quick-input-title:not(:empty), .monaco-dialog-box, .quick-input-widget:visible .quick-input-filter input",
          )
          .first();
        await asked.waitFor().catch((error) => assert.fail(`${command.id}: ${error}`));
        const isDialog = (await dialog.box.count()) > 0;
        if (!isDialog) await quickInput.cancel();
        else {
          await page.keyboard.press("Escape");
          await dialog.box.waitFor({ state: "hidden" });
        }
      }
    });
  }

  step("nothing was done without an answer", async () => {
    const containers = await bed().engine.docker.listContainers({ all: true });
    const states = containers.map(({ Names, State }) => `${Names[0]} ${State}`).sort();
    assert.deepEqual(states, ["/created created", "/paused paused", "/running running"]);
  });
});

async function command({ page, quickInput }: OpenWorkbench, title: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press("F1");
    await quickInput.input.waitFor();
    await page.keyboard.type(title);
    try {
      await focusedNamed(page, title).waitFor({ timeout: 4000 });
      await page.keyboard.press("Enter");
      return;
    } catch (error) {
      // A palette that was opened before an extension was known does not learn of its commands.
      if (attempt === 5) throw error;
      await quickInput.cancel();
    }
  }
}

function focusedNamed(page: OpenWorkbench["page"], label: string): Locator {
  const name = page.locator(".label-name", { hasText: exactly(label) });
  return page.locator(".quick-input-list .monaco-list-row.focused", { has: name });
}

/** Arrow keys from the top until the row has the focus. */
async function focusRow(workbench: OpenWorkbench, name: string, label: string): Promise<void> {
  const { page } = workbench;
  const view = workbench.view(name);
  const focus = () => command(workbench, `Drydock: Focus on ${name} View`);
  await focus();
  await view.row(label).waitFor();
  // A view that was empty when it got the focus has not handed it on to its rows.
  await focus();
  await view.pane.locator(".monaco-list:focus, .monaco-list:focus-within").first().waitFor();
  await page.keyboard.press("Home");
  await until(`${label} has the focus`, async () => {
    const focused = view.pane.locator(".monaco-list-row.focused .label-name").first();
    if ((await focused.count()) > 0 && exactly(label).test((await focused.textContent()) ?? "")) return true;
    await page.keyboard.press("ArrowDown");
    return false;
  });
  await page.keyboard.press("Enter");
}

/** Opens the row's menu by its key, and goes to the entry by its first letters. */
async function chooseByKeys({ page }: OpenWorkbench, entry: string): Promise<void> {
  await page.keyboard.press("Shift+F10");
  const menu = page.locator(".monaco-menu").first();
  await menu.waitFor();
  const focused = page.locator(".monaco-menu .action-item.focused .action-label").first();
  await until(`“${entry}” is reached`, async () => {
    if ((await focused.count()) > 0 && exactly(entry).test((await focused.textContent()) ?? "")) return true;
    await page.keyboard.press("ArrowDown");
    return false;
  });
  await page.keyboard.press("Enter");
  await menu.waitFor({ state: "hidden" });
}

async function moveTo({ page, quickInput }: OpenWorkbench, label: string): Promise<void> {
  await quickInput.row(label).waitFor();
  await until(`“${label}” is reached`, async () => {
    if (await focusedNamed(page, label).isVisible()) return true;
    await page.keyboard.press("ArrowDown");
    return false;
  });
}

async function typeAnswer({ page, quickInput }: OpenWorkbench, text: string, title: string): Promise<void> {
  await quickInput.waitForTitle(title);
  // It is drawn before it has the focus, and what is typed until then goes to the list.
  await page.locator(".quick-input-widget input:focus").first().waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function clipboard({ page }: OpenWorkbench): Promise<string> {
  return String(await page.evaluate("navigator.clipboard.readText()"));
}
