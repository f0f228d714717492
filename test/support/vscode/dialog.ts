import type { Locator, Page } from "playwright-core";

/** The modal dialog in the middle of the window. */
export class Dialog {
  constructor(private readonly page: Page) {}

  get box(): Locator {
    return this.page.locator(".monaco-dialog-box");
  }

  async text(): Promise<{ message: string; detail: string; buttons: string[] }> {
    await this.box.waitFor();
    const detail = this.box.locator(".dialog-message-detail");
    return {
      message: (await this.box.locator(".dialog-message-text").textContent()) ?? "",
      detail: (await detail.count()) > 0 ? ((await detail.textContent()) ?? "") : "",
      buttons: await this.box.locator(".dialog-buttons .monaco-button:visible").allTextContents(),
    };
  }

  async click(button: string): Promise<void> {
    await this.box.locator(".dialog-buttons .monaco-button", { hasText: button }).click();
    await this.box.waitFor({ state: "hidden" });
  }
}
