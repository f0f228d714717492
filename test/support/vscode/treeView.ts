import type { Locator, Page } from "playwright-core";
import {
  chooseFromButton,
  chooseFromContextMenu,
  chooseFromSubmenu,
  contextMenuEntries,
} from "./contextMenu";
import { exactly, quoted } from "./exactly";
import { hoverText } from "./hoverText";

export interface TreeRow {
  level: number;
  expanded: "true" | "false" | undefined;
  label: string;
  description: string;
  /** What a screen reader says. */
  spoken: string;
}

/** One view in the side bar. Its list is virtual: only rows in sight exist. */
export class TreeView {
  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {}

  get pane(): Locator {
    const title = this.page.locator(".pane-header h3.title", { hasText: exactly(this.name) });
    return this.page.locator(".sidebar .pane", { has: title });
  }

  /** A row by its whole label. Use playwright's waiting on it: `await view.row("app").waitFor()`. */
  row(label: string): Locator {
    const name = this.page.locator(".label-name", { hasText: exactly(label) });
    return this.pane.locator(".monaco-list-row", { has: name }).first();
  }

  async rows(): Promise<TreeRow[]> {
    const rows: TreeRow[] = [];
    for (const row of await this.pane.locator(".monaco-list-row").all()) {
      const description = row.locator(".label-description");
      rows.push({
        level: Number(await row.getAttribute("aria-level")),
        expanded: ((await row.getAttribute("aria-expanded")) ?? undefined) as TreeRow["expanded"],
        label: ((await row.locator(".label-name").first().textContent()) ?? "").trim(),
        description:
          (await description.count()) > 0 ? ((await description.first().textContent()) ?? "").trim() : "",
        spoken: (await row.getAttribute("aria-label")) ?? "",
      });
    }
    return rows;
  }

  async expand(label: string): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) !== "true") await row.locator(".monaco-tl-twistie").click();
    await this.pane.locator(`.monaco-list-row[aria-expanded="true"]`).first().waitFor();
  }

  async collapse(label: string): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) === "true") await row.locator(".monaco-tl-twistie").click();
    await row.and(this.pane.locator('[aria-expanded="false"]')).waitFor();
  }

  async hover(label: string): Promise<string> {
    return this.hoverRow(this.row(label));
  }

  /** The same for a row whose label is not known, or a strange one. */
  async hoverRow(row: Locator): Promise<string> {
    return hoverText(this.page, row);
  }

  /** Clicks an icon that a row shows under the pointer. */
  async inlineAction(label: string, action: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label)
      .locator(`.actions .action-label[aria-label^="${quoted(action)}"]`)
      .click();
  }

  /** Clicks an icon in the view's own title bar. */
  async titleAction(action: string): Promise<void> {
    await this.pane.hover();
    await this.pane.locator(`.pane-header .actions .action-label[aria-label^="${quoted(action)}"]`).click();
  }

  async chooseFromMenu(label: string, entry: string): Promise<void> {
    await chooseFromContextMenu(this.page, this.row(label), entry);
  }

  async chooseFromSubmenu(label: string, submenu: string, entry: string): Promise<void> {
    await chooseFromSubmenu(this.page, this.row(label), submenu, entry);
  }

  /** What stands beside the view's title. */
  async summary(): Promise<string> {
    return ((await this.pane.locator(".pane-header .description").first().textContent()) ?? "").trim();
  }

  /** Opens the view's own menu at the end of its title bar and chooses. */
  async chooseFromTitle(entry: string): Promise<void> {
    await this.pane.hover();
    const more = this.pane.locator('.pane-header .actions .action-label[aria-label*="More Actions"]');
    await chooseFromButton(this.page, more, entry);
  }

  async menuEntries(label: string): Promise<string[]> {
    return contextMenuEntries(this.page, this.row(label));
  }

  /** All text of the view: what an empty one says to welcome. */
  async text(): Promise<string> {
    return (await this.pane.allInnerTexts()).join("\n");
  }

  /** Waits until the view says this where its rows would be. */
  async says(text: string, { seconds = 15 }: { seconds?: number } = {}): Promise<void> {
    await this.pane.locator(".welcome-view-content", { hasText: text }).waitFor({ timeout: seconds * 1000 });
  }

  async welcomeButton(label: string): Promise<void> {
    await this.pane.locator(".monaco-button", { hasText: label }).click();
  }
}
