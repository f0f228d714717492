import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator } from "playwright-core";

/** What axe-core finds wrong in the page that holds this element, one line each: rule, what it asks for, and where. */
export async function accessibilityProblems(inside: Locator): Promise<string[]> {
  const frame = await (await inside.elementHandle())?.ownerFrame();
  if (!frame) throw new Error("There is no page to look at.");
  const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
  // As the debugger's expression: the page's own policy allows no script but its own.
  await frame.evaluate(axe);
  const found: unknown = await frame.evaluate(
    `axe.run(document).then(({ violations }) => violations.map(({ id, help, nodes }) =>
      id + ": " + help + " (" + nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ") + ")"))`,
  );
  return found as string[];
}
