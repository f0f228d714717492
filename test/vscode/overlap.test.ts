import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { pathToFileURL } from "node:url";
import { until } from "../../scripts/testbed/until";
import { openDrivenWorkbench } from "../support/vscode/openDrivenWorkbench";
import { type StandInLinter, standInLinter } from "../support/vscode/standInLinter";
import { useOpened } from "../support/vscode/useWorkbench";

const setting = "docker.languageserver.diagnostics.deprecatedMaintainer";
const containerTools = {
  extensionId: "ms-azuretools.vscode-containers",
  source: "dockerfile-utils",
  setting,
};
const hadolint = { extensionId: "exiasr.hadolint", source: "hadolint" };
const dockerDx = { extensionId: "docker.docker", source: "a-source-that-nobody-told-us" };

/** A Dockerfile that both Drydock and the other linters have something to say of. */
function useOverlap(linters: readonly StandInLinter[]) {
  const place = mkdtempSync(join(tmpdir(), "drydock-overlap-"));
  after(() => rmSync(place, { recursive: true, force: true }));
  writeFileSync(join(place, "Dockerfile"), "FROM alpine:3.23\nMAINTAINER me@example.com\n");
  const uri = pathToFileURL(join(place, "Dockerfile")).href;
  const step = useOpened(async () => {
    const packing = mkdtempSync(join(tmpdir(), "drydock-stand-in-"));
    try {
      const otherExtensions: string[] = [];
      for (const linter of linters) otherExtensions.push(await standInLinter(packing, linter));
      return await openDrivenWorkbench({ folder: place, otherExtensions });
    } finally {
      rmSync(packing, { recursive: true, force: true });
    }
  });
  return { uri, step };
}

describe("beside Container Tools", () => {
  const { uri, step } = useOverlap([containerTools]);
  const notice = "Container Tools checks Dockerfiles too, so some findings show twice.";
  const sources = ["dockerfile-utils", "drydock"];

  step("the overlap is said once both have found something", async (workbench) => {
    const { host, notifications } = workbench;
    await host.show(uri);
    await until("both have found the MAINTAINER", async () => {
      const found = (await host.problems(uri)).map(({ source }) => source).sort();
      return JSON.stringify(found) === JSON.stringify(sources);
    });
    await notifications.find(notice);
    await workbench.screenshots("overlap");
  });

  step(
    "the other linter is quieted in the person's own settings, and only there",
    async ({ host, notifications }) => {
      await notifications.click(notice, "Quiet Container Tools");
      await until("only Drydock speaks", async () =>
        (await host.problems(uri)).every(({ source }) => source === "drydock"),
      );
      assert.equal(await host.setting(setting), "ignore");
      assert.equal((await host.problems(uri)).length, 1);
    },
  );

  step("it is not said again, though both speak again", async ({ host, notifications }) => {
    await host.configure(setting, "warning", "user");
    await host.insert(uri, [1, 0], "# why\n");
    await until("both speak", async () => {
      const found = await host.problems(uri);
      return found.length === 2 && found.every(({ range }) => range.startsWith("2:"));
    });
    assert.doesNotMatch(await notifications.text(), /Container Tools/);
  });

  step("nor in the next window", async (workbench) => {
    await workbench.reload();
    await workbench.explorer.open("Dockerfile");
    await workbench.command("Problems: Focus on Problems View");
    for (const message of ["MAINTAINER is old", "MAINTAINER is deprecated"])
      await workbench.panel.problem(message).waitFor();
    assert.doesNotMatch(await workbench.notifications.text(), /Container Tools/);
  });
});

describe("beside hadolint and Docker DX, which have no setting for it", () => {
  const { uri, step } = useOverlap([hadolint, dockerDx]);

  step("each is named once, and both may be kept", async ({ host, notifications }) => {
    await host.show(uri);
    await notifications.find("Docker DX checks Dockerfiles too");
    await notifications.click("hadolint checks Dockerfiles too", "Keep Both");
    await until("all three still speak", async () => (await host.problems(uri)).length === 3);
  });

  step(
    "the other extension's page is shown, where it can be switched off",
    async ({ notifications, page }) => {
      await notifications.click("Docker DX checks Dockerfiles too", "Show Docker DX");
      await page.locator(".extension-editor", { hasText: "docker" }).waitFor();
    },
  );
});
