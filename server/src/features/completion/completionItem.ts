import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver-types";
import type { DockerfileContext } from "../feature";
import type { Place } from "../place/place";
import type { Proposal } from "./proposal";

/** A proposal as LSP wants it; undefined where the editor cannot insert it there. `index` is its place in the list. */
export function completionItem(
  proposal: Proposal,
  place: Place,
  index: number,
  client: DockerfileContext["client"],
): CompletionItem | undefined {
  const { label, kind, snippet, description, detail, isDeprecated, continues, from = 0 } = proposal;
  const range = place.rangeFrom(from);
  const isSnippet = client?.expandsSnippets === true && snippet !== undefined;
  const written = isSnippet ? snippet : (proposal.text ?? (snippet === undefined ? label : undefined));
  if (range === undefined || written === undefined) return undefined;
  const rest = restOf(proposal, place, from);
  const newText = withoutWhatFollows(written, place.behind.slice(rest.length));
  return {
    label,
    kind,
    textEdit: textEdit(newText, range, rest.length, client),
    filterText: proposal.filter ?? written,
    sortText: String(index).padStart(5, "0"),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(description !== undefined && { labelDetails: { description } }),
    ...(detail !== undefined && { detail }),
    // The editor shows the detail above, so what says the same is left out.
    ...(proposal.documentation !== detail && documented(proposal.documentation)),
    ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(continues && client?.runsCommands && { command: askAgain }),
  };
}

/**
 * The rest of the word that the cursor stands in. Where nothing of it is written yet, the person is about to put another
 * word before it; only behind an equals sign, or a dollar sign, is there no place for two.
 */
function restOf({ rest }: Proposal, place: Place, from: number): string {
  const isBegun = place.text.length > from || from > 0 || place.kind === "flagValue";
  if (!isBegun) return "";
  return (rest ?? restOfWord(place)).exec(place.behind)?.[0] ?? "";
}

function restOfWord(place: Place): RegExp {
  switch (place.kind) {
    case "keyword":
      return /^\w*/;
    case "flag":
    case "heredoc":
      return /^[\w-]*/;
    case "directive":
    case "flagValue":
      return /^[^\s,;]*/;
    case "argument":
      return place.isExec ? /^[^"]*/ : /^[^\s"']*/;
  }
}

/** A blank, an equals sign or a closing bracket that stands there already is not put in once more. */
function withoutWhatFollows(text: string, following: string): string {
  const last = text.at(-1) ?? "";
  return " =}]\"'".includes(last) && following.startsWith(last) ? text.slice(0, -1) : text;
}

function textEdit(
  newText: string,
  range: Range,
  rest: number,
  client: DockerfileContext["client"],
): NonNullable<CompletionItem["textEdit"]> {
  const whole = { start: range.start, end: behind(range.end, rest) };
  return client?.insertsOrReplaces ? { newText, insert: range, replace: whole } : { newText, range: whole };
}

function behind({ line, character }: Position, length: number): Position {
  return { line, character: character + length };
}

function documented(documentation: Proposal["documentation"]): Partial<CompletionItem> {
  if (documentation === undefined) return {};
  if (typeof documentation !== "string") return { data: documentation };
  return { documentation: { kind: MarkupKind.Markdown, value: documentation } };
}

/** A command of VS Code's own, so it is sent only to the client that has Drydock's. */
const askAgain = { title: "Suggest", command: "editor.action.triggerSuggest" };
