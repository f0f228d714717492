import type { Range } from "vscode-languageserver-types";
import type { Fix, Problem, Rule } from "../lint/rule";
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
    {
      text: "[|# drydock ignore=untaged-image|]\nFROM alpine\n",
      fixed: "# drydock ignore=untagged-image\nFROM alpine\n",
    },
    { text: "# drydock ignore=untagged-image\nFROM alpine\n" },
    { text: "# hadolint ignore=DL9999\nFROM alpine:3.22\n" },
  ],

  checkSuppressions(idle, report) {
    for (const one of idle) {
      const { suppression, names, isIdle } = one;
      if (isIdle) {
        const removal = fixOf("Remove the comment", suppression.removal, isMeant(one) ? "unsafe" : "safe");
        report({ range: suppression.range, message: wholeMessage(one), ...fixes(names, removal) });
        continue;
      }
      for (const name of names) {
        const place = placeOfName(suppression, name);
        const removal = fixOf(`Remove "${name.text}"`, place, name.why === "unknown" ? "unsafe" : "safe");
        report({ range: name.range, message: nameMessage(name), ...fixes([name], removal) });
      }
    }
  },
};

/** What is misspelt or misplaced was meant for something: taking it away without being asked would lose that. */
function isMeant({ suppression, names }: IdleSuppression): boolean {
  return suppression.void !== undefined || names.some(({ why }) => why === "unknown");
}

function fixOf(title: string, range: Range, safety: "safe" | "unsafe"): Fix {
  return { title, edits: [{ range, newText: "" }], ...(safety === "unsafe" && { unsafe: true }) };
}

/** The right spelling goes before the removal. */
function fixes(names: readonly IdleName[], removal: Fix): Pick<Problem, "fix" | "otherFixes"> {
  const [first, ...others] = names.flatMap(({ text, range, nearest }): Fix[] =>
    nearest
      ? [{ title: `Change "${text}" to "${nearest}"`, edits: [{ range, newText: nearest }], unsafe: true }]
      : [],
  );
  return first ? { fix: first, otherFixes: [...others, removal] } : { fix: removal };
}

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

/** With the comma that parted it from its neighbour. */
function placeOfName({ names }: Suppression, name: IdleName): Range {
  const index = names.findIndex(({ range }) => isSameStart(range, name.range));
  const before = names[index - 1];
  const after = names[index + 1];
  if (before) return { start: before.range.end, end: name.range.end };
  return { start: name.range.start, end: after?.range.start ?? name.range.end };
}

function isSameStart(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}
