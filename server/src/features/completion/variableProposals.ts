import { CompletionItemKind } from "vscode-languageserver";
import { instructionEntry } from "../../grammar/instructions";
import { variableModifiers } from "../../grammar/variableModifiers";
import type { Place } from "../place/place";
import { escapeMarkdown, inlineCode } from "../prose/markdown";
import { type VisibleVariable, variablesAt } from "../variablesAt";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Variables in scope, where a dollar sign opens one; undefined where none does. */
export function variableProposals(place: Place, { dockerfile, position }: Asked): Proposal[] | undefined {
  if (place.kind === "directive" || place.kind === "keyword" || place.kind === "flag") return undefined;
  const { text, instruction, keyword } = place;
  const open = /\$(\{?)(?:([A-Za-z_]\w*)([:#%/+?-]{0,2}))?$/.exec(text);
  if (open === null || isEscaped(text, open.index, dockerfile.escapeCharacter)) return undefined;
  const [, brace = "", name = "", modifier = ""] = open;
  if (modifier !== "" && brace === "") return undefined;
  if (instructionEntry(keyword)?.expandedBy === "nobody") return [];
  if (place.kind === "heredoc" && !place.heredoc.expandsVariables && keyword !== "RUN") return [];
  const variables = variablesAt(dockerfile, instruction);
  const isClosed = dockerfile.line(position.line)[position.character] === "}";
  const nameStart = open.index + 1 + brace.length;
  if (modifier !== "")
    return variables.some((one) => one.name === name) ? forms(name, nameStart, isClosed) : [];
  const plain = variables.map((variable) => named(variable, nameStart, brace !== "" && !isClosed));
  const isWhole = brace !== "" && variables.some((one) => one.name === name);
  return isWhole ? [...plain, ...forms(name, nameStart, isClosed)] : plain;
}

/** An odd number of escape characters before it makes the dollar sign a plain one. */
function isEscaped(text: string, at: number, escapeCharacter: string): boolean {
  let count = 0;
  while (text[at - 1 - count] === escapeCharacter) count++;
  return count % 2 === 1;
}

function named(
  { name, definition, value, does }: VisibleVariable,
  from: number,
  needsBrace: boolean,
): Proposal {
  return {
    label: name,
    kind: definition?.kind === "ENV" ? CompletionItemKind.Variable : CompletionItemKind.Constant,
    text: needsBrace ? `${name}}` : name,
    filter: name,
    from,
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
function forms(name: string, from: number, isClosed: boolean): Proposal[] {
  const brace = isClosed ? "" : "}";
  return variableModifiers.map(({ modifier, snippet, does, since }) => ({
    label: `${name}${modifier}…`,
    kind: CompletionItemKind.Operator,
    snippet: `${name}${snippet}${brace}`,
    text: `${name}${modifier}`,
    filter: `${name}${modifier}`,
    from,
    description: since && `syntax ${since}`,
    documentation: escapeMarkdown(does),
  }));
}
