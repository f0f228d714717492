import type { Locator, Page } from "playwright-core";
import { chooseFromContextMenu, contextMenuEntries } from "./contextMenu";
import { quoted } from "./exactly";

/** The files of the workspace. */
export class Explorer {
  constructor(private readonly page: Page) {}

  row(name: string): Locator {
    return this.page
      .locator(`.explorer-folders-view .monaco-list-row[aria-label^="${quoted(name)}"]`)
      .first();
  }

  /** Opens a file by a double click, and waits until its text is there. */
  async open(name: string): Promise<void> {
    await this.row(name).dblclick();
    await this.page.locator(`.tabs-container .tab[data-resource-name="${quoted(name)}"]`).waitFor();
    await this.page.locator(".editor-instance .monaco-editor .view-line").first().waitFor();
  }

  /** Right-clicks a file and chooses an entry, e.g. "Build Image…". */
  async chooseFromMenu(name: string, entry: string): Promise<void> {
    await chooseFromContextMenu(this.page, this.row(name), entry);
  }

  async menuEntries(name: string): Promise<string[]> {
    return contextMenuEntries(this.page, this.row(name));
  }
}
