import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Fix, Rule } from "../lint/rule";
import type { IdleName, IdleSuppression } from "../lint/suppression";
import type { Suppression } from "../lint/suppressions";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  aliases: [],
  severity: "hint",
  category: "style",
  summary: "A comment silences a finding that is not there.",
  rationale:
    "The mistake was mended, or the name is misspelt. Left behind, the comment would hide the next mistake of the kind. It is reported only where the rule runs, so that a file may still say what other tools are to ignore.",
  tags: ["unnecessary"],
  examples: [
    {
      text: "[|# drydock ignore=latest-tag|]\nFROM alpine:3.22\n",
      fixed: "FROM alpine:3.22\n",
    },
    {
      text: "# drydock ignore=[|latest-tag|],untagged-image # we always want the newest\nFROM alpine\n",
      fixed: "# drydock ignore=untagged-image # we always want the newest\nFROM alpine\n",
    },
    { text: "# drydock ignore=untagged-image\nFROM alpine\n" },
    { text: "# hadolint ignore=DL9999\nFROM alpine:3.22\n" },
  ],

  checkSuppressions(idle, report) {
    for (const one of idle) {
      const { suppression, names, isIdle } = one;
      if (isIdle) {
        report({
          range: suppression.range,
          message: wholeMessage(one),
          fix: { title: "Remove the comment", edits: [{ range: suppression.removal, newText: "" }] },
          ...correction(one),
        });
        continue;
      }
      for (const name of names) {
        report({
          range: name.range,
          message: nameMessage(name),
          fix: { title: `Remove "${name.text}"`, edits: [removalOfName(suppression, name)] },
          ...(name.nearest && { otherFixes: [replacement(name, name.nearest)] }),
        });
      }
    }
  },
};

function wholeMessage({ suppression, names }: IdleSuppression): string {
  if (suppression.void) return `This comment silences nothing. ${suppression.void}`;
  const [name, ...others] = names;
  if (name && others.length === 0) return nameMessage(name);
  return "This comment silences nothing: none of these findings is here. Remove it.";
}

function nameMessage({ text, why, nearest }: IdleName): string {
  if (why === "silences nothing")
    return `"${text}" silences nothing: there is no such finding here. Remove it.`;
  return nearest
    ? `No rule is called "${text}". Did you mean "${nearest}"?`
    : `No rule is called "${text}". Look its name up in the list of rules, or remove it.`;
}

function correction({ names }: IdleSuppression): { otherFixes?: readonly Fix[] } {
  const fixes = names.flatMap((name) => (name.nearest ? [replacement(name, name.nearest)] : []));
  return fixes.length > 0 ? { otherFixes: fixes } : {};
}

function replacement({ text, range }: IdleName, nearest: string): Fix {
  return { title: `Change "${text}" to "${nearest}"`, edits: [{ range, newText: nearest }] };
}

/** With the comma that parted it from its neighbour. */
function removalOfName({ names }: Suppression, name: IdleName): TextEdit {
  const index = names.findIndex(({ range }) => isSameStart(range, name.range));
  const before = names[index - 1];
  const after = names[index + 1];
  if (before) return { range: { start: before.range.end, end: name.range.end }, newText: "" };
  return { range: { start: name.range.start, end: after?.range.start ?? name.range.end }, newText: "" };
}

function isSameStart(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}
