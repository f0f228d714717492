import type { Range } from "vscode-languageserver-types";
import type { Dockerfile, ParserDirective } from "../model/dockerfile";

/** What `# check=skip=…;error=…;experimental=…` asks of the builder's checks. */
export interface CheckDirective {
  readonly directive: ParserDirective;
  /** "all" or the named checks; undefined where the option is not given. */
  readonly skip: CheckList | undefined;
  readonly experimental: CheckList | undefined;
  /** Findings stop the build. */
  readonly isError: boolean;
  readonly mistakes: readonly CheckMistake[];
}

export interface CheckList {
  readonly all: boolean;
  readonly names: readonly { readonly text: string; readonly range: Range }[];
  /** The whole option, `skip=A,B`. */
  readonly range: Range;
  /** The option with the semicolon beside it, or the whole line where it is the only one. */
  readonly removal: Range;
}

/** What is wrong with the options. */
export interface CheckMistake {
  readonly range: Range;
  /** `option`: the build stops at it. `rest`: what stands behind a blank, where the builder reads no further. */
  readonly kind: "option" | "rest";
}

/** What the directive at the top of the file asks for; undefined where there is none. */
export function checkDirective({ directives }: Dockerfile): CheckDirective | undefined {
  const directive = directives.find(({ name }) => name === "check");
  return directive && readCheck(directive);
}

/**
 * Reads a directive, or a comment that looks like one, as BuildKit does: options parted by semicolons, names by commas, and
 * nothing behind the first blank, which is for remarks. See ParseLintOptions in
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/linter/linter.go
 */
export function readCheck(directive: ParserDirective): CheckDirective {
  const options = new Map(optionsOf(directive).map((option) => [option.name, option]));
  const listOf = (name: string) => {
    const option = options.get(name);
    return option && readList(directive, option);
  };
  return {
    directive,
    skip: listOf("skip"),
    experimental: listOf("experimental"),
    isError: goTrue.test(options.get("error")?.value ?? ""),
    mistakes: mistakesIn(directive),
  };
}

/** The spellings of Go's strconv.ParseBool, which BuildKit reads the value of `error` with. */
const goTrue = /^(1|t|T|true|True|TRUE)$/;
const goFalse = /^(0|f|F|false|False|FALSE)$/;

interface Option {
  readonly name: string;
  readonly value: string;
  /** Offsets into the directive's value. */
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

function optionsOf({ value }: ParserDirective): Option[] {
  let start = 0;
  return readPart(value)
    .split(";")
    .map((part) => {
      const equals = part.indexOf("=");
      const option = {
        name: part.slice(0, Math.max(equals, 0)),
        value: part.slice(equals + 1),
        start,
        valueStart: start + equals + 1,
        end: start + part.length,
      };
      start += part.length + 1;
      return option;
    });
}

function readPart(value: string): string {
  return value.split(" ", 1)[0] ?? "";
}

function mistakesIn(directive: ParserDirective): CheckMistake[] {
  const { value } = directive;
  const found: CheckMistake[] = optionsOf(directive)
    .filter((option) => !isOption(option))
    .map(({ start, end }) => ({ kind: "option", range: within(directive, start, end) }));
  const read = readPart(value);
  const rest = value.slice(read.length).trimStart();
  // A comma or an equals sign beside the blank shows that more was meant than a remark.
  const goesOn = /[,;=]$/.test(read) || /^(?:[,;=]|skip\b|error\b|experimental\b)/.test(rest);
  if (rest !== "" && goesOn)
    found.push({ kind: "rest", range: within(directive, value.length - rest.length, value.length) });
  return found;
}

function isOption({ name, value }: Option): boolean {
  if (name === "error") return goTrue.test(value) || goFalse.test(value);
  return name === "skip" || name === "experimental";
}

function readList(directive: ParserDirective, { value, start, valueStart, end }: Option): CheckList {
  const range = within(directive, start, end);
  const removal = removalOf(directive, start, end);
  if (value.trim() === "all") return { all: true, names: [], range, removal };
  let at = valueStart;
  const names = value.split(",").flatMap((part) => {
    const text = part.trim();
    const from = at + part.indexOf(text);
    at += part.length + 1;
    return text === "" ? [] : [{ text, range: within(directive, from, from + text.length) }];
  });
  return { all: false, names, range, removal };
}

function removalOf(directive: ParserDirective, start: number, end: number): Range {
  if (start > 0) return within(directive, start - 1, end);
  if (end < directive.value.length) return within(directive, start, end + 1);
  const { line } = directive.range.start;
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

function within({ valueRange: { start } }: ParserDirective, from: number, to: number): Range {
  const place = (offset: number) => ({ line: start.line, character: start.character + offset });
  return { start: place(from), end: place(to) };
}
