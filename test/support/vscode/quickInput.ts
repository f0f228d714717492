import type { Locator, Page } from "playwright-core";
import { exactly, quoted } from "./exactly";

export interface QuickPickItem {
  label: string;
  description: string;
  detail: string;
}

/** The widget at the top that the palette, quick picks, input boxes and file dialogs all share. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  get widget(): Locator {
    return this.page.locator(".quick-input-widget:visible");
  }

  get rows(): Locator {
    return this.widget.locator(".quick-input-list .monaco-list-row");
  }

  row(label: string): Locator {
    const name = this.page.locator(".label-name", { hasText: exactly(label) });
    return this.rows.filter({ has: name }).first();
  }

  /** Runs a command by its title in the palette, e.g. "View: Show Problems". */
  async command(title: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press("F1");
      try {
        await this.widget.locator(".quick-input-filter input").fill(`>${title}`, { timeout: 4000 });
        await this.row(title).click({ timeout: 4000 });
        return;
      } catch (error) {
        // A palette that was opened before an extension was known does not learn of its commands: open it anew.
        if (attempt === 4) throw error;
        await this.page.keyboard.press("Escape");
      }
    }
  }

  /** The commands in the palette whose titles begin so. The palette is closed again. */
  async commands(beginning: string): Promise<string[]> {
    await this.page.keyboard.press("F1");
    await this.widget.locator(".quick-input-filter input").fill(`>${beginning}`);
    // With nothing that fits the list has one row to say so.
    const titles = (await this.items()).map(({ label }) => label);
    await this.cancel();
    return titles.filter((title) => title.startsWith(beginning));
  }

  /** Waits for a quick pick or an input box with this title. */
  async waitForTitle(title: string): Promise<void> {
    await this.widget.locator(".quick-input-title", { hasText: title }).waitFor();
  }

  /** The items of an open quick pick. */
  async items(): Promise<QuickPickItem[]> {
    await this.rows.first().waitFor();
    const text = (row: Locator, part: string) => row.locator(part).first().textContent({ timeout: 200 });
    const items: QuickPickItem[] = [];
    for (const row of await this.rows.all()) {
      items.push({
        label: (await text(row, ".label-name")) ?? "",
        description: await text(row, ".label-description")
          .catch(() => "")
          .then((found) => found ?? ""),
        detail: await text(row, ".quick-input-list-label-meta")
          .catch(() => "")
          .then((found) => found ?? ""),
      });
    }
    return items;
  }

  /** Chooses an item of a quick pick by its label. */
  async pick(label: string, { title }: { title?: string } = {}): Promise<void> {
    if (title !== undefined) await this.waitForTitle(title);
    await this.row(label).click();
  }

  /** Ticks these and no other items of a pick of many, and accepts. */
  async pickMany(labels: readonly string[]): Promise<void> {
    await this.rows.first().waitFor();
    for (const row of await this.rows.all()) {
      const wanted = labels.includes((await row.locator(".label-name").first().textContent())?.trim() ?? "");
      const ticked = (await row.getAttribute("aria-checked")) === "true";
      if (wanted !== ticked) await row.click();
    }
    await this.page.keyboard.press("Enter");
  }

  get input(): Locator {
    return this.widget.locator(".quick-input-box input");
  }

  /** Types an answer into an input box and accepts it. With a title it waits for the right box. */
  async answer(text: string, { title }: { title?: string } = {}): Promise<void> {
    if (title !== undefined) await this.waitForTitle(title);
    await this.input.fill(text);
    await this.input.press("Enter");
  }

  /** What an input box proposes, and what it says about it. */
  async inputState(): Promise<{ value: string; message: string }> {
    await this.input.waitFor();
    const message = await this.widget.locator(".quick-input-message").textContent();
    return { value: await this.input.inputValue(), message: message ?? "" };
  }

  /** Waits until this stands anywhere in it. */
  async says(text: string | RegExp): Promise<void> {
    await this.widget.filter({ hasText: text }).waitFor();
  }

  /** Waits until the box says this below its line, and gives all that it says. */
  async message(text: string | RegExp): Promise<string> {
    const message = this.widget.locator(".quick-input-message", { hasText: text });
    await message.waitFor();
    return (await message.textContent()) ?? "";
  }

  /** Takes what an input box proposes. */
  async accept({ title }: { title: string }): Promise<string> {
    await this.waitForTitle(title);
    const proposed = await this.input.inputValue();
    await this.input.press("Enter");
    return proposed;
  }

  /** Clicks a button in the title bar, e.g. "Back". */
  async button(name: string): Promise<void> {
    await this.widget.locator(`.quick-input-titlebar .action-label[aria-label="${quoted(name)}"]`).click();
  }

  /** Clicks a button of an item. */
  async itemButton(label: string, name: string): Promise<void> {
    await this.row(label).hover();
    await this.row(label)
      .locator(`.action-label[aria-label="${quoted(name)}"]`)
      .click();
  }

  /** Dismisses it. The key goes to its own line: elsewhere it would only put away a notification. */
  async cancel(): Promise<void> {
    await this.input.press("Escape");
    await this.widget.waitFor({ state: "hidden" });
  }
}
