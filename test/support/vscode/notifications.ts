import type { Locator, Page } from "playwright-core";
import type { QuickInput } from "./quickInput";

/** Messages and progress in the lower right corner. At most three show at once; the centre has all of them. */
export class Notifications {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {}

  /** Waits for a notification that holds this text, opening the centre when no toast shows it. */
  async find(text: string | RegExp, { seconds = 15 }: { seconds?: number } = {}): Promise<Locator> {
    const places = [".notifications-toasts", ".notifications-center.visible"];
    const selector = places.map((place) => `${place} .notification-list-item:visible`).join(", ");
    const found = this.page.locator(selector, { hasText: text }).first();
    try {
      await found.waitFor({ timeout: Math.min(seconds, 4) * 1000 });
    } catch {
      // Not among the toasts, or not yet.
      if ((await this.page.locator(".notifications-center.visible").count()) === 0) {
        await this.quickInput.command("Notifications: Show Notifications");
      }
      await found.waitFor({ timeout: seconds * 1000 });
    }
    return found;
  }

  /** Waits until a toast has said this, also where it is gone again at once, as progress is. */
  async passes(text: string | RegExp): Promise<void> {
    const toast = this.page.locator(".notifications-toasts .notification-list-item", { hasText: text });
    await toast.first().waitFor();
  }

  /** All that is in sight. */
  async text(): Promise<string> {
    return (await this.page.locator(".notification-list-item:visible").allInnerTexts()).join("\n");
  }

  async click(text: string | RegExp, button: string): Promise<void> {
    const notification = await this.find(text);
    await notification.hover();
    await notification.locator(".monaco-button", { hasText: button }).click();
  }

  async clear(): Promise<void> {
    await this.quickInput.command("Notifications: Clear All Notifications");
    await this.page.locator(".notification-list-item:visible").first().waitFor({ state: "hidden" });
  }
}
