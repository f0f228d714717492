import assert from "node:assert/strict";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { after, before, describe } from "node:test";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import { until } from "../../scripts/testbed/until";
import { loadForeignImage } from "../support/foreignImage";
import { useTestEngine } from "../support/useTestEngine";
import { accessibilityProblems } from "../support/vscode/accessibility";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

/** Words that would start a command, draw an icon, be markup or turn the reading direction, if they were believed. */
const hostile =
  "[run](command:workbench.action.quit) $(flame) <img src=x onerror=alert(1)> \u001b[31m\u202eevil";

describe("the day's work with images", () => {
  const bed = useTestEngine({
    images: ["alpine:3.20", "alpine:3.9", "ghcr.io/me/tool:1"],
    hub: [
      { name: "mysql", description: hostile, star_count: 13_077, is_official: true },
      { name: "joe/mysql", description: "Joe's own", star_count: 3, is_official: false },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), "drydock-images-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(async () => {
    const { docker } = bed().engine;
    await importAs("held:1", [`LABEL words=${JSON.stringify(hostile)}`, "EXPOSE 5000", "ENV COLOUR=blue"]);
    await loadForeignImage(docker, "alpine:3.20", "foreign:1", "arm64");
    await importAs("", ["LABEL left=over"]);
    await docker.createContainer({ Image: "held:1", name: "holder", Cmd: ["sleep", "1000"] });
    // What Docker Hub has: the same repository twice, one after the other.
    await publish("mysql", "first");
  });

  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: bed().engine.host } }));

  async function importAs(reference: string, changes: readonly string[]): Promise<void> {
    const [repo, tag] = reference.split(":");
    const { docker } = bed().engine;
    const stream = await docker.importImage(await busyboxFileSystem(), {
      ...(repo && { repo, tag }),
      changes: ['CMD ["/bin/sh"]', "ENV PATH=/bin", ...changes],
    });
    await done(stream);
  }

  /** Puts a new image into the registry under Docker Hub's name for it, and takes it from the engine again. */
  async function publish(repository: string, label: string): Promise<void> {
    const { engine, registry } = bed();
    const name = `${registry.domain}/library/${repository}`;
    await importAs("publishing:1", [`LABEL version=${label}`]);
    await engine.docker.getImage("publishing:1").tag({ repo: name, tag: "latest" });
    await done(
      await engine.docker.getImage(name).push({ tag: "latest", authconfig: { username: "", password: "" } }),
    );
    await engine.docker.getImage(`${name}:latest`).remove();
    await engine.docker.getImage("publishing:1").remove({ force: true });
  }

  /** Leads an open dialog for files to the test's own folder, and waits for a file in it. */
  async function showsFolder({ quickInput }: OpenWorkbench, file: string): Promise<void> {
    await until("the dialog has followed", async () => {
      // What is typed while it still reads its first folder it forgets.
      await quickInput.input.fill(`${folder}/`);
      const listed = quickInput.row(file).waitFor({ timeout: 2000 });
      return listed.then(
        () => true,
        () => false,
      );
    });
  }

  function done(stream: NodeJS.ReadableStream): Promise<void> {
    return new Promise((resolve, reject) => {
      bed().engine.docker.modem.followProgress(stream, (error) => (error ? reject(error) : resolve()));
    });
  }

  step("the view sums up, and marks what is used, foreign and official or not", async (workbench) => {
    await workbench.openViews("Drydock");
    const images = workbench.view("Images");
    await images.row("held").waitFor();
    await until("the space is added up", async () => / reclaimable$/.test(await images.summary()));
    assert.match(await images.summary(), /^4 images · [\d.]+MB · [\d.]+MB reclaimable$/);
    await until("the platform is marked", async () => (await texts(workbench)).includes("· arm64"));
    assert.match(await texts(workbench), /held \| local\n1 \| [\d.]+MB · .* · in use · /);
    assert.match(await texts(workbench), /alpine \| local · 2 tags\n3\.9 .*\n3\.20 /);
    assert.match(await texts(workbench), /Dangling \| 1 · /);
    await workbench.screenshots("images-view");
  });

  step("a tooltip explains, and hostile labels stay words", async (workbench) => {
    const images = workbench.view("Images");
    const spoken = (await images.rows()).find(({ label }) => label === "1")?.spoken;
    assert.match(spoken ?? "", /^Image .*:1, local, .*MB, created /);
    const text = await until("the row's own tooltip is there", async () => {
      const shown = await images.hover("3.20");
      return shown.includes("alpine:3.20") && shown;
    });
    assert.match(text, /Never pulled or pushed/);
    assert.match(text, /A base image: it is not built on any other/);
    assert.match(text, /User: root/);
    await workbench.screenshots("images-tooltip");
  });

  step("it can be grouped, sorted and filtered, and remembers that", async (workbench) => {
    const { quickInput } = workbench;
    const images = workbench.view("Images");
    await images.chooseFromTitle("Group By…");
    await quickInput.pick("Registry", { title: "Group Images" });
    await images.row("Docker Hub").waitFor();
    await images.row("ghcr.io/me/tool:1").waitFor();
    await workbench.screenshots("images-by-registry");
    for (const [choice, groups] of [
      ["Age", ["Last 24 hours"]],
      ["Use", ["In use", "Not in use"]],
    ] as const) {
      await images.chooseFromTitle("Group By…");
      await quickInput.pick(choice, { title: "Group Images" });
      for (const group of groups) await images.row(group).waitFor();
    }
    await workbench.screenshots("images-by-use");
    await images.chooseFromTitle("Group By…");
    await quickInput.pick("Nothing");
    await images.row("Not in use").waitFor({ state: "hidden" });
    await images.chooseFromTitle("Sort By…");
    await quickInput.pick("Smallest First");
    await images.titleAction("Filter…");
    await quickInput.answer("alpine", { title: "Filter Images" });
    await images.row("held:1").waitFor({ state: "hidden" });
    await until("the view says so", async () => /1 of 4 shown: “alpine”/.test(await images.text()));
    await images.chooseFromTitle("Show Only…");
    await quickInput.pickMany(["Not in Use", "Dangling"]);
    await until("nothing is left", async () => /0 of 4 shown: “alpine”/.test(await images.text()));
    assert.doesNotMatch(await images.text(), /There are no images yet/);
    await workbench.screenshots("images-filtered");
    // The side bar comes back with these views open, and with no Explorer to wait for.
    await workbench.page.reload();
    await images.pane.waitFor({ timeout: 60_000 });
    await until("the filter holds", async () => /0 of 4 shown/.test(await images.text()));
    await images.titleAction("Show All Images");
    await images.row("held:1").waitFor();
    await images.chooseFromTitle("Group By…");
    await quickInput.pick("Repository");
    await images.row("held").waitFor();
  });

  step("a search of Docker Hub finds, warns and pulls", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.view("Images").chooseFromTitle("Search Docker Hub…");
    await quickInput.answer("mysql", { title: "Search Docker Hub" });
    await quickInput.waitForTitle("Docker Hub: 2 Results for “mysql”");
    assert.match(
      (await quickInput.input.getAttribute("placeholder")) ?? "",
      /no longer fills in the AUTOMATED column/,
    );
    const [first, second] = await quickInput.items();
    assert.equal(first?.label, "mysql");
    assert.match(first?.description ?? "", /★ 13077 · official/);
    assert.match(first?.detail ?? "", /\[run\]\(command:.*\$\(flame\)/, "as words");
    assert.doesNotMatch(first?.detail ?? "", /\u001b|\u202e/);
    assert.equal(second?.label, "joe/mysql");
    await workbench.screenshots("images-search");
    await quickInput.pick("mysql");
    await quickInput.pick("Pull mysql:latest");
    await notifications.find("Pulled mysql:latest.", { seconds: 30 });
    await workbench.view("Images").row("mysql").waitFor();
    const mysql = (await workbench.view("Images").rows()).find(({ label }) => label === "mysql");
    assert.equal(mysql?.description, "official");
    await notifications.clear();
  });

  step("a check finds what is newer, and pulls it when asked", async (workbench) => {
    const { notifications, quickInput } = workbench;
    const check = async () => {
      await workbench.command("Drydock Images: Check for Updates");
      await quickInput.waitForTitle("Check for Updates");
      await quickInput.pickMany(["mysql:latest"]);
    };
    await check();
    await notifications.find(/mysql:latest is up to date: sha256:/);
    await notifications.clear();
    await publish("mysql", "second");
    await check();
    await notifications.find(/mysql:latest has a newer version in the registry/);
    await workbench.screenshots("images-newer");
    await notifications.click(/has a newer version/, "Pull");
    await notifications.find("Pulled mysql:latest.", { seconds: 30 });
    await notifications.clear();
    await check();
    await notifications.find(/mysql:latest is up to date/);
    await notifications.clear();
  });

  step("without a network the search says so", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await bed().hub?.goDown();
    await workbench.command("Drydock Images: Search Docker Hub…");
    await quickInput.answer("mysql", { title: "Search Docker Hub" });
    await notifications.find("The engine can't reach Docker Hub", { seconds: 30 });
    await workbench.screenshots("images-search-offline");
    await bed().hub?.comeBack();
    await notifications.clear();
  });

  step("a pull proposes what is known and says what no tag means", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.view("Images").titleAction("Pull…");
    await quickInput.waitForTitle("Pull Image");
    assert.ok((await quickInput.items()).some(({ label }) => label === "alpine:3.20"));
    await quickInput.input.fill("mysql");
    const typed = quickInput.rows.first().filter({ hasText: "Without a tag this means mysql:latest." });
    await typed.waitFor();
    await workbench.screenshots("images-pull");
    await quickInput.input.press("Enter");
    await notifications.find("Pulled mysql:latest.", { seconds: 30 });
    await notifications.clear();
  });

  step("an inspection reads well, and shows hostile labels as words", async (workbench) => {
    await workbench.view("Images").row("held").waitFor();
    await workbench.command("Drydock Images: Inspect as JSON");
    await workbench.quickInput.pick("held:1");
    await workbench.page.locator(".tab.active", { hasText: "held:1.json" }).waitFor();
    await workbench.command("Drydock Images: Inspect");
    await workbench.quickInput.pick("held:1");
    await workbench.page.locator(".tab.active", { hasText: "held:1.txt" }).waitFor();
    await until("the report is there", async () =>
      /5000\/tcp exposed, not published/.test(await workbench.editor.text()),
    );
    const text = await workbench.editor.text();
    assert.match(text, /COLOUR=blue/);
    assert.match(text, /holder: /);
    assert.match(text, /words=\[run\]\(command:/);
    assert.doesNotMatch(text, /\u001b|\u202e/);
    assert.equal(await workbench.page.locator(".monaco-editor img").count(), 0);
    await workbench.screenshots("images-inspect");
    await workbench.view("Images").chooseFromMenu("3.20", "Show Layers");
    await workbench.page.locator(".tab.active", { hasText: "alpine:3.20.layers.txt" }).waitFor();
  });

  step("reference, id and digest are copied from a menu of their own", async (workbench) => {
    const images = workbench.view("Images");
    const clipboard = () => workbench.page.evaluate("navigator.clipboard.readText()");
    await images.chooseFromSubmenu("3.20", "Copy", "Copy Reference");
    await until("it is copied", async () => (await clipboard()) === "alpine:3.20");
    await images.chooseFromSubmenu("latest", "Copy", "Copy Digest");
    await until("it is copied", async () => /^mysql@sha256:[0-9a-f]{64}$/.test(String(await clipboard())));
  });

  step("a saved image comes back from its archive", async (workbench) => {
    const { quickInput, notifications, dialog } = workbench;
    const images = workbench.view("Images");
    const path = join(folder, "alpine.tar");
    await images.chooseFromMenu("3.9", "Save as Archive…");
    // The dialog stands beside the workspace's folder, and follows what is typed after a while.
    await quickInput.row("flask-app").waitFor();
    await quickInput.input.fill(path);
    await quickInput.row("flask-app").waitFor({ state: "hidden" });
    await quickInput.input.press("Enter");
    await notifications.find(/Saved alpine:3\.9 as alpine\.tar: /);
    assert.ok(existsSync(path) && readFileSync(path).length > 1000);
    await notifications.clear();

    await images.chooseFromMenu("3.9", "Remove Image…");
    const { detail } = await dialog.text();
    assert.match(detail, /This frees no space: the images stay under their other tags/);
    await dialog.click("Remove");
    await images.row("3.9").waitFor({ state: "hidden" });
    await notifications.click("Removed alpine:3.9.", "Undo");
    await images.row("3.9").waitFor();
    await notifications.clear();

    await bed().engine.docker.getImage("alpine:3.9").remove();
    await images.row("3.9").waitFor({ state: "hidden" });
    await images.chooseFromTitle("Load from Archive…");
    await quickInput.waitForTitle("Load Images");
    await showsFolder(workbench, "alpine.tar");
    await quickInput.pick("alpine.tar");
    await notifications.find("Loaded alpine:3.9.");
    await images.row("3.9").waitFor();
    await notifications.clear();
  });

  step("a file system is imported as an image", async (workbench) => {
    const { quickInput, notifications } = workbench;
    const images = workbench.view("Images");
    await pipeline(await busyboxFileSystem(), createWriteStream(join(folder, "Root FS.tar")));
    await images.chooseFromTitle("Import File System…");
    await quickInput.waitForTitle("Import File System");
    await showsFolder(workbench, "Root FS.tar");
    await quickInput.pick("Root FS.tar");
    await quickInput.message("Name the new image");
    assert.equal(await quickInput.accept({ title: "Import File System" }), "root-fs");
    await notifications.find("Imported Root FS.tar as root-fs");
    await images.row("root-fs").waitFor();
    await workbench.screenshots("images-imported");
    await notifications.clear();
    // Gone again, so that the steps below count what they did before.
    await bed().engine.docker.getImage("root-fs").remove();
    await images.row("root-fs").waitFor({ state: "hidden" });
  });

  step("an image that is dragged into a Dockerfile becomes a FROM line", async (workbench) => {
    await workbench.openViews("Explorer");
    await workbench.explorer.open("Dockerfile");
    await workbench.openViews("Drydock");
    const row = workbench.view("Images").row("3.20");
    await row.waitFor();
    const line = workbench.editor.area.locator(".view-line").first();
    await row.dragTo(line, { targetPosition: { x: 2, y: 4 } });
    await until("the line is there", async () => /^FROM alpine:3\.20$/m.test(await workbench.editor.text()));
    await workbench.screenshots("images-dropped");
    await workbench.page.keyboard.press("Control+Z");
    await workbench.editor.save();
  });

  step("the table is read, sorted and filtered by keyboard, in both themes", async (workbench) => {
    await workbench.command("Drydock Images: Show Images Table");
    const page = workbench.webview();
    const rows = page.locator("tbody tr");
    await until("all rows are there", async () => (await rows.count()) === 8);
    assert.deepEqual(
      (await page.locator("thead th:visible").allTextContents()).map((text) => text.trim()),
      ["Repository", "Tag", "Image Id", "Created", "Size"],
    );
    await page.getByRole("button", { name: "Size" }).press("Enter");
    assert.equal(await page.locator("th[data-column=size]").getAttribute("aria-sort"), "ascending");
    await page.getByRole("button", { name: "Size" }).press("Enter");
    assert.equal(await page.locator("th[data-column=size]").getAttribute("aria-sort"), "descending");
    await page.getByLabel("Disk usage").check();
    await page.getByRole("button", { name: "Unique Size" }).waitFor();
    // No column is squeezed to nothing by the others.
    for (const heading of await page.locator("thead th:visible").all())
      assert.ok(((await heading.boundingBox())?.width ?? 0) > 50, (await heading.textContent()) ?? "");
    await workbench.inBothThemes(async (theme) => {
      assert.deepEqual(await accessibilityProblems(page.locator("table")), [], theme);
    });
    await workbench.screenshots("images-table");
    await page.getByLabel("Filter").fill("mysql");
    await until("two are left", async () => (await rows.count()) === 2);
    assert.match((await page.getByRole("status").textContent()) ?? "", /^2 of 8 rows/);
  });

  step("several are chosen by keyboard and removed with the bytes shown first", async (workbench) => {
    const { page: outer, dialog, notifications } = workbench;
    const page = workbench.webview();
    const rows = page.locator("tbody tr");
    await rows.first().locator("input").focus();
    await outer.keyboard.press("Space");
    await outer.keyboard.press("Shift+ArrowDown");
    await until("both are chosen", async () => (await page.locator("tr.selected").count()) === 2);
    assert.match((await page.getByRole("status").textContent()) ?? "", /2 selected with [\d.]+MB/);
    await workbench.screenshots("images-table-selected");
    await outer.keyboard.press("Delete");
    const { message, detail } = await dialog.text();
    assert.equal(message, "Remove 2 images?");
    assert.match(detail, /This frees .*MB/);
    await dialog.click("Remove");
    await notifications.find(/Removed mysql/);
    await page.locator("#nothing", { hasText: "No image matches the filter." }).waitFor();
    await page.getByLabel("Filter").fill("");
    await until("the others are there", async () => (await rows.count()) === 6);
    await notifications.clear();
  });

  step("pruning shows the bytes first, and takes what nobody uses", async (workbench) => {
    const { quickInput, dialog, notifications } = workbench;
    await workbench.view("Images").chooseFromTitle("Prune Images…");
    await quickInput.waitForTitle("Prune Images");
    const [dangling] = await quickInput.items();
    assert.match(dangling?.description ?? "", /^1 image · /);
    await workbench.screenshots("images-prune");
    await quickInput.pick("All Unused Images");
    const { message, detail } = await dialog.text();
    assert.match(message, /^Remove 3 images and free .*MB/);
    assert.match(detail, /ghcr\.io\/me\/tool:1/);
    await workbench.screenshots("images-prune-confirm");
    await dialog.click("Prune");
    await notifications.find(/Removed 3 images and freed .*B\./);
    const left = await bed().engine.docker.listImages();
    assert.deepEqual(
      left.flatMap(({ RepoTags }) => RepoTags ?? []),
      ["held:1"],
    );
    assert.deepEqual(workbench.foreignRequests, []);
  });
});

/** Labels and descriptions of all rows in sight, one a line. */
async function texts(workbench: OpenWorkbench): Promise<string> {
  const rows = await workbench.view("Images").rows();
  return rows.map(({ label, description }) => `${label} | ${description}`).join("\n");
}
