import { CompletionItemKind } from "vscode-languageserver-types";
import { labelKey, ociLabels } from "../../grammar/ociLabels";
import { pairs } from "../../model/pairs";
import type { ArgumentPlace } from "../place/place";
import { inlineCode, paragraphs } from "../prose/markdown";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** The keys of the OCI specification and those that the person's label schema asks for; behind the equals sign an example. */
export function labelProposals({ text, behind, instruction }: ArgumentPlace, { file }: Asked): Proposal[] {
  const equals = text.indexOf("=");
  if (equals >= 0) return examples(text, equals);
  const hasValue = /^[^\s"'=]*=/.test(behind);
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
      ...(!hasValue && { snippet: `${key}="\${1:${escapeSnippet(example)}}"` }),
      text: `${key}=`,
      filter: key,
      rest: /^[^\s"'=]*/,
      detail: does,
      documentation: paragraphs(
        does,
        `For example ${inlineCode(example)}.`,
        documentation && `[Reference](${documentation})`,
      ),
    }));
}

/** Licences that most of the world's code is under. */
const LICENSES = [
  "MIT",
  "Apache-2.0",
  "BSD-3-Clause",
  "GPL-3.0-or-later",
  "MPL-2.0",
  "AGPL-3.0-or-later",
  "ISC",
];

function examples(text: string, equals: number): Proposal[] {
  const known = labelKey(text.slice(0, equals));
  if (known === undefined) return [];
  const quote = /^["']/.exec(text.slice(equals + 1))?.[0];
  const values = known.form === "spdx" ? LICENSES : [known.example];
  return values.map((value) => ({
    label: value,
    kind: CompletionItemKind.Value,
    text: quote === undefined ? `"${value}"` : value + quote,
    filter: value,
    from: equals + 1 + (quote?.length ?? 0),
    rest: /^[^"']*/,
    detail: known.does,
  }));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
