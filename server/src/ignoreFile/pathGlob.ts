/**
 * A glob of an ignore file as a test for paths: `*`, `?`, `[a-z]` within one part, `**` across parts, `\` before a plain
 * character. Says yes to a path and to all that lies below it. Gives the reason where the builder refuses the glob.
 *
 * All ways to match are followed at once, so that no glob can make it slow: time grows with the length of the path.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | string {
  const tokens = tokensOf(glob);
  if (typeof tokens === "string") return tokens;
  const simple = simpleExpression(glob);
  return simple ? (path) => simple.test(path) : (path) => matches(tokens, path);
}

/** With so few wildcards an expression cannot go astray, and it is a hundred times faster. */
const FEW_WILDCARDS = 2;

function simpleExpression(glob: string): RegExp | undefined {
  if (/[\\[]|\*\*(?!\/|$)/.test(glob)) return undefined;
  const pieces = glob.split(/(\*\*\/|\*\*$|\*|\?)/);
  if (pieces.filter((piece) => piece.startsWith("*")).length > FEW_WILDCARDS) return undefined;
  const source = pieces.map((piece) => WILDCARDS[piece] ?? piece.replace(/[$^.+()[\]{}|/\\]/g, "\\$&"));
  return new RegExp(`^${source.join("")}(?:/|$)`, "su");
}

const WILDCARDS: { readonly [piece: string]: string | undefined } = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
};

type Token =
  | { readonly kind: "character"; readonly accepts: (character: string) => boolean }
  /** `*` */
  | { readonly kind: "part" }
  /** `**` at the end */
  | { readonly kind: "rest" }
  /** `**` with its slash: nothing, or whole folders. The second is where one of them has begun. */
  | { readonly kind: "folders" }
  | { readonly kind: "inFolders" };

function tokensOf(glob: string): Token[] | string {
  const characters = [...glob];
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    if (character === "*" && characters[at + 1] === "*") {
      at++;
      if (characters[at + 1] === "/") at++;
      if (at + 1 >= characters.length) tokens.push({ kind: "rest" });
      else tokens.push({ kind: "folders" }, { kind: "inFolders" });
    } else if (character === "*") tokens.push({ kind: "part" });
    else if (character === "?") tokens.push({ kind: "character", accepts: (other) => other !== "/" });
    else if (character === "[") {
      const end = endOfClass(characters, at);
      if (end < 0) return "The bracket is not closed.";
      tokens.push({ kind: "character", accepts: classOf(characters.slice(at + 1, end)) });
      at = end;
    } else if (character === "\\") {
      const next = characters[++at];
      if (next === undefined) return "A character must follow the backslash.";
      tokens.push({ kind: "character", accepts: (other) => other === next });
    } else tokens.push({ kind: "character", accepts: (other) => other === character });
  }
  return tokens;
}

function endOfClass(characters: readonly string[], start: number): number {
  for (let at = start + 1; at < characters.length; at++) {
    if (characters[at] === "\\") at++;
    else if (characters[at] === "]" && at > start + 1) return at;
  }
  return -1;
}

function classOf(inside: readonly string[]): (character: string) => boolean {
  const isNegated = inside[0] === "^";
  const ranges: [string, string][] = [];
  for (let at = isNegated ? 1 : 0; at < inside.length; at++) {
    if (inside[at] === "\\") at++;
    const first = inside[at] ?? "";
    const isRange = inside[at + 1] === "-" && at + 2 < inside.length;
    if (isRange) at += inside[at + 2] === "\\" ? 3 : 2;
    ranges.push([first, isRange ? (inside[at] ?? first) : first]);
  }
  return (character) =>
    character !== "/" && ranges.some(([low, high]) => low <= character && character <= high) !== isNegated;
}

function matches(tokens: readonly Token[], path: string): boolean {
  let states = closed(tokens, new Set([0]));
  for (const character of path) {
    // What lies below a match is matched too.
    if (character === "/" && states.has(tokens.length)) return true;
    const next = new Set<number>();
    for (const state of states) advance(tokens, state, character, next);
    if (next.size === 0) return false;
    states = closed(tokens, next);
  }
  return states.has(tokens.length);
}

function advance(tokens: readonly Token[], state: number, character: string, next: Set<number>): void {
  const token = tokens[state];
  switch (token?.kind) {
    case "character":
      if (token.accepts(character)) next.add(state + 1);
      break;
    case "part":
      if (character !== "/") next.add(state);
      break;
    case "rest":
      next.add(state);
      break;
    case "folders":
      next.add(state + 1);
      if (character === "/") next.add(state + 2);
      break;
    case "inFolders":
      next.add(state);
      if (character === "/") next.add(state + 1);
      break;
  }
}

/** Adds what is reached without a character. Grows the set that it is given. */
function closed(tokens: readonly Token[], states: Set<number>): Set<number> {
  for (const state of states) {
    const kind = tokens[state]?.kind;
    if (kind === "part" || kind === "rest") states.add(state + 1);
    else if (kind === "folders") states.add(state + 2);
  }
  return states;
}
