import { CompletionItemKind } from "vscode-languageserver-types";
import { flagOf } from "../../grammar/flags";
import { instructionEntry } from "../../grammar/instructions";
import { shellOfProgram } from "../../grammar/shells";
import { variableModifiers } from "../../grammar/variableModifiers";
import type { FlagValuePlace, Place } from "../place/place";
import { escapeMarkdown, inlineCode } from "../prose/markdown";
import { opensVariable } from "../variableSpans";
import { type VisibleVariable, variablesAt } from "../variablesAt";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Variables in scope, where a dollar sign opens one; undefined where none does. */
export function variableProposals(place: Place, { dockerfile }: Asked): Proposal[] | undefined {
  if (place.kind === "directive" || place.kind === "keyword" || place.kind === "flag") return undefined;
  const { text, instruction } = place;
  const open = /\$(\{?)(?:([A-Za-z_]\w*)([:#%/+?-]{0,2}))?$/.exec(text);
  if (open === null) return undefined;
  const [written, brace = "", name = "", modifier = ""] = open;
  if (modifier !== "" && brace === "") return undefined;
  const before = place.before.slice(0, place.before.length - written.length + 1);
  if (!isExpandedIn(place) || !opens(before, place, dockerfile)) return [];
  const variables = variablesAt(dockerfile, instruction);
  const nameStart = open.index + 1 + brace.length;
  const hasVariable = variables.some((one) => one.name === name);
  if (modifier !== "") return hasVariable ? forms(name, nameStart) : [];
  const plain = variables.map((variable) => named(variable, nameStart, brace === "" ? "" : "}"));
  return brace !== "" && hasVariable ? [...plain, ...forms(name, nameStart)] : plain;
}

type VariablePlace = Exclude<Place, { kind: "directive" | "keyword" | "flag" }>;

/** Whether anybody expands variables there: the builder, or the shell that an instruction starts. */
function isExpandedIn(place: VariablePlace): boolean {
  switch (place.kind) {
    case "heredoc":
      return place.heredoc.expandsVariables || place.keyword === "RUN";
    case "flagValue":
      return flagExpands(place);
    case "argument": {
      const { expandedBy } = instructionEntry(place.keyword) ?? {};
      if (expandedBy === "nobody") return false;
      return expandedBy !== "shell" || !place.isExec || isScriptOfShell(place.words);
    }
  }
}

/** https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/commands.go has what each flag expands. */
function flagExpands({ keyword, name, text }: FlagValuePlace): boolean {
  const kind = flagOf(keyword, name)?.value.kind ?? "";
  if (kind === "mount") return !/(?:^|,)from=[^,]*$/.test(text);
  return EXPANDED_FLAGS.has(kind);
}

const EXPANDED_FLAGS: ReadonlySet<string> = new Set(["platform", "owner", "fileMode", "checksum"]);

/** `["sh", "-c", "…"]`: of an exec form nothing else is expanded. */
function isScriptOfShell([program = "", ...options]: readonly string[]): boolean {
  const family = shellOfProgram(program)?.family;
  return (family === "posix" || family === "bash") && /^-\w*c\w*$/.test(options.at(-1) ?? "");
}

/** A file's text in a heredoc has no quotes; a shell's escape is the backslash whatever the builder's is. */
function opens(
  before: string,
  { kind, keyword }: VariablePlace,
  { escapeCharacter }: Asked["dockerfile"],
): boolean {
  const isShell = kind !== "flagValue" && instructionEntry(keyword)?.expandedBy === "shell";
  if (kind === "heredoc" && !isShell) return opensVariable(before.replace(/'/g, " "), escapeCharacter);
  return opensVariable(before, isShell ? "\\" : escapeCharacter);
}

function named(
  { name, definition, value, does }: VisibleVariable,
  from: number,
  closing: "" | "}",
): Proposal {
  return {
    label: name,
    kind: definition?.kind === "ENV" ? CompletionItemKind.Variable : CompletionItemKind.Constant,
    text: name + closing,
    filter: name,
    from,
    rest: /^\w*/,
    description: value === undefined ? undefined : shorten(value),
    detail: definition === undefined ? "From the builder" : `${definition.kind}, line ${lineOf(definition)}`,
    documentation: does ?? (value === undefined ? undefined : `Value: ${inlineCode(value)}`),
  };
}

function lineOf({ nameRange }: NonNullable<VisibleVariable["definition"]>): number {
  return nameRange.start.line + 1;
}

function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** `${name:-word}` and its like. */
function forms(name: string, from: number): Proposal[] {
  return variableModifiers.map(({ modifier, snippet, does, since }) => ({
    label: `${name}${modifier}…`,
    kind: CompletionItemKind.Operator,
    snippet: `${name}${snippet}}`,
    text: `${name}${modifier}`,
    filter: `${name}${modifier}`,
    from,
    rest: /^/,
    description: since && `syntax ${since}`,
    documentation: escapeMarkdown(does),
  }));
}
