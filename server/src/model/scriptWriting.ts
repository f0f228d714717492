import type { FoundWord } from "./writtenWord";

/**
 * How the text of a script is written where it stands: as it is, between quotes, or as a JSON string. `expanded`: the
 * shell around it expands variables in it first, so what will be read is not known. `mixed`: known, but written in a
 * way that no edit should meddle with.
 */
export type Writing = "plain" | "single quotes" | "double quotes" | "json" | "mixed" | "expanded";

/** Text to put into such a script, escaped as its place asks; undefined where that cannot be done. */
export function writtenAs(writing: Writing, text: string): string | undefined {
  switch (writing) {
    case "plain":
      return text;
    case "single quotes":
      return text.includes("'") ? undefined : text;
    case "double quotes":
      return text.replace(/[$`"\\]/g, "\\$&");
    case "json":
      return JSON.stringify(text).slice(1, -1);
    default:
      return undefined;
  }
}

/** Of a word that is a script. */
export function writingOf({ text, value }: FoundWord): Writing {
  if (value === undefined) return "expanded";
  if (/^'[^']*'$/.test(text)) return "single quotes";
  return /^"(?:[^"\\]|\\.)*"$/s.test(text) ? "double quotes" : "mixed";
}

/** Of a script within another. */
export function writingWithin(around: Writing, own: Writing): Writing {
  if (around === "expanded" || own === "expanded") return "expanded";
  return around === "plain" ? own : "mixed";
}
