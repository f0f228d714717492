import type { Locator, Page } from "playwright-core";
import { exactly } from "./exactly";

/** Right-clicks and chooses an entry. */
export async function chooseFromContextMenu(page: Page, target: Locator, entry: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await openContextMenu(page, target);
    if ((await entryOf(page, entry).count()) > 0) return chooseEntry(page, entry);
    // A menu that was opened before an extension was known does not learn of its entries.
    await page.keyboard.press("Escape");
    await page.locator(".monaco-menu").waitFor({ state: "hidden" });
    if (attempt === 5) throw new Error(`The menu has no “${entry}”.`);
    await new Promise((resolve) => setTimeout(resolve, attempt * 300));
  }
}

/** Clicks a button that opens a menu, and chooses from it. */
export async function chooseFromButton(page: Page, button: Locator, entry: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await button.click();
    try {
      await entryOf(page, entry).last().waitFor({ timeout: 2000 });
      return await chooseEntry(page, entry);
    } catch (error) {
      // A title bar whose buttons change takes the menu away that has just been opened from it.
      if (attempt === 3 || (await page.locator(".monaco-menu").count()) > 0) throw error;
    }
  }
}

/** Chooses from the menu that has just opened. */
export async function chooseEntry(page: Page, entry: string): Promise<void> {
  const menu = page.locator(".monaco-menu").first();
  let clicked = false;
  for (let attempt = 1; ; attempt++) {
    try {
      await entryOf(page, entry).last().click({ timeout: 5000 });
      clicked = true;
      return await menu.waitFor({ state: "hidden", timeout: 1000 });
    } catch (error) {
      // For a tenth of a second a new menu takes no clicks, lest the one that opened it chooses something. A menu that
      // went before any click has chosen nothing.
      if (clicked && (await menu.isHidden())) return;
      if (attempt === 3) throw error;
    }
  }
}

/** Right-clicks, opens the menu within the menu and chooses there. */
export async function chooseFromSubmenu(
  page: Page,
  target: Locator,
  submenu: string,
  entry: string,
): Promise<void> {
  await openContextMenu(page, target);
  const item = (label: string) =>
    page
      .locator(".monaco-menu .action-item .action-menu-item", {
        has: page.locator(".action-label", { hasText: exactly(label) }),
      })
      .last();
  // By keys: the pointer would have to keep to the way between two menus.
  await item(submenu).hover();
  await page.keyboard.press("ArrowRight");
  await chooseEntry(page, entry);
}

/** Right-clicks, reads the entries and closes the menu again. */
export async function contextMenuEntries(page: Page, target: Locator): Promise<string[]> {
  await openContextMenu(page, target);
  const entries = page.locator(".monaco-menu .action-item .action-menu-item .action-label");
  const labels = await entries.allTextContents();
  await page.keyboard.press("Escape");
  await page.locator(".monaco-menu").waitFor({ state: "hidden" });
  return labels;
}

async function openContextMenu(page: Page, target: Locator): Promise<void> {
  await target.hover();
  // Both at once: on a busy machine a button that comes up later would choose what the menu has put below the pointer.
  await Promise.all([page.mouse.down({ button: "right" }), page.mouse.up({ button: "right" })]);
  await page
    .locator(".monaco-menu .action-item:not(.disabled) .action-label:not(.separator)")
    .first()
    .waitFor();
}

function entryOf(page: Page, entry: string): Locator {
  const label = page.locator(".action-label", { hasText: exactly(entry) });
  return page.locator(".monaco-menu .action-item .action-menu-item", { has: label });
}
