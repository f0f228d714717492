/** A `$name` or `${name…}` in a text that a shell or the builder expands, by offsets. */
export interface VariableSpan {
  readonly name: string;
  /** Of the dollar sign. */
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Behind the brace of a plain `${name}`; of one with a modifier the name's end. */
  readonly end: number;
}

/** Quotes and escapes are stepped over, so that `'$A'` and `\$A` are no variables. */
const TOKEN = /[\\`].|'[^']*'|"|\$(\{?)([A-Za-z_]\w*)/gs;

/** Linear in the length of the text. `escapeCharacter`: a backtick is plain text in a shell's script. */
export function variableSpans(text: string, escapeCharacter: "\\" | "`" = "\\"): VariableSpan[] {
  if (!text.includes("$")) return [];
  const found: VariableSpan[] = [];
  let isQuoted = false;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [whole, brace = "", name] = match;
    const isEscape = whole.length === 2 && (whole[0] === "\\" || whole[0] === "`");
    if (whole === '"') isQuoted = !isQuoted;
    // Within double quotes a single quote is a plain character, so what follows it is read again.
    else if (isQuoted && whole.startsWith("'")) TOKEN.lastIndex = match.index + 1;
    else if (isEscape && whole[0] !== escapeCharacter) TOKEN.lastIndex = match.index + 1;
    if (name === undefined) continue;
    const nameStart = match.index + 1 + brace.length;
    const nameEnd = nameStart + name.length;
    const end = brace !== "" && text[nameEnd] === "}" ? nameEnd + 1 : nameEnd;
    found.push({ name, start: match.index, nameStart, nameEnd, end });
  }
  return found;
}

/** Whether a dollar sign that ends this text opens a variable: not behind an escape, nor within single quotes. */
export function opensVariable(text: string, escapeCharacter: "\\" | "`" = "\\"): boolean {
  // The quote that follows closes the one that the dollar sign stands in, and is nothing to any other.
  return variableSpans(`${text}x'`, escapeCharacter).at(-1)?.start === text.length - 1;
}
