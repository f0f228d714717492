/**
 * Text from a file or a path, made safe to print: control characters could move the cursor, change the title of a window
 * or hide what stands there, and the marks that turn the direction of writing could show it in another order.
 */
export function terminalText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === "\t" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export type Style = keyof typeof codes;

/** Paints a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: "color" | "plain"): Paint {
  return color === "plain"
    ? (_, text) => text
    : (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`;
}

/** SGR codes that begin and end each style. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** https://no-color.org: any text in NO_COLOR means no color. */
export function wantsColor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"] && environment["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY === true && environment["TERM"] !== "dumb";
}
