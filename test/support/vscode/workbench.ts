import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { testOutputFolder } from "../../../scripts/testbed/projectFolders";
import { Dialog } from "./dialog";
import { Editor } from "./editor";
import { quoted } from "./exactly";
import { Explorer } from "./explorer";
import { Notifications } from "./notifications";
import { Panel } from "./panel";
import { QuickInput } from "./quickInput";
import { TreeView } from "./treeView";

/** VS Code as a person at a screen has it: everything is done by mouse and keyboard, everything read is in sight. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly explorer: Explorer;
  readonly editor: Editor;
  readonly panel: Panel;
  readonly notifications: Notifications;
  readonly dialog: Dialog;

  constructor(readonly page: Page) {
    this.quickInput = new QuickInput(page);
    this.explorer = new Explorer(page);
    this.editor = new Editor(page, this.quickInput);
    this.panel = new Panel(page, this.quickInput);
    this.notifications = new Notifications(page, this.quickInput);
    this.dialog = new Dialog(page);
  }

  /** Waits until the window is complete: the status bar comes last, the Explorer when a folder is open. */
  async waitUntilReady(): Promise<void> {
    const timeout = 60_000;
    await this.page.locator(".monaco-workbench").waitFor({ timeout });
    await this.page.locator(".statusbar-item").first().waitFor({ timeout });
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout });
  }

  /** Runs a command by its title in the palette, e.g. "Drydock Images: Pull…". */
  async command(title: string): Promise<void> {
    await this.quickInput.command(title);
  }

  /** Opens a container of views from the activity bar, e.g. "Drydock". */
  async openViews(title: string): Promise<void> {
    const icons = [
      `.action-item a[aria-label^="${quoted(title)}"]`,
      `.action-item[aria-label^="${quoted(title)}"]`,
    ];
    const icon = this.page.locator(icons.map((each) => `.activitybar ${each}`).join(", ")).first();
    const shown = this.page.locator(".sidebar .composite.title h2", {
      hasText: new RegExp(`^${title}`, "i"),
    });
    await icon.waitFor();
    // A click on the icon of what is open would close it.
    if ((await shown.count()) === 0) await icon.click();
    await shown.waitFor();
  }

  view(name: string): TreeView {
    return new TreeView(this.page, name);
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item", { hasText: text }).first();
  }

  webview(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  /** Does something that opens a page in the browser, and gives that page. */
  async pageOpenedBy(action: () => Promise<void>): Promise<Page> {
    const [page] = await Promise.all([this.page.context().waitForEvent("page"), action()]);
    await page.waitForLoadState();
    return page;
  }

  /** Keeps a picture of the window in test-output/screenshots, where git ignores it. */
  async screenshot(name: string): Promise<string> {
    const path = join(testOutputFolder("screenshots"), `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** The same in both themes: NAME-dark.png and NAME-light.png. What is open stays open. */
  async screenshots(name: string): Promise<void> {
    await this.inBothThemes(async (theme) => void (await this.screenshot(`${name}-${theme}`)));
  }

  /** Looks at what is open in the light theme, then in the dark one, which stays. */
  async inBothThemes(look: (theme: "light" | "dark") => Promise<void>): Promise<void> {
    for (const [colorScheme, theme] of [
      ["light", "vs"],
      ["dark", "vs-dark"],
    ] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(`.monaco-workbench.${theme}`).waitFor();
      // The frame after next has all colors in it.
      await this.page.evaluate(
        "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))",
      );
      await look(colorScheme);
    }
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilReady();
  }
}
