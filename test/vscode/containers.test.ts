import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { freePort } from "../../scripts/testbed/freePort";
import { until } from "../../scripts/testbed/until";
import { useTestEngine } from "../support/useTestEngine";
import { exactly } from "../support/vscode/exactly";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

/** Colors, a link to a command, markup, an icon, and a bar that is written over. */
const hostile =
  "\\033[31mred\\033[0m [click](command:drydock.containers.prune) <img src=x> $(trash)\\n10%%\\r100%%\\n";
const server = `printf '${hostile}'; echo started; exec httpd -f -v -p 5000 -h /`;

describe("containers, day to day", () => {
  const bed = useTestEngine({ images: ["alpine:3.20"] });
  const step = useWorkbench(() => ({ environment: { DOCKER_HOST: bed().engine.host } }));
  const containers = async () => bed().engine.docker.listContainers({ all: true });
  const inspect = (name: string) => bed().engine.docker.getContainer(name).inspect();
  let port = 0;

  step("an image runs with options that are chosen, and its line is shown", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.openViews("Drydock");
    await workbench.view("Images").row("3.20").waitFor();
    await workbench.view("Images").chooseFromMenu("3.20", "Run…");
    await quickInput.answer("web", { title: "Run Image" });
    await quickInput.row("Command…").waitFor();
    await quickInput.pick("Command…");
    await quickInput.answer(server, { title: "Command" });
    await quickInput.pick("Environment…", { title: "Run Image" });
    await suggest(workbench, "Environment", "MODE=fast");
    await quickInput.row("MODE").waitFor();
    await quickInput.pick("Done");
    await quickInput.row("Save as Task").waitFor();
    await workbench.screenshots("run-all-options");
    await quickInput.pick("Save as Task");
    await notifications.find("Saved the task “Run web”.");
    await quickInput.pick("Run", { title: "Run Image" });
    await notifications.find("web is running.");
    const { Config } = await inspect("web");
    assert.ok(Config.Env.includes("MODE=fast"));
    const tasks = readFileSync(join(workbench.workspace, ".vscode", "tasks.json"), "utf8");
    assert.match(tasks, /"type": "drydock-run"/);
  });

  step("its row tells what it uses", async (workbench) => {
    await row(workbench, "web", /\d% CPU, [\d.]+[kM]?B · Up /);
    await workbench.screenshots("container-usage");
  });

  step("its log is a document in which nothing is more than text", async (workbench) => {
    await workbench.view("Containers").inlineAction("web", "Show Logs");
    await workbench.page.locator(".tab.active", { hasText: "web.log" }).waitFor();
    await shows(workbench, /^red \[click\]\(command:drydock\.containers\.prune\) <img src=x> \$\(trash\)$/m);
    await shows(workbench, /^100%$/m);
    assert.doesNotMatch(await workbench.editor.text(), /10%\n|\u001b/);
    await until("the red word is red", async () => (await colorOf(workbench, "red")) === "rgb(205, 49, 49)");
    await workbench.screenshots("log");
  });

  step("it goes on when the container is started again", async (workbench) => {
    await workbench.view("Containers").chooseFromMenu("web", "Restart");
    await shows(workbench, /is not running; its log continues here/, 30);
    await until(
      "the second start is there",
      async () => count(await workbench.editor.text(), "started") === 2,
    );
    await workbench.screenshots("log-restarted");
  });

  step("it shows timestamps when asked for, and stands still", async (workbench) => {
    const { page, quickInput } = workbench;
    await page.locator(`.editor-actions .action-label[aria-label^="Log Options"]`).click();
    await workbench.screenshots("log-options");
    await quickInput.pick("Show Timestamps");
    await shows(workbench, /^\d{4}-\d\d-\d\dT[\d:.]+Z started$/m);
  });

  step("a shell is found and attached", async (workbench) => {
    const { page, panel, quickInput } = workbench;
    await workbench.view("Containers").inlineAction("web", "Attach Shell…");
    // Busybox is both ash and sh.
    await quickInput.pick("sh", { title: "Attach Shell to web" });
    await until("the prompt is there", async () => /[#$]\s*$/.test(await panel.terminal()));
    // It takes the keys a moment after it is seen.
    await page.locator(".terminal-wrapper.active .xterm.focus").waitFor();
    await page.keyboard.type("echo $((40 + 2)); stty size; touch /srv-file\n");
    await until("the shell answers", async () => /^42$/m.test(await panel.terminal()));
    assert.doesNotMatch(await panel.terminal(), /^0 0$/m);
    await workbench.screenshots("shell");
    await page.keyboard.type("exit\n");
    await page.locator(".terminal-wrapper.active").waitFor({ state: "detached" });
  });

  step("a command runs and is proposed again", async (workbench) => {
    const { panel, quickInput } = workbench;
    await workbench.view("Containers").chooseFromMenu("web", "Execute Command…");
    await suggest(workbench, "Execute Command in web", "ls -d /srv-file");
    await until("its end is told", async () => /Ended with exit code 0\./.test(await panel.terminal()));
    assert.match(await panel.terminal(), /^\/srv-file$/m);
    await workbench.view("Containers").chooseFromMenu("web", "Execute Command…");
    await quickInput.row("ls -d /srv-file").waitFor();
    await workbench.screenshots("execute-again");
    await quickInput.cancel();
  });

  step("a commit shows the changes first, and a Dockerfile after", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await notifications.clear();
    await workbench.view("Containers").chooseFromMenu("web", "Commit…");
    await quickInput.waitForTitle("Commit Container (1/3)");
    await shows(workbench, /^A srv-file$/m);
    await workbench.screenshots("commit");
    await quickInput.answer("me/web:1");
    await quickInput.answer("by hand", { title: "Commit Container (2/3)" });
    await quickInput.answer("Jane", { title: "Commit Container (3/3)" });
    await quickInput.row("Commit").waitFor();
    await suggest(workbench, "Commit Container", 'CMD ["ls"]');
    await quickInput.row("Commit").waitFor();
    await quickInput.pick("Commit");
    await notifications.find("Committed web as me/web:1.");
    const image = await bed().engine.docker.getImage("me/web:1").inspect();
    assert.deepEqual([image.Comment, image.Author, image.Config.Cmd], ["by hand", "Jane", ["ls"]]);
    await notifications.click("Committed web", "Show as Dockerfile");
    await shows(workbench, /^COPY srv-file \/srv-file$/m);
    await workbench.screenshots("commit-dockerfile");
  });

  step("it is paused, goes on, and gets another name", async (workbench) => {
    const { quickInput } = workbench;
    const view = workbench.view("Containers");
    await view.chooseFromMenu("web", "Pause");
    await row(workbench, "web", /\(Paused\)/);
    await workbench.screenshots("paused");
    await view.inlineAction("web", "Unpause");
    await row(workbench, "web", /Up (?!.*Paused)/);
    await view.chooseFromMenu("web", "Rename…");
    await quickInput.answer("shop", { title: "Rename Container" });
    await view.row("shop").waitFor();
    await view.chooseFromMenu("shop", "Show Processes");
    await shows(workbench, /httpd -f/);
  });

  step("a copy is made with changes", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await notifications.clear();
    await workbench.view("Containers").chooseFromMenu("shop", "Duplicate with Changes…");
    assert.equal(await quickInput.accept({ title: "Duplicate Container" }), "shop-2");
    await quickInput.row("Command…").waitFor();
    await quickInput.pick("Run");
    await notifications.find("shop-2 is running.");
    const [one, other] = await Promise.all([inspect("shop"), inspect("shop-2")]);
    assert.deepEqual(other.Config.Cmd, one.Config.Cmd);
    assert.ok(other.Config.Env.includes("MODE=fast"));
  });

  step("Run Again makes the container anew, and the next time replaces it", async (workbench) => {
    const { dialog, notifications } = workbench;
    await notifications.clear();
    await workbench.page.keyboard.press("Control+Alt+r");
    assert.equal((await dialog.text()).message, "Replace the container shop-2?");
    await workbench.screenshots("run-again");
    const { Id } = await inspect("shop-2");
    await dialog.click("Replace");
    await notifications.find("shop-2 is running.", { seconds: 30 });
    assert.notEqual((await inspect("shop-2")).Id, Id);
  });

  step("the saved task runs the image as it was", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await notifications.clear();
    await workbench.command("Tasks: Run Task");
    await quickInput.pick("Run web");
    await notifications.find("web is running.", { seconds: 30 });
    assert.ok((await inspect("web")).Config.Env.includes("MODE=fast"));
  });

  step("an early exit shows its code and last lines; networks and volumes are listed", async (workbench) => {
    const { quickInput, notifications } = workbench;
    const { docker } = bed().engine;
    await Promise.all([docker.createNetwork({ Name: "shop" }), docker.createVolume({ Name: "stock" })]);
    await notifications.clear();
    await workbench.view("Images").chooseFromMenu("3.20", "Run…");
    await quickInput.answer("broken", { title: "Run Image" });
    await quickInput.row("Network…").waitFor();
    await quickInput.pick("Network…");
    await quickInput.waitForTitle("Network");
    const networks = (await quickInput.items()).map(({ label }) => label);
    assert.equal(networks[0], "shop", "what was made for a purpose comes first");
    assert.ok(networks.includes("host"));
    await quickInput.pick("shop");
    await quickInput.pick("Volumes and Folders…", { title: "Run Image" });
    await suggest(workbench, "Volumes and Folders", "/data");
    await quickInput.pick("A Volume");
    await quickInput.row("stock").waitFor();
    await quickInput.pick("stock");
    await quickInput.pick("Command…", { title: "Run Image" });
    await quickInput.answer("sh -c 'echo no cargo in /data; exit 3'", { title: "Command" });
    await quickInput.pick("Run", { title: "Run Image" });
    await notifications.find("broken exited with code 3. Its last output: no cargo in /data", {
      seconds: 30,
    });
    await workbench.screenshots("early-exit");
    const { HostConfig, Mounts } = await inspect("broken");
    assert.equal(HostConfig.NetworkMode, "shop");
    assert.deepEqual(
      Mounts.map(({ Name, Destination }) => [Name, Destination]),
      [["stock", "/data"]],
    );
    await docker.getContainer("broken").remove();
    await workbench.view("Containers").row("broken").waitFor({ state: "hidden" });
  });

  step("they are grouped by image, state, compose project or label, and stay so", async (workbench) => {
    const { quickInput } = workbench;
    port = await freePort();
    const made = await bed().engine.docker.createContainer({
      Image: "alpine:3.20",
      name: "labelled",
      Labels: { team: "blue", "com.docker.compose.project": "harbour" },
      Cmd: ["sleep", "1000"],
      Healthcheck: { Test: ["CMD-SHELL", "echo no luck; exit 1"], Interval: 1e9, Retries: 1 },
      ExposedPorts: { "80/tcp": {} },
      HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: String(port) }] } },
    });
    await made.start();
    await workbench.view("Containers").row("labelled").waitFor();
    for (const [choice, group] of [
      ["Image", "alpine:3.20"],
      ["State", "Running"],
      ["Compose Project", "harbour"],
    ] as const) {
      await workbench.command("Drydock Containers: Group Containers By…");
      await quickInput.pick(choice, { title: "Group Containers" });
      await workbench.view("Containers").row(group).waitFor();
    }
    await workbench.command("Drydock Containers: Group Containers By…");
    await quickInput.pick("Label…");
    await quickInput.pick("team", { title: "Group Containers by Label" });
    await workbench.view("Containers").row("blue").waitFor();
    await workbench.screenshots("grouped");
  });

  step("an unhealthy one looks so, and its tooltip tells why", async (workbench) => {
    await row(workbench, "labelled", /\(unhealthy\)/, 30);
    const hover = await workbench.view("Containers").hover("labelled");
    assert.match(hover, /Health: unhealthy/);
    assert.match(hover, /Last probe: no luck/);
    await workbench.screenshots("unhealthy");
  });

  step("all stopped ones are removed at once", async (workbench) => {
    const { dialog, notifications } = workbench;
    await bed().engine.docker.getContainer("shop-2").kill();
    await row(workbench, "shop-2", /^Exited/);
    await workbench.command("Drydock Containers: Remove All Stopped…");
    assert.equal((await dialog.text()).message, "Remove shop-2?");
    await workbench.screenshots("prune");
    await dialog.click("Remove");
    await notifications.find("Removed 1 container");
    assert.ok(!(await containers()).some(({ Names }) => Names.includes("/shop-2")));
    assert.deepEqual(workbench.foreignRequests, []);
  });
});

function row(workbench: OpenWorkbench, name: string, description: RegExp, seconds = 15): Promise<unknown> {
  return until(
    `the row ${name} says ${description}`,
    async () =>
      description.test(
        (await workbench.view("Containers").rows()).find(({ label }) => label === name)?.description ?? "",
      ),
    seconds,
  );
}

/** Types into a list that also takes what is not in it, and waits until it does. */
async function suggest({ quickInput }: OpenWorkbench, title: string, text: string): Promise<void> {
  await quickInput.waitForTitle(title);
  await quickInput.input.fill(text);
  await quickInput.row(text).waitFor();
  await quickInput.input.press("Enter");
}

function shows({ editor }: OpenWorkbench, text: RegExp, seconds = 15): Promise<unknown> {
  return until(`the editor shows ${text}`, async () => text.test(await editor.text()), seconds);
}

/** The color that a word of the editor is drawn in. */
function colorOf({ editor }: OpenWorkbench, word: string): Promise<string> {
  const spans = editor.area.locator(".view-line span span");
  return spans
    .filter({ hasText: exactly(word) })
    .first()
    .evaluate((span) => {
      // Of a browser's names the tests' types know none.
      const browser = globalThis as unknown as { getComputedStyle(element: unknown): { color: string } };
      return browser.getComputedStyle(span).color;
    });
}

function count(text: string, line: string): number {
  return text.split("\n").filter((one) => one === line).length;
}
