/**
 * Text from outside as Markdown that shows it and does nothing else. A label, an image or a file may say anything, so
 * every character with a meaning is escaped, and line breaks become blanks.
 */
export function escapeMarkdown(text: string): string {
  return shorten(text.replace(/\s+/g, " ")).replace(/[\\`*_{}[\]()<>#+\-.!|~&:@"'=^$]/g, "\\$&");
}

/** Text from outside between backticks: more of them than the text itself has in a row. */
export function inlineCode(text: string): string {
  const flat = shorten(text.replace(/\s+/g, " "));
  const longest = Math.max(0, ...Array.from(flat.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const needsBlank = flat === "" || flat.startsWith("`") || flat.endsWith("`") || flat.startsWith(" ");
  return needsBlank ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

/** A block of code in a language that the editor may colour. */
export function codeBlock(text: string, language = "dockerfile"): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Paragraphs one below the other; those that say nothing are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** A pop-up is no place for a whole file. */
const LONGEST = 500;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
