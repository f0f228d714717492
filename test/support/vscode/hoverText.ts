import type { Locator, Page } from "playwright-core";

const shown = [
  ".monaco-resizable-hover .monaco-hover:visible",
  ".workbench-hover-container .monaco-hover:visible",
  ".workbench-hover:visible",
  ".monaco-editor .monaco-hover:visible",
].join(", ");

/** Rests the pointer on something and reads what pops up. */
export async function hoverText(page: Page, target: Locator): Promise<string> {
  const hover = page.locator(shown).first();
  for (let attempt = 1; ; attempt++) {
    // From elsewhere, so that the pointer really enters; the window's upper left corner has nothing to say of itself.
    await page.mouse.move(250, 4);
    // A large one may reach up there, and stays as long as the pointer is on it: then the middle of the status bar.
    await hover.waitFor({ state: "hidden", timeout: 2000 }).catch(() => moveToStatusBar(page));
    await hover.waitFor({ state: "hidden" });
    await target.hover();
    try {
      await hover.waitFor({ timeout: 5000 });
      // As it is laid out, so that lines stay lines.
      return (await page.locator(shown).allInnerTexts()).join("\n").trim();
    } catch (error) {
      // What was pointed at may have moved away from under the pointer, as lines do when a code lens comes in.
      if (attempt === 3) throw error;
    }
  }
}

async function moveToStatusBar(page: Page): Promise<void> {
  const box = await page.locator(".part.statusbar").boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}
