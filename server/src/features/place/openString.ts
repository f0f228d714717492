/** The string of an exec form that is being written. */
export interface OpenString {
  /** Offset behind its opening quote. */
  readonly start: number;
  /** The strings before it, as written. */
  readonly earlier: readonly string[];
}

/** Undefined where the text, from `start` on, does not end inside a string of a JSON array. */
export function openString(text: string, start: number): OpenString | undefined {
  if (text[start] !== "[") return undefined;
  const earlier: string[] = [];
  let opened = -1;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (opened < 0) {
      if (character === '"') opened = at + 1;
    } else if (character === "\\") at++;
    else if (character === '"') {
      earlier.push(text.slice(opened, at));
      opened = -1;
    }
  }
  return opened < 0 ? undefined : { start: opened, earlier };
}
