import type { ElementHandle, Locator, Page } from "playwright-core";
import { until } from "../../../scripts/testbed/until";
import { exactly } from "./exactly";
import { pressWithin } from "./pressWithin";

/** Right-clicks and chooses an entry. */
export async function chooseFromContextMenu(page: Page, target: Locator, entry: string): Promise<void> {
  await untilChosen(page, entry, async () => (await openContextMenu(page, target)) && choose(page, entry));
}

/** Clicks a button that opens a menu, and chooses from it. */
export async function chooseFromButton(page: Page, button: Locator, entry: string): Promise<void> {
  await untilChosen(
    page,
    entry,
    async () => (await openMenu(page, () => button.click())) && choose(page, entry),
  );
}

/** Right-clicks, opens the menu within the menu and chooses there. */
export async function chooseFromSubmenu(
  page: Page,
  target: Locator,
  submenu: string,
  entry: string,
): Promise<void> {
  await untilChosen(
    page,
    entry,
    async () =>
      (await openContextMenu(page, target)) &&
      (await pressOn(page, submenu, "ArrowRight")) &&
      choose(page, entry),
  );
}

/** Right-clicks, reads the entries and closes the menu again. */
export async function contextMenuEntries(page: Page, target: Locator): Promise<string[]> {
  return until("the menu's entries are read", async () => {
    if (!(await openContextMenu(page, target))) return undefined;
    const labels = await page
      .locator(".monaco-menu .action-item .action-menu-item .action-label")
      .allTextContents();
    await closeMenus(page);
    return labels.length > 0 && labels;
  });
}

/**
 * A menu may go before anything is chosen from it: a title bar that is drawn anew takes its menu away. And one that was
 * opened before an extension was known does not learn of its entries. Such a menu is opened again.
 */
async function untilChosen(page: Page, entry: string, attempt: () => Promise<boolean>): Promise<void> {
  await until(`“${entry}” is chosen from a menu`, async () => {
    const chosen = await attempt();
    if (!chosen) await closeMenus(page);
    return chosen;
  });
}

/** Chooses from the menu that has just opened. False if it has gone before, or has no such entry to choose. */
async function choose(page: Page, entry: string): Promise<boolean> {
  const [menu] = await page.locator(".monaco-menu").elementHandles();
  const chosen = await pressOn(page, entry, "Enter");
  if (chosen) await menu?.waitForElementState("hidden");
  return chosen;
}

/**
 * Walks to an entry of the innermost menu, and presses a key there. By keys and not by clicks, since for a tenth of a
 * second a new menu takes no clicks, lest the one that opened it chooses something, and nothing shows that it took one.
 */
async function pressOn(page: Page, entry: string, key: string): Promise<boolean> {
  const label = page.locator(".action-label", { hasText: exactly(entry) });
  const items = page.locator(".monaco-menu .action-item .action-menu-item", { has: label });
  const item = (await items.elementHandles()).at(-1);
  if (item === undefined) return false;
  const list = await item.evaluateHandle((element) => element.closest(".actions-container"));
  const length = await list.evaluate(({ children }) => children.length);
  for (let step = 0; step <= length; step++) {
    if (await hasFocus(item)) return pressWithin(page, item, key);
    if (!(await pressWithin(page, list, "ArrowDown"))) return false;
  }
  return false;
}

function hasFocus(item: ElementHandle): Promise<boolean> {
  return item.evaluate((element) => element.getRootNode().activeElement === element);
}

function openContextMenu(page: Page, target: Locator): Promise<boolean> {
  return openMenu(page, async () => {
    await target.hover();
    // Both at once: on a busy machine a button that comes up later would choose what the menu has put below the pointer.
    await Promise.all([page.mouse.down({ button: "right" }), page.mouse.up({ button: "right" })]);
  });
}

/** False where no menu shows within seconds: it has gone before anybody has seen it. */
async function openMenu(page: Page, open: () => Promise<void>): Promise<boolean> {
  await open();
  const entries = page.locator(".monaco-menu .action-item:not(.disabled) .action-label:not(.separator)");
  return entries
    .first()
    .waitFor({ timeout: 5000 })
    .then(
      () => true,
      () => false,
    );
}

async function closeMenus(page: Page): Promise<void> {
  const menus = page.locator(".monaco-menu");
  await until("no menu is open", async () => {
    const menu = (await menus.elementHandles()).at(-1);
    if (menu === undefined) return true;
    await pressWithin(page, menu, "Escape");
    return false;
  });
}
