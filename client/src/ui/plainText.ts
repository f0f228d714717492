import stripAnsi from "strip-ansi";

/**
 * Words from an engine, a registry, a label or a log, made fit to be shown: no terminal escapes, no control characters
 * but tab and line feed, no marks that reverse the reading direction.
 */
export function plainText(text: string): string {
  return stripAnsi(text)
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** The same for what is one line, such as a row or a tab. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll("\n", " ");
}

/**
 * The same for notices and prompts, which the editor reads `[label](target)` in: a space between the two halves keeps
 * a stranger's words from becoming a link to a command.
 */
export function plainNotice(text: string): string {
  return plainText(text).replace(/\]\(/g, "] (");
}

/** The same for labels of quick picks, where `$(name)` is an icon. */
export function plainLabel(text: string): string {
  return plainLine(text).replace(/\$\(/g, "\\$(");
}
