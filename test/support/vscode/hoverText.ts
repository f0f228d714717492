import type { Locator, Page } from "playwright-core";

/** Rests the pointer on something and reads what pops up. */
export async function hoverText(page: Page, target: Locator): Promise<string> {
  // From elsewhere, so that the pointer really enters.
  await page.mouse.move(700, 5);
  await target.hover();
  const hover = page
    .locator(
      ".monaco-resizable-hover .monaco-hover:visible, .workbench-hover-container .monaco-hover:visible",
    )
    .or(page.locator(".workbench-hover:visible, .monaco-editor .monaco-hover:visible"))
    .first();
  await hover.waitFor({ timeout: 10_000 });
  // As it is laid out, so that lines stay lines.
  return (await hover.allInnerTexts()).join("\n").trim();
}
