import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { Locator } from "playwright-core";
import type { ApiContainer } from "../../client/src/engine/dockerode/containerFromApi";
import type { ApiImage } from "../../client/src/engine/dockerode/imageFromApi";
import { until } from "../../scripts/testbed/until";
import { type Served, type ServedEngine, startServedEngine } from "../support/servedEngine";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import type { TreeView } from "../support/vscode/treeView";
import { useWorkbench } from "../support/vscode/useWorkbench";

const manyImages = 5000;
const manyContainers = 1000;

/** Far more than it takes, as the machine has other work; what it took is printed. */
const patience = { timeout: 60_000 };

describe(`${manyImages} images and ${manyContainers} containers`, () => {
  const served: Served = {
    images: Array.from({ length: manyImages }, (_, index) => image(index)),
    containers: Array.from({ length: manyContainers }, (_, index) => container(index, "exited")),
  };
  let engine: ServedEngine;
  before(async () => {
    engine = await startServedEngine(served);
  });
  after(() => engine?.stop());
  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: `unix://${engine.socketPath}` } }));

  step("are there soon after the view is opened", async (workbench) => {
    const began = performance.now();
    await workbench.openViews("Drydock");
    await workbench.view("Containers").row("c0000").waitFor(patience);
    await workbench.view("Images").row("team/app0000").waitFor(patience);
    tell("the first lists", began);
    await until("all are counted", async () => /^5000 images/.test(await workbench.view("Images").summary()));
    assert.equal(await workbench.view("Containers").summary(), "0 of 1000 running");
    await workbench.screenshots("many");
  });

  step("the views answer while every image is still looked at", async (workbench) => {
    const images = workbench.view("Images");
    let began = performance.now();
    await images.expand("team/app0001");
    await images.row("4").waitFor(patience);
    tell("opening a repository", began);
    began = performance.now();
    await images.titleAction("Filter…");
    await workbench.quickInput.answer("app0999", { title: "Filter Images" });
    await images.row("team/app0999").waitFor(patience);
    await images.row("team/app0001").waitFor({ state: "hidden" });
    tell("filtering, with the question", began);
    await images.titleAction("Show All Images");
    await images.row("team/app0001").waitFor(patience);
    // The editor forgets what was open of rows that were gone.
    await images.expand("team/app0001");
    const looks = () => engine.asked.filter((path) => /\/images\/sha256.*\/json$/.test(path)).length;
    await until("every image has been looked at", () => looks() >= manyImages, 80);
  });

  step("an event of a container draws its row anew and no other", async (workbench) => {
    const containers = workbench.view("Containers");
    await containers.row("c0003").click();
    await scrollTo(workbench, containers, "c0122");
    const before = await rowsInSight(containers);
    const drawn = await watchRows(containers.pane.locator(".monaco-list"));
    for (const attempt of [1, 2, 3]) {
      served.containers = served.containers.with(122, container(122, "exited", `renamed${attempt}`));
      const began = performance.now();
      engine.emit("container", "rename", idOf("c", 122));
      await containers.row(`renamed${attempt}`).waitFor(patience);
      tell(`event ${attempt} of a container`, began);
    }
    const others = (await drawn()).filter((spoken) => !/c0122|renamed/.test(spoken));
    assert.deepEqual(others, []);
    const after = await rowsInSight(containers);
    assert.deepEqual(
      after,
      before.map((label) => (label === "c0122" ? "renamed3" : label)),
      "it has scrolled",
    );
  });

  step(
    "one that starts goes to the top; the selection stays, and the place in the list",
    async (workbench) => {
      const containers = workbench.view("Containers");
      const [before] = await rowsInSight(containers);
      served.containers = served.containers.with(500, container(500, "running"));
      const began = performance.now();
      engine.emit("container", "start", idOf("c", 500));
      await until("it is counted", async () => /^1 of 1000/.test(await containers.summary()));
      tell("one that moves in the list", began);
      await until("the list has moved by one row at most", async () => {
        const [first] = await rowsInSight(containers);
        return [before, previous(before)].includes(first);
      });
      await scrollTo(workbench, containers, "c0000");
      await containers.row("c0500").waitFor(patience);
      assert.equal(await containers.row("c0003").getAttribute("aria-selected"), "true");
    },
  );

  step("an image that comes is there soon, and what was open stays so", async (workbench) => {
    const images = workbench.view("Images");
    for (const tag of ["new1", "new2", "new3"]) {
      served.images = [
        ...served.images,
        { ...image(5000 + served.images.length), RepoTags: [`team/app0001:${tag}`] },
      ];
      const began = performance.now();
      engine.emit("image", "tag", idOf("a", 1));
      await images.row(tag).waitFor(patience);
      tell(`a new tag, ${tag}`, began);
    }
    assert.equal(await images.row("team/app0001").getAttribute("aria-expanded"), "true");
    await workbench.screenshots("many-events");
  });

  step("the table has all of them, and is sorted and filtered", async (workbench) => {
    let began = performance.now();
    await workbench.command("Drydock Images: Show Images Table");
    const page = workbench.webview();
    await page.getByRole("status").filter({ hasText: "5003 rows" }).waitFor(patience);
    tell("the table", began);
    began = performance.now();
    await page.getByRole("button", { name: "Size" }).press("Enter");
    await page.locator("th[data-column=size][aria-sort=ascending]").waitFor(patience);
    tell("sorting the table", began);
    began = performance.now();
    await page.getByLabel("Filter").fill("app0777");
    await page.getByRole("status").filter({ hasText: "5 of 5003 rows" }).waitFor(patience);
    tell("filtering the table", began);
    await workbench.screenshots("many-table");

    // Drawn is what is seen; by wheel and by key one comes to the others.
    await page.getByLabel("Filter").fill("");
    await page.getByRole("status").filter({ hasText: "5003 rows" }).waitFor(patience);
    const rows = page.locator("tbody tr");
    assert.ok((await rows.count()) < 300);
    assert.equal(await page.locator("table").getAttribute("aria-rowcount"), "5004");
    await page.locator("html").evaluate((root) => root.scrollTo(0, 50_000));
    await page.locator('tr[aria-rowindex="1900"]').waitFor(patience);
    assert.ok((await rows.count()) < 3000);
    await page.locator("html").evaluate((root) => root.scrollTo(0, 0));
    await rows.first().locator("input").focus();
    await workbench.page.keyboard.press("End");
    await page.locator('tr[aria-rowindex="5004"] input:focus').waitFor(patience);
  });
});

function tell(what: string, began: number): void {
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`);
}

async function rowsInSight(view: TreeView): Promise<string[]> {
  const rows = view.pane.locator(".monaco-list-row");
  const placed = await rows.evaluateAll((elements) =>
    elements.map((row) => ({
      top: Number.parseFloat(row.style.top),
      label: String(row.querySelector(".label-name")?.textContent),
    })),
  );
  return placed.sort((one, other) => one.top - other.top).map(({ label }) => label);
}

/** Turns the wheel over a view until a row comes into sight. */
async function scrollTo({ page }: OpenWorkbench, view: TreeView, label: string): Promise<void> {
  await view.pane.locator(".monaco-list").hover();
  await until(`${label} is in sight`, async () => {
    if (await view.row(label).isVisible()) return true;
    const [first = ""] = await rowsInSight(view);
    await page.mouse.wheel(0, first < label ? 220 : -2000);
    return false;
  });
}

function previous(label: string | undefined): string {
  return `c${padded(Number(label?.slice(1)) - 1)}`;
}

/** Notes from now on which rows are drawn anew; the answer tells them as a screen reader would. */
async function watchRows(list: Locator): Promise<() => Promise<readonly string[]>> {
  await list.evaluate((element) => {
    const seen = new Set<string>();
    // The tests' types know no browser.
    const { MutationObserver } = element.ownerDocument.defaultView as unknown as {
      MutationObserver: new (
        told: (records: { target: typeof element }[]) => void,
      ) => {
        observe(target: unknown, what: object): void;
      };
    };
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const row = (target.nodeType === 1 ? target : target.parentElement)?.closest(".monaco-list-row");
        if (row) seen.add(row.getAttribute("aria-label") ?? "");
      }
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    Object.assign(element, { drawnRows: seen });
  });
  return () => list.evaluate((element) => [...(element as unknown as { drawnRows: Set<string> }).drawnRows]);
}

function image(index: number): ApiImage {
  const name = `team/app${padded(Math.floor(index / 5))}:${index % 5}`;
  return {
    Id: `sha256:${idOf("a", index)}`,
    RepoTags: [name],
    RepoDigests: [],
    Created: 1_700_000_000 - index,
    Size: 1_000_000 + index,
    Labels: {},
  };
}

function container(index: number, state: "exited" | "running", name = `c${padded(index)}`): ApiContainer {
  return {
    Id: idOf("c", index),
    Names: [`/${name}`],
    Image: "team/app0000:0",
    ImageID: `sha256:${idOf("a", 0)}`,
    Command: "sleep 1000",
    State: state,
    Status: state === "running" ? "Up 1 second" : "Exited (0) 1 second ago",
    Created: 1_700_000_000 - index,
    Ports: [],
    Labels: {},
  };
}

function idOf(letter: string, index: number): string {
  return letter + index.toString(16).padStart(63, "0");
}

function padded(index: number): string {
  return String(index).padStart(4, "0");
}
