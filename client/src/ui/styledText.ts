import { type AnsiStyle, noStyle, styleAfter } from "./ansiStyles";
import { plainText } from "./plainText";

/** A piece of a line that is drawn in a style of its own; columns count from zero. */
export interface StyledSpan {
  readonly start: number;
  readonly end: number;
  readonly style: AnsiStyle;
}

export interface StyledLine {
  readonly text: string;
  readonly spans: readonly StyledSpan[];
}

/** What a terminal obeys, of which only the one for colors is understood: the rest is taken out with all other marks. */
const colorChange = /\u001b\[([\d;:]*)m/g;

/**
 * Lines of a program's output as plain text, and apart from it what color they had. A style goes on until it is
 * ended, in the next call too. The text is the same as if there were no colors: these can add nothing to it.
 */
export function styledText(): (text: string) => StyledLine[] {
  let style = noStyle;
  return (text) => {
    const pieces: { readonly text: string; readonly style: AnsiStyle }[] = [];
    let from = 0;
    for (const { index, 0: sequence, 1: parameters = "" } of text.matchAll(colorChange)) {
      pieces.push({ text: plainText(text.slice(from, index)), style });
      from = index + sequence.length;
      style = styleAfter(style, parameters);
    }
    pieces.push({ text: plainText(text.slice(from)), style });
    const plain = plainText(text);
    // Inside another sequence, such as a window's title, it changes no color.
    if (pieces.map((piece) => piece.text).join("") !== plain) {
      style = noStyle;
      return plain.split("\n").map((line) => ({ text: line, spans: [] }));
    }
    return linesOf(pieces);
  };
}

function isPlain({ foreground, background, traits, inverse }: AnsiStyle): boolean {
  return !foreground && !background && traits.length === 0 && !inverse;
}

function linesOf(pieces: readonly { readonly text: string; readonly style: AnsiStyle }[]): StyledLine[] {
  const lines: { text: string; spans: StyledSpan[] }[] = [{ text: "", spans: [] }];
  for (const { text, style } of pieces) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push({ text: "", spans: [] });
      const line = lines.at(-1);
      if (!line || part === "") continue;
      const start = line.text.length;
      line.text += part;
      if (!isPlain(style)) line.spans.push({ start, end: line.text.length, style });
    }
  }
  return lines;
}
