import type { ElementHandle, Page } from "playwright-core";

/**
 * Presses a key that nothing but this element, or what is within it, may get. Says whether it arrived there; a key on
 * its way to anything else is stopped before anybody acts on it.
 */
export async function pressWithin(page: Page, element: ElementHandle, key: string): Promise<boolean> {
  // VS Code and we are two programs: between a look at what has the focus and the key the focus may move. So the page
  // itself decides at the very moment when the key comes.
  const watch = await element.evaluateHandle((goal) => {
    const watching = { arrived: false, end: new AbortController() };
    goal.ownerDocument.defaultView.addEventListener(
      "keydown",
      (event: Event) => {
        watching.arrived = event.composedPath().includes(goal);
        if (watching.arrived) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, once: true, signal: watching.end.signal },
    );
    return watching;
  });
  await page.keyboard.press(key);
  return watch.evaluate(({ arrived, end }) => {
    end.abort();
    return arrived;
  });
}
