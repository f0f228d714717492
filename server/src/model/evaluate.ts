import { matchPrefix, readPattern, replaceMatches, reversedPattern } from "./shellPattern";
import type { Expansion, Template } from "./template";

/** What is known of a variable: its value; that nothing sets it; or that only the build can tell. */
export type Known = { readonly value: string } | "unset" | "unknown";

export type Lookup = (name: string) => Known;

/** What the builder makes of the text; undefined where that is not certain before the build. */
export function evaluate(template: Template, lookup: Lookup): string | undefined {
  const out: string[] = [];
  let length = 0;
  for (const part of template) {
    const value = typeof part === "string" ? part : expand(part, lookup);
    length += value?.length ?? LONGEST + 1;
    if (value === undefined || length > LONGEST) return undefined;
    out.push(value);
  }
  return out.join("");
}

/** One expansion. A variable that nothing sets is not certain by itself: a build argument or the base image may set it. */
export function expand(expansion: Expansion, lookup: Lookup): string | undefined {
  const { name, modifier, operand, isClosed } = expansion;
  // The builder has no positional and no special parameters.
  const known: Known = /^[\p{L}_]/u.test(name) ? lookup(name) : { value: "" };
  if (!isClosed || known === "unknown") return undefined;
  const value = known === "unset" ? undefined : known.value;
  if (modifier === undefined || operand === undefined) return value;
  const isMissing = value === undefined || (modifier.startsWith(":") && value === "");
  switch (modifier) {
    case "-":
    case ":-":
      return isMissing ? evaluate(operand, lookup) : value;
    case "+":
    case ":+":
      return isMissing ? "" : evaluate(operand, lookup);
    case "?":
    case ":?":
      return isMissing ? undefined : value;
    default:
      return value === undefined ? undefined : withPattern(expansion, value, lookup);
  }
}

/** A value that doubles itself from line to line would fill the memory; nobody reads one as long as this. */
const LONGEST = 65_536;

/** Beyond this many steps a pattern is left to the build. */
const MOST_STEPS = 1_000_000;

function withPattern(expansion: Expansion, value: string, lookup: Lookup): string | undefined {
  const { modifier, operand = [], replacement = [] } = expansion;
  const source = evaluate(operand, lookup);
  const pattern = source === undefined ? undefined : readPattern(source);
  if (pattern === undefined || pattern.length * value.length > MOST_STEPS) return undefined;
  switch (modifier) {
    case "#":
      return value.slice(matchPrefix(pattern, value)?.shortest ?? 0);
    case "##":
      return value.slice(matchPrefix(pattern, value)?.longest ?? 0);
    case "%":
    case "%%": {
      const match = matchPrefix(reversedPattern(pattern), [...value].reverse().join(""));
      const length = (modifier === "%" ? match?.shortest : match?.longest) ?? 0;
      return value.slice(0, value.length - length);
    }
    case "/":
    case "//": {
      const text = evaluate(replacement, lookup);
      // Each place of the value may start a match. BuildKit gives `$` in a replacement of all matches a meaning of its own.
      const isCertain = pattern.length * value.length ** 2 <= MOST_STEPS && !text?.includes("$");
      if (text === undefined || !isCertain) return undefined;
      return replaceMatches(value, pattern, text, modifier === "/" ? "first" : "all");
    }
    default:
      return undefined;
  }
}
