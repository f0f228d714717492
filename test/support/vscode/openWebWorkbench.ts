import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "../../../scripts/testbed/atExit";
import { packagedExtension } from "../../../scripts/testbed/packagedExtension";
import { cacheFolder } from "../../../scripts/testbed/projectFolders";
import { stillSettings } from "../../../scripts/testbed/quietSettings";
import { Teardown } from "../../../scripts/testbed/teardown";
import { ensureVscode } from "../../../scripts/testbed/vscodeInstallation";
import { installExtension } from "../../../scripts/testbed/vscodeServer";
import { launchBrowser } from "./browser";
import type { EditorHost } from "./driver/editorHost";
import { openHostBridge } from "./driver/hostBridge";
import { makeDriver } from "./driver/makeDriver";
import { themeSettings } from "./themeSettings";
import { startWebEditor } from "./webEditor";
import { Workbench } from "./workbench";

export interface WebWorkbenchOptions {
  /** URI of the folder that is opened. */
  readonly folder: string;
  /** What the virtual file system holds at first: URIs and texts. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** VS Code in a browser without a server, with the packaged extension's browser part in it. */
export interface WebWorkbench extends Workbench {
  readonly host: EditorHost;
  /** What the browser's console was told of errors, and what was thrown and not caught. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export async function openWebWorkbench({
  folder,
  files,
  settings,
}: WebWorkbenchOptions): Promise<WebWorkbench> {
  const teardown = new Teardown();
  try {
    const place = mkdtempSync(join(tmpdir(), "drydock-web-"));
    const remove = () => rmSync(place, { recursive: true, force: true });
    teardown.add(atExit(remove));
    teardown.add(remove);

    const bridge = await openHostBridge();
    teardown.add(() => bridge.close());
    const driver = join(place, "driver");
    await makeDriver(driver, { bridgeAddress: bridge.address, files });
    const editor = await startWebEditor({
      extensions: [await unpacked(packagedExtension(), join(place, "data")), driver],
      folder,
      settings: { ...stillSettings, ...themeSettings("dark"), ...settings },
    });
    teardown.add(() => editor.close());

    const browser = await launchBrowser();
    teardown.add(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, colorScheme: "dark" });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      const { url } = message.location();
      // What a frame says, as the editor's own preview of Markdown does, is that frame's affair.
      if (message.type() === "error" && !url.includes("/webview/browser/pre/"))
        errors.push(`${message.text()} (${url})`);
    });
    await page.goto(editor.address);
    const workbench = new Workbench(page);
    await workbench.waitUntilReady().catch(async (error: unknown) => {
      await workbench.screenshot("failed-web-editor");
      throw new Error(`The editor did not open. ${errors.join("\n")}`, { cause: error });
    });
    const close = () => teardown.run();
    return Object.assign(workbench, { host: bridge.host, errors, close });
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

/** VS Code itself unpacks it: the folder holds what a person's installation holds. */
async function unpacked(vsix: string, dataFolder: string): Promise<string> {
  await installExtension(await ensureVscode(cacheFolder), dataFolder, vsix);
  const extensions = join(dataFolder, "extensions");
  const name = readdirSync(extensions).find((one) => one.startsWith("drydock."));
  if (name === undefined) throw new Error(`${vsix} was not unpacked into ${extensions}.`);
  return join(extensions, name);
}
