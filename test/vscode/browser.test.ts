import assert from "node:assert/strict";
import { describe } from "node:test";
import { until } from "../../scripts/testbed/until";
import { languageWalk } from "../support/vscode/language/languageWalk";
import { languageWorkspace, mainDockerfile, placeOf } from "../support/vscode/language/languageWorkspace";
import { openWebWorkbench } from "../support/vscode/openWebWorkbench";
import { useOpened } from "../support/vscode/useWorkbench";

describe("a browser without a server behind it", () => {
  const root = "virtual://memory/my%20app";
  const dockerfile = `${root}/Dockerfile`;
  const step = useOpened(() => openWebWorkbench({ folder: root, files: languageWorkspace(root) }));

  step("says why there are no images, and offers no command that needs an engine", async (workbench) => {
    const { quickInput, explorer, host } = workbench;
    await workbench.openViews("Drydock");
    await workbench.view("Images and Containers").says("A web page can't reach a Docker engine");
    await workbench.screenshots("browser-no-engine");
    await workbench.openViews("Explorer");
    assert.deepEqual(await quickInput.commands("Drydock"), ["Drydock: Focus on Images and Containers View"]);
    const engineCommands = (await host.commands("drydock.")).filter((id) =>
      /^drydock\.(images|containers|registries|engine)\.(?!focus$|resetViewLocation$|toggleVisibility$|removeView$)/.test(
        id,
      ),
    );
    assert.deepEqual(engineCommands, []);
    assert.ok(!(await explorer.menuEntries("Dockerfile")).some((entry) => /Build/.test(entry)));
  });

  languageWalk(step, root);

  step("the Problems view has every Dockerfile, opened or not", async ({ panel }) => {
    await until("all files are there", async () => {
      const spoken = (await panel.problems()).join("\n");
      return ["file Dockerfile of folder api", "file Containerfile"].every((file) => spoken.includes(file));
    });
    await panel.problem("MAINTAINER is deprecated").waitFor();
    await panel.toggle();
  });

  step("what is typed is marked and completed at once", async (workbench) => {
    const { explorer, editor, host } = workbench;
    await explorer.open("Dockerfile");
    const [last] = placeOf(mainDockerfile, "expose");
    await editor.goTo(last + 2);
    await editor.type("RUNN make");
    await until("the misspelt keyword is an error", async () =>
      (await host.problems(dockerfile)).some(
        ({ code, range }) => code === "unknown-instruction" && range === `${last + 1}:0-${last + 1}:4`,
      ),
    );
    await editor.squiggles("error").first().waitFor();
    await editor.applyQuickFixByKeyboard("Change to RUN");
    await until("it is mended", async () => /\nRUN make$/.test(await host.text(dockerfile)));
    await editor.goTo(last + 2, 9);
    await editor.type("\nCOPY ");
    await workbench.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "web/" }).waitFor();
    await workbench.screenshots("browser-completion");
    await workbench.page.keyboard.press("Escape");
  });

  step("hovers, colors, the outline and folding are there", async (workbench) => {
    const { editor, page } = workbench;
    assert.match(await editor.hover("COPY"), /build context/);
    const style = (word: string) =>
      editor.area
        .locator(".view-line span span", { hasText: new RegExp(`^\\s*${word}\\s*$`) })
        .first()
        .getAttribute("class");
    assert.notEqual(await style("FROM"), await style("missing.txt"));
    await page.locator(".pane-header", { hasText: /^Outline$/i }).click();
    await page.locator(".outline-tree .monaco-list-row", { hasText: "base" }).first().waitFor();
    await workbench.screenshots("browser-outline");
    await workbench.command("Fold All");
    await until("the stages are folded", async () => !(await editor.text()).includes("MAINTAINER"));
    await workbench.command("Unfold All");
  });

  step("a name is renamed everywhere", async ({ editor, page, host }) => {
    const [line, character] = placeOf(mainDockerfile, "base\nMAINTAINER");
    await editor.goTo(line + 1, character + 1);
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").fill("common");
    await page.keyboard.press("Enter");
    await until(
      "all three are renamed",
      async () => (await host.text(dockerfile)).match(/common/g)?.length === 3,
    );
  });

  step("the file is formatted and saved", async (workbench) => {
    await workbench.command("Format Document");
    await until("it is formatted", async () =>
      (await workbench.host.text(dockerfile)).includes("COPY app.py /app/"),
    );
    await workbench.editor.save();
  });

  step("a rule is ignored in the settings, and its documentation shown", async (workbench) => {
    const { editor, host } = workbench;
    await editor.goTo(placeOf(mainDockerfile, "MAINTAINER")[0] + 1);
    await editor.applyQuickFixByKeyboard("Show documentation of maintainer-deprecated");
    await workbench.webview().locator("h2, h3", { hasText: "maintainer-deprecated" }).first().waitFor();
    await workbench.screenshots("browser-documentation");
    await host.show(dockerfile);
    await editor.goTo(placeOf(mainDockerfile, "MAINTAINER")[0] + 1);
    await editor.applyQuickFixByKeyboard("Ignore maintainer-deprecated in settings");
    await until("it is gone", async () =>
      (await host.problems(dockerfile)).every(({ code }) => code !== "maintainer-deprecated"),
    );
    assert.deepEqual(await host.setting("drydock.lint.ignore"), ["maintainer-deprecated"]);
  });

  step("nothing has failed on the way", async (workbench) => {
    assert.deepEqual(workbench.errors, []);
    await workbench.panel.showOutput("Drydock");
    await until(
      "the log is open",
      async () => (await workbench.page.locator(".panel .monaco-editor").count()) > 0,
    );
    assert.doesNotMatch(await workbench.panel.output(), /error|failed/i);
  });
});
