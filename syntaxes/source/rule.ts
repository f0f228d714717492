/** One rule of a TextMate grammar, as vscode-textmate reads it. Patterns are Oniguruma's. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

export type Captures = Readonly<
  Record<number, { readonly name?: string; readonly patterns?: readonly Rule[] }>
>;

/** Named rules, which others include by `#name`. */
export type Repository = Readonly<Record<string, Rule>>;

/** The character of `# escape=`. It decides what continues a line, so everything that spans lines exists once for each. */
export type Escape = "backslash" | "backtick";

export const escapes: readonly Escape[] = ["backslash", "backtick"];

/** The escape character as a pattern. */
export const escapePattern: Readonly<Record<Escape, string>> = { backslash: String.raw`\\`, backtick: "`" };

/**
 * Where a rule ends that may go over continuation lines but never into the next instruction: before the line break. At
 * the start of a line it is the break of an empty one, which the builder passes over.
 */
export const endOfInstruction = String.raw`(?!^)(?=\n)`;

/** Includes a rule of the repository; with an escape character, the version for that one of it. */
export function use(name: string, escaping?: Escape): Rule {
  return { include: `#${escaping === undefined ? name : keyOf(name, escaping)}` };
}

export function keyOf(name: string, escaping: Escape): string {
  return `${name}-${escaping}`;
}

/** Gives capture groups their scopes, in order; an empty string names none. */
export function captures(...scopes: readonly string[]): Captures {
  return Object.fromEntries(
    scopes.flatMap((scope, index) => (scope === "" ? [] : [[index + 1, { name: `${scope}.dockerfile` }]])),
  );
}

/** A plain match with one scope. */
export function token(scope: string, match: string): Rule {
  return { name: `${scope}.dockerfile`, match };
}

/** A stretch of plain text: no blank, quote, variable or escape in it, nor the further characters given. */
export function plain(escaping: Escape, further = ""): string {
  return String.raw`[^\s"'$${escapePattern[escaping]}${further}]+`;
}
