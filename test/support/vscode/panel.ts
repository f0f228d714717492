import type { Locator, Page } from "playwright-core";
import { linesOf } from "./linesOf";
import type { QuickInput } from "./quickInput";

/** What shows below the editor: problems, output, terminals. */
export class Panel {
  constructor(
    private readonly page: Page,
    private readonly quickInput: QuickInput,
  ) {}

  /** The rows of the Problems view as a screen reader says them, files included. */
  async problems(): Promise<string[]> {
    await this.quickInput.command("Problems: Focus on Problems View");
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    await rows.first().waitFor();
    const spoken = await Promise.all((await rows.all()).map((row) => row.getAttribute("aria-label")));
    return spoken.map((text) => text ?? "");
  }

  /** A problem's row, by a part of its message. */
  problem(text: string | RegExp): Locator {
    return this.page.locator(".markers-panel .monaco-list-row", { hasText: text }).first();
  }

  /** Brings an output channel to the front. */
  async showOutput(channel: string): Promise<void> {
    await this.quickInput.command("Output: Show Output Channels...");
    await this.quickInput.pick(channel);
  }

  /** The text in sight of the output channel in front. */
  async output(): Promise<string> {
    return linesOf(this.page.locator(".panel .monaco-editor .view-line"));
  }

  /** The text in sight of the terminal in front, a task's terminal included. */
  async terminal(): Promise<string> {
    const rows = await this.page.locator(".terminal-wrapper.active .xterm-rows > div").allTextContents();
    return rows
      .map((row) => row.replaceAll("\u00a0", " ").trimEnd())
      .join("\n")
      .trimEnd();
  }

  async toggle(): Promise<void> {
    await this.quickInput.command("View: Toggle Panel Visibility");
  }
}
