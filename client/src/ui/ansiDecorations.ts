import * as vscode from "vscode";
import type { AnsiColor, AnsiStyle, AnsiTrait } from "./ansiStyles";
import type { StyledSpan } from "./styledText";

export interface AnsiDecorations extends vscode.Disposable {
  /** Draws these lines of an editor's document in their colors, and all others in none. */
  draw(
    editor: vscode.TextEditor,
    lines: Iterable<readonly [line: number, spans: readonly StyledSpan[]]>,
  ): void;
}

/** Colors for text whose colors are not part of it. Each is made once: there are some hundreds at most. */
export function createAnsiDecorations(): AnsiDecorations {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const typeOf = (key: string, options: () => vscode.DecorationRenderOptions) => {
    const type = types.get(key) ?? vscode.window.createTextEditorDecorationType(options());
    types.set(key, type);
    return type;
  };

  return {
    draw(editor, lines) {
      const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
      for (const type of types.values()) ranges.set(type, []);
      for (const [line, spans] of lines) {
        for (const { start, end, style } of spans) {
          for (const [key, options] of partsOf(style)) {
            const type = typeOf(key, options);
            const range = new vscode.Range(line, start, line, end);
            if (ranges.has(type)) ranges.get(type)?.push(range);
            else ranges.set(type, [range]);
          }
        }
      }
      for (const [type, drawn] of ranges) editor.setDecorations(type, drawn);
    },
    dispose() {
      for (const type of types.values()) type.dispose();
    },
  };
}

type Part = readonly [key: string, options: () => vscode.DecorationRenderOptions];

/** A style is drawn by one type for each of its parts: the editor puts them together. */
function partsOf({ foreground, background, traits, inverse }: AnsiStyle): Part[] {
  const [text, behind] = inverse
    ? [background ?? "editor.background", foreground ?? "editor.foreground"]
    : [foreground, background];
  return [
    ...(text === undefined ? [] : [textPart(text, behind === undefined ? "on the editor" : "on its own")]),
    ...(behind === undefined ? [] : [backgroundPart(behind)]),
    ...traits.map((trait): Part => [trait, () => traitLooks[trait]]),
  ];
}

function textPart(color: AnsiColor | string, where: "on the editor" | "on its own"): Part {
  const key = `text ${keyOf(color)} ${where}`;
  if (typeof color === "string") return [key, () => ({ color: new vscode.ThemeColor(color) })];
  if ("theme" in color) {
    // Black on a dark editor would be words that nobody sees.
    const unseen = color.theme === 0 && where === "on the editor";
    return [
      key,
      () => ({ color: unseen ? new vscode.ThemeColor("descriptionForeground") : themeColor(color.theme) }),
    ];
  }
  const { rgb } = color;
  if (where === "on its own") return [key, () => ({ color: css(rgb) })];
  return [
    key,
    () => ({ dark: { color: css(legible(rgb, "dark")) }, light: { color: css(legible(rgb, "light")) } }),
  ];
}

function backgroundPart(color: AnsiColor | string): Part {
  return [
    `behind ${keyOf(color)}`,
    () => ({
      backgroundColor:
        typeof color === "string"
          ? new vscode.ThemeColor(color)
          : "theme" in color
            ? themeColor(color.theme)
            : css(color.rgb),
    }),
  ];
}

function keyOf(color: AnsiColor | string): string {
  if (typeof color === "string") return color;
  return "theme" in color ? String(color.theme) : color.rgb.join(",");
}

const names = ["Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"] as const;

/** The theme's own, as its terminal has it. */
function themeColor(place: number): vscode.ThemeColor {
  return new vscode.ThemeColor(`terminal.ansi${place < 8 ? "" : "Bright"}${names[place % 8]}`);
}

const traitLooks: Readonly<Record<AnsiTrait, vscode.DecorationRenderOptions>> = {
  bold: { fontWeight: "bold" },
  faint: { opacity: "0.7" },
  italic: { fontStyle: "italic" },
  underline: { textDecoration: "underline" },
  strike: { textDecoration: "line-through" },
};

type Rgb = readonly [number, number, number];

/** Moved towards white or black until it can be read on such an editor. */
function legible(color: Rgb, editor: "dark" | "light"): Rgb {
  const target = editor === "dark" ? 255 : 0;
  const isLegible = (rgb: Rgb) => (editor === "dark" ? luminance(rgb) > 0.25 : luminance(rgb) < 0.18);
  let [red, green, blue] = color;
  for (let step = 0; step < 10 && !isLegible([red, green, blue]); step += 1)
    [red, green, blue] = [red, green, blue].map((value) => Math.round(value + (target - value) * 0.2)) as [
      number,
      number,
      number,
    ];
  return [red, green, blue];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
