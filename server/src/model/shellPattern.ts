/** A shell pattern of `${name#pattern}` and its like: `*` any text, `?` any character, a backslash takes their meaning away. */
export type Pattern = readonly Token[];

type Token =
  | { readonly kind: "any" }
  | { readonly kind: "one" }
  | { readonly kind: "exact"; readonly character: string };

/** Undefined for a pattern that BuildKit refuses: a backslash before a character without a meaning to take. */
export function readPattern(source: string): Pattern | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? "";
    if (character === "*") tokens.push({ kind: "any" });
    else if (character === "?") tokens.push({ kind: "one" });
    else if (character !== "\\") tokens.push({ kind: "exact", character });
    else {
      at++;
      const escaped = source[at];
      if (escaped === undefined || !"*?\\}/".includes(escaped)) return undefined;
      tokens.push({ kind: "exact", character: escaped });
    }
  }
  return tokens;
}

/** Length of the shortest and the longest beginning of the text that matches as a whole; undefined where none does. */
export interface PrefixMatch {
  readonly shortest: number;
  readonly longest: number;
}

/** Follows all ways through the pattern at once, so its cost is the product of both lengths, whatever the pattern. */
export function matchPrefix(pattern: Pattern, text: string, start = 0): PrefixMatch | undefined {
  let states = closure(pattern, new Set([0]));
  let shortest: number | undefined;
  let longest = 0;
  for (let length = 0; ; length++) {
    if (states.has(pattern.length)) {
      shortest ??= length;
      longest = length;
    }
    if (states.size === 0 || start + length >= text.length) break;
    states = closure(pattern, step(pattern, states, text[start + length] ?? ""));
  }
  return shortest === undefined ? undefined : { shortest, longest };
}

/** With the first match replaced, or all. Undefined where the pattern matches the empty text, where builders differ. */
export function replaceMatches(
  text: string,
  pattern: Pattern,
  replacement: string,
  which: "first" | "all",
): string | undefined {
  const out: string[] = [];
  let at = 0;
  while (at < text.length) {
    const match = matchPrefix(pattern, text, at);
    if (match?.shortest === 0) return undefined;
    if (match === undefined) {
      out.push(text[at] ?? "");
      at++;
      continue;
    }
    out.push(replacement);
    at += match.longest;
    if (which === "first") break;
  }
  return out.join("") + text.slice(at);
}

/** Reads the same from the back, for matching at the end of a text that is turned around too. */
export function reversedPattern(pattern: Pattern): Pattern {
  return [...pattern].reverse();
}

function step(pattern: Pattern, states: ReadonlySet<number>, character: string): Set<number> {
  const next = new Set<number>();
  for (const state of states) {
    const token = pattern[state];
    if (token === undefined) continue;
    if (token.kind === "any") next.add(state);
    else if (token.kind === "one" || token.character === character) next.add(state + 1);
  }
  return next;
}

/** `*` may match nothing, so what follows it is reachable as well. Grows the set that it is given. */
function closure(pattern: Pattern, states: Set<number>): Set<number> {
  for (const state of states) if (pattern[state]?.kind === "any") states.add(state + 1);
  return states;
}
