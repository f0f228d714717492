import type { SemanticTokensLegend } from "vscode-languageserver-types";

/** What a stretch of a Dockerfile is, in the words that themes know; a token's number is its place here. */
const types = [
  "keyword",
  "comment",
  "macro",
  "parameter",
  "property",
  "string",
  "number",
  "variable",
  "namespace",
  "class",
  "function",
  "enumMember",
  "operator",
] as const;

export type TokenType = (typeof types)[number];

const modifiers = ["definition", "deprecated", "readonly"] as const;

export type TokenModifier = (typeof modifiers)[number];

export const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

/** A kind of token as one number, so that a line of text is painted with numbers. Never zero, which is no token. */
export function paint(type: TokenType, modifier?: TokenModifier): number {
  const bit = modifier === undefined ? 0 : 1 << modifiers.indexOf(modifier);
  return ((bit << 4) | types.indexOf(type)) + 1;
}

/** The type and modifiers of a paint, as LSP wants them. */
export function unpaint(painted: number): { type: number; modifiers: number } {
  return { type: (painted - 1) & 15, modifiers: (painted - 1) >> 4 };
}
