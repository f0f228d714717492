import { CompletionItemKind } from "vscode-languageserver";
import { labelKey, ociLabels } from "../../grammar/ociLabels";
import { pairs } from "../../model/pairs";
import type { ArgumentPlace } from "../place/place";
import { inlineCode, paragraphs } from "../prose/markdown";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** The keys of the OCI specification and those that the person's label schema asks for; behind the equals sign an example. */
export function labelProposals({ text, instruction }: ArgumentPlace, { file }: Asked): Proposal[] {
  const equals = text.indexOf("=");
  if (equals >= 0) return examples(text.slice(0, equals), equals + 1);
  const given = new Set(pairs(instruction).map(({ name }) => name));
  given.delete(text);
  const wanted = Object.entries(file.settings.lint.labelSchema).map(([key, form]) => ({
    key,
    example: form,
    does: "The label schema asks for it.",
    documentation: undefined,
  }));
  return [...wanted, ...ociLabels]
    .filter(({ key }) => !given.has(key))
    .map(({ key, example, does, documentation }) => ({
      label: key,
      kind: CompletionItemKind.Property,
      snippet: `${key}="\${1:${escapeSnippet(example)}}"`,
      text: `${key}=`,
      filter: key,
      detail: does,
      documentation: paragraphs(
        does,
        `For example ${inlineCode(example)}.`,
        documentation && `[Reference](${documentation})`,
      ),
    }));
}

function examples(key: string, from: number): Proposal[] {
  const known = labelKey(key);
  if (known === undefined) return [];
  return [{ label: `"${known.example}"`, kind: CompletionItemKind.Value, from, detail: known.does }];
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
