import type { EscapeCharacter } from "./head";

/** Text with variables in it, as BuildKit's shell lexer reads it: literal stretches and expansions in order. */
export type Template = readonly (string | Expansion)[];

/** One `$name` or `${name…}`. Offsets count from the start of the text that was read. */
export interface Expansion {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`; anything else is stated as it stands. */
  readonly modifier: string | undefined;
  /** What stands behind the modifier. With `/`, the pattern alone. */
  readonly operand: Template | undefined;
  readonly replacement: Template | undefined;
  /** From the end of the modifier to the closing brace. */
  readonly operandStart: number;
  readonly operandEnd: number;
  readonly isClosed: boolean;
}

export interface TemplateOptions {
  readonly escapeCharacter: EscapeCharacter;
  /** `kept`: quotes are ordinary characters, as in the body of a heredoc. */
  readonly quotes: "removed" | "kept";
}

/** Reads a text; total and linear, whatever is left open in it. */
export function readTemplate(text: string, options: TemplateOptions): Template {
  if (!SPECIAL.test(text)) return text === "" ? [] : [text];
  return new Reader(text, options).read(undefined, "removed", 0);
}

/** All expansions, those inside operands too, in the order of the text. */
export function* expansionsIn(template: Template): Generator<Expansion> {
  for (const part of template) {
    if (typeof part === "string") continue;
    yield part;
    if (part.operand !== undefined) yield* expansionsIn(part.operand);
    if (part.replacement !== undefined) yield* expansionsIn(part.replacement);
  }
}

/** Deeper nesting is read as plain text, so that no text can exhaust the stack. */
const DEEPEST = 64;

class Reader {
  readonly #text: string;
  readonly #escape: EscapeCharacter;
  readonly #quotes: TemplateOptions["quotes"];
  #at = 0;

  constructor(text: string, { escapeCharacter, quotes }: TemplateOptions) {
    this.#text = text;
    this.#escape = escapeCharacter;
    this.#quotes = quotes;
  }

  /** Up to the stop character, which is consumed, or the end. */
  read(stop: string | undefined, escapes: "removed" | "kept", depth: number): Template {
    const parts: (string | Expansion)[] = [];
    let literal: string[] = [];
    let quote = "";
    const flush = (): void => {
      if (literal.length > 0) parts.push(literal.join(""));
      literal = [];
    };
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? "";
      if (quote === "" && character === stop) break;
      if (quote !== "'" && character === "$") {
        const expansion = this.#expansion(depth);
        if (typeof expansion === "string") literal.push(expansion);
        else {
          flush();
          parts.push(expansion);
        }
        continue;
      }
      this.#at++;
      if (quote === "" && this.#quotes === "removed" && (character === "'" || character === '"'))
        quote = character;
      else if (quote !== "" && character === quote) quote = "";
      else if (quote !== "'" && character === this.#escape) literal.push(this.#escaped(quote, escapes));
      else literal.push(character);
    }
    flush();
    return parts;
  }

  /** Behind an escape character. Inside double quotes it escapes only `"`, `$` and itself. */
  #escaped(quote: string, escapes: "removed" | "kept"): string {
    const kept = escapes === "kept" ? this.#escape : "";
    const next = this.#text[this.#at];
    if (next === undefined) return kept;
    if (quote === '"' && next !== '"' && next !== "$" && next !== this.#escape) return this.#escape;
    this.#at++;
    return kept + next;
  }

  #expansion(depth: number): Expansion | string {
    const start = this.#at;
    const isBraced = this.#text[start + 1] === "{";
    const nameStart = start + (isBraced ? 2 : 1);
    const nameEnd = this.#endOfName(nameStart);
    this.#at = nameEnd;
    if (nameEnd === nameStart || (isBraced && depth >= DEEPEST)) return this.#text.slice(start, nameEnd);
    const name = this.#text.slice(nameStart, nameEnd);
    const place = { name, start, nameStart, nameEnd };
    if (!isBraced) {
      return { ...place, ...PLAIN, end: nameEnd, operandStart: nameEnd, operandEnd: nameEnd, isClosed: true };
    }
    return { ...place, ...this.#modifierAndOperand(depth) };
  }

  #modifierAndOperand(depth: number): Omit<Expansion, "name" | "start" | "nameStart" | "nameEnd"> {
    const text = this.#text;
    const modifier = this.#modifier();
    const operandStart = this.#at;
    if (modifier === undefined) return { ...PLAIN, ...this.#close(operandStart) };
    const escapes = /^[#%/]/.test(modifier) ? "kept" : "removed";
    if (!modifier.startsWith("/")) {
      const operand = this.read("}", escapes, depth + 1);
      return { modifier, operand, replacement: undefined, ...this.#close(operandStart) };
    }
    const operand = this.read("/", escapes, depth + 1);
    if (text[this.#at] === "/") this.#at++;
    const replacement = this.read("}", escapes, depth + 1);
    return { modifier, operand, replacement, ...this.#close(operandStart) };
  }

  #close(operandStart: number): Pick<Expansion, "end" | "operandStart" | "operandEnd" | "isClosed"> {
    const operandEnd = this.#at;
    const isClosed = this.#text[operandEnd] === "}";
    if (isClosed) this.#at++;
    return { operandStart, operandEnd, end: this.#at, isClosed };
  }

  #modifier(): string | undefined {
    const first = this.#text[this.#at];
    if (first === undefined || first === "}") return undefined;
    const second = this.#text[this.#at + 1] ?? "";
    const isPair =
      first === ":" ? second !== "" && second !== "}" : "#%/".includes(first) && second === first;
    this.#at += isPair ? 2 : 1;
    return isPair ? first + second : first;
  }

  /** Letters, digits and underscores; a number; or one of the shell's special parameters. */
  #endOfName(start: number): number {
    NAME.lastIndex = start;
    return NAME.test(this.#text) ? NAME.lastIndex : start;
  }
}

const SPECIAL = /[$'"\\`]/;
const NAME = /[\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]/uy;
const PLAIN = { modifier: undefined, operand: undefined, replacement: undefined } as const;
