import type { Locator } from "playwright-core";

/** The text of an editor's lines in their order on the screen, which is not their order in the page. */
export async function linesOf(lines: Locator): Promise<string> {
  const placed = await lines.evaluateAll((elements) =>
    elements.map((line) => ({ top: Number.parseFloat(line.style.top), text: String(line.textContent) })),
  );
  return placed
    .sort((one, other) => one.top - other.top)
    .map(({ text }) => text.replaceAll("\u00a0", " "))
    .join("\n");
}
