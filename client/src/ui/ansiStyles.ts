/** A color of a terminal: one of the sixteen that themes have, or red, green and blue. */
export type AnsiColor = { readonly theme: number } | { readonly rgb: readonly [number, number, number] };

export type AnsiTrait = "bold" | "faint" | "italic" | "underline" | "strike";

/** How a terminal would draw a piece of text. */
export interface AnsiStyle {
  readonly foreground?: AnsiColor;
  readonly background?: AnsiColor;
  readonly traits: readonly AnsiTrait[];
  readonly inverse?: true;
}

export const noStyle: AnsiStyle = { traits: [] };

/**
 * The style after `ESC [ parameters m`. What blinks or hides is left out: words that are there shall be seen.
 * https://ecma-international.org/publications-and-standards/standards/ecma-48/ (SGR)
 */
export function styleAfter(style: AnsiStyle, parameters: string): AnsiStyle {
  // With colons the parts of one color belong together; the numbers are the same, but for an empty color space.
  const codes = parameters
    .replace(/([34]8):2:\d*:(?=\d+:\d+:\d)/g, "$1;2;")
    .split(/[;:]/)
    .map((code) => (code === "" ? 0 : Number(code)));
  let next = style;
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48) {
      const { color, used } = extendedColor(codes.slice(index + 1));
      index += used;
      if (color) next = { ...next, [code === 38 ? "foreground" : "background"]: color };
    } else next = changed(next, code);
  }
  return next;
}

function changed(style: AnsiStyle, code: number): AnsiStyle {
  const { foreground: _foreground, ...bare } = style;
  const { background: _background, ...plain } = style;
  const { inverse: _inverse, ...upright } = style;
  if (code === 0) return noStyle;
  if (code === 7) return { ...style, inverse: true };
  if (code === 27) return upright;
  if (code === 39) return bare;
  if (code === 49) return plain;
  const color = themeColor(code);
  if (color) return { ...style, ...color };
  const begins = traitBegins[code];
  if (begins) return { ...style, traits: [...style.traits.filter((one) => one !== begins), begins] };
  const ends = traitEnds[code];
  return ends ? { ...style, traits: style.traits.filter((one) => !ends.includes(one)) } : style;
}

const traitBegins: Readonly<Record<number, AnsiTrait>> = {
  1: "bold",
  2: "faint",
  3: "italic",
  4: "underline",
  9: "strike",
};

const traitEnds: Readonly<Record<number, readonly AnsiTrait[]>> = {
  22: ["bold", "faint"],
  23: ["italic"],
  24: ["underline"],
  29: ["strike"],
};

function themeColor(code: number): Pick<AnsiStyle, "foreground"> | Pick<AnsiStyle, "background"> | undefined {
  if (code >= 30 && code <= 37) return { foreground: { theme: code - 30 } };
  if (code >= 90 && code <= 97) return { foreground: { theme: code - 90 + 8 } };
  if (code >= 40 && code <= 47) return { background: { theme: code - 40 } };
  if (code >= 100 && code <= 107) return { background: { theme: code - 100 + 8 } };
  return undefined;
}

/** `5;n` is one of 256, `2;r;g;b` any. How many numbers it takes is told even where they make no color. */
function extendedColor([kind, ...numbers]: readonly number[]): {
  readonly color: AnsiColor | undefined;
  readonly used: number;
} {
  const isByte = (value: number | undefined): value is number => value !== undefined && value <= 255;
  if (kind === 5) {
    const [place] = numbers;
    return { color: isByte(place) ? paletteColor(place) : undefined, used: 2 };
  }
  if (kind === 2) {
    const [red, green, blue] = numbers;
    const known = isByte(red) && isByte(green) && isByte(blue);
    // To one of the 256: a log with a color for every letter shall not make as many styles.
    return { color: known ? nearest([red, green, blue]) : undefined, used: 4 };
  }
  return { color: undefined, used: 0 };
}

const steps = [0, 95, 135, 175, 215, 255] as const;

/** The sixteen, a cube of 6 × 6 × 6 colors, and 24 greys. */
function paletteColor(place: number): AnsiColor {
  if (place < 16) return { theme: place };
  if (place >= 232) {
    const grey = 8 + (place - 232) * 10;
    return { rgb: [grey, grey, grey] };
  }
  const step = (size: number) => steps[Math.floor((place - 16) / size) % 6] ?? 0;
  return { rgb: [step(36), step(6), step(1)] };
}

function nearest(color: readonly [number, number, number]): AnsiColor {
  const [red, green, blue] = color.map((value) =>
    steps.reduce((best, step) => (Math.abs(step - value) < Math.abs(best - value) ? step : best)),
  );
  return { rgb: [red ?? 0, green ?? 0, blue ?? 0] };
}
