import { CompletionItemKind } from "vscode-languageserver-types";
import { type Directive, directive, directives } from "../../grammar/directives";
import { isBuilderCheck } from "../../lint/isBuilderCheck";
import { rules } from "../../rules";
import type { DirectivePlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Whole directives, or the values of the one that is being written. */
export function directiveProposals({ text }: DirectivePlace, { dockerfile, position }: Asked): Proposal[] {
  const begun = /^#\s*(\w+)\s*=\s*/.exec(text);
  const entry = directive(begun?.[1] ?? "");
  if (begun) return entry ? values(entry, text, begun[0].length) : [];
  if (!/^(?:#\s*\w*)?$/.test(text)) return [];
  // A second one of the same name ends the directives, so it is none.
  const given = dockerfile.directives.filter(({ range }) => range.start.line !== position.line);
  return directives
    .filter(({ name }) => !given.some((other) => other.name === name))
    .flatMap((entry) =>
      entry.values.filter(isWholeValue).map(({ value, does }) => whole(entry, value, does)),
    );
}

function isWholeValue({ value }: { readonly value: string }): boolean {
  return !value.endsWith("=");
}

function whole({ name }: Directive, value: string, does: string): Proposal {
  return {
    label: `# ${name}=${value}`,
    kind: CompletionItemKind.Property,
    filter: `# ${name}=${value}`,
    detail: does,
    documentation: { of: "directive", name },
  };
}

function values(entry: Directive, text: string, start: number): Proposal[] {
  const written = text.slice(start);
  const list =
    entry.name === "check" ? /(?:^|;)\s*(?:skip|experimental)=(?:[^;]*,)?\s*(?=[^;,]*$)/.exec(written) : null;
  if (list) return checks(start + list.index + list[0].length, written);
  const part = entry.name === "check" ? written.lastIndexOf(";") + 1 : 0;
  return entry.values.map(({ value, does }) => ({
    label: value,
    kind: CompletionItemKind.Value,
    from: start + part,
    detail: does,
    documentation: { of: "directive", name: entry.name },
    continues: value.endsWith("="),
  }));
}

/** The builder's own checks by the names it has for them, less those that are written already. */
function checks(from: number, written: string): Proposal[] {
  const given = new Set(written.split(/[=,;\s]+/).slice(0, -1));
  return [
    { label: "all", kind: CompletionItemKind.Value, from, detail: "Every check." },
    ...rules.flatMap((rule) =>
      rule.aliases
        .filter((alias) => isBuilderCheck(rule, [alias]) && /^[A-Z][a-z]/.test(alias) && !given.has(alias))
        .map((alias) => ({ label: alias, kind: CompletionItemKind.EnumMember, from, detail: rule.summary })),
    ),
  ];
}
