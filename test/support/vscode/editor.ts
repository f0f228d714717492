import type { Locator, Page } from "playwright-core";
import { chooseFromContextMenu } from "./contextMenu";
import { hoverText } from "./hoverText";
import { linesOf } from "./linesOf";
import type { QuickInput } from "./quickInput";

/** The text editor in front. */
export class Editor {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {}

  get area(): Locator {
    return this.page.locator(".editor-instance .monaco-editor").first();
  }

  /** Puts the cursor somewhere; lines and columns count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.quickInput.widget.locator(".quick-input-filter input").fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.quickInput.widget.waitFor({ state: "hidden" });
    await this.page.locator(".monaco-editor.focused").first().waitFor();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Saves, and waits until the editor says that it is saved. */
  async save(): Promise<void> {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tabs-container .tab.active.dirty").waitFor({ state: "hidden" });
  }

  /** The lines in sight. */
  async text(): Promise<string> {
    return linesOf(this.area.locator(".view-line"));
  }

  squiggles(severity: "error" | "warning" | "info" | "hint"): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** The labels that completion proposes at the cursor. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await this.pressUntil("Control+Space", rows.first());
    return rows.locator(".label-name").allTextContents();
  }

  /** What rests under the pointer on the first occurrence of a word. */
  async hover(word: string): Promise<string> {
    return hoverText(this.page, this.area.locator(".view-line span span", { hasText: word }).first());
  }

  /** The titles of the quick fixes at the cursor; their menu stays open. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    await this.pressUntil("Control+.", rows.first());
    return (await rows.allTextContents()).map((title) => title.trim());
  }

  async applyQuickFix(title: string): Promise<void> {
    await this.quickFixes();
    const rows = this.page.locator(".action-widget .monaco-list-row.action", { hasText: title });
    await rows.first().click();
    await rows.first().waitFor({ state: "hidden" });
  }

  /** The same without a mouse: the arrow keys choose, Enter applies. */
  async applyQuickFixByKeyboard(title: string): Promise<void> {
    const titles = await this.quickFixes();
    const place = titles.indexOf(title);
    if (place === -1) throw new Error(`No quick fix “${title}” among: ${titles.join(", ")}`);
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    for (let row = 0; row < place; row++) await this.page.keyboard.press("ArrowDown");
    await this.page.locator(".action-widget .monaco-list-row.focused", { hasText: title }).waitFor();
    await this.page.keyboard.press("Enter");
    await rows.first().waitFor({ state: "hidden" });
  }

  /** Right-clicks into the text and chooses an entry. */
  async chooseFromMenu(entry: string): Promise<void> {
    await chooseFromContextMenu(this.page, this.area.locator(".view-line").first(), entry);
  }

  /** Presses a key until something shows: a press now and then comes before the focus is back in the editor. */
  private async pressUntil(key: string, shown: Locator): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await shown.waitFor({ timeout: 2500 });
        return;
      } catch (error) {
        if (attempt === 6) throw error;
      }
    }
  }
}
