/**
 * Matches an element whose whole text is this. Playwright's own `:text-is()` looks at the innermost element only,
 * and VS Code wraps parts of a label in elements of their own to highlight them.
 */
export function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}

/** A text inside a quoted CSS attribute value. */
export function quoted(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}
