import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Comment, Dockerfile } from "../model/dockerfile";
import { instructionBelow } from "../model/instructionBelow";
import { looksLikeDirective } from "../model/parserDirectives";

export const misplacedDirective: Rule = {
  id: "misplaced-directive",
  aliases: [],
  severity: "warning",
  category: "syntax",
  summary: "A parser directive stands too late, where it is only a comment.",
  rationale:
    "Directives count at the very top alone. After the first blank line, comment or instruction the builder takes the line for a comment, without a word.",
  examples: [
    {
      text: "# My image\n[|# syntax=docker/dockerfile:1|]\nFROM alpine:3.22\n",
      fixed: "# syntax=docker/dockerfile:1\n# My image\nFROM alpine:3.22\n",
    },
    { text: "# syntax=docker/dockerfile:1\n# My image\nFROM alpine:3.22\n# check that a=1\n" },
    { text: "# My image\n# check=skip=StageNameCasing\n# and why\nFROM alpine:3.22 AS Build\n" },
    {
      text: "# My image\n[|# check=skip=StageNameCasing|]\n\nFROM alpine:3.22 AS Build\n",
      fixed: "# check=skip=StageNameCasing\n# My image\n\nFROM alpine:3.22 AS Build\n",
    },
    {
      text: "  [|# syntax=docker/dockerfile:1|]\nFROM alpine:3.22\n",
      fixed: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\n",
    },
    { text: "  # escape=`\nFROM alpine:3.22\n" },
    { text: "\n[|# escape=`|]\nFROM alpine:3.22\n", fixed: "# escape=`\n\nFROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    const given = new Set(dockerfile.directives.map(({ name }) => name));
    const top = { line: dockerfile.directives.length, character: 0 };
    for (const comment of dockerfile.comments) {
      // One far down is more likely a remark in an instruction's midst.
      if (!isAboveFirstInstruction(comment, dockerfile)) break;
      const directive = looksLikeDirective(comment);
      // A second one is said to be a duplicate.
      if (!directive || given.has(directive.name)) continue;
      // Right above an instruction, `check` speaks of that one: see checkComments.
      if (directive.name === "check" && instructionBelow(dockerfile, comment.range.start.line)) continue;
      // Read even behind blanks and others that are not: it is in effect.
      if (directive.name === "escape" && dockerfile.escapeCharacter === "`") continue;
      if (isIndentedAtTop(comment, dockerfile)) {
        report({
          range: directive.range,
          message: `Spaces before the # make "${directive.name}" a mere comment. Remove them.`,
          fix: { title: "Remove the spaces", edits: [{ range: indentOf(comment), newText: "" }] },
        });
        continue;
      }
      report({
        range: directive.range,
        message: `Here "${directive.name}" is only a comment, because directives count only at the very top. Move it to the first line.`,
        fix: { title: "Move it to the top", edits: move(comment.range, top, dockerfile) },
      });
    }
  },
};

/** It stands where it would count, were it not for its indentation. */
function isIndentedAtTop({ range: { start } }: Comment, { directives }: Dockerfile): boolean {
  return start.line === directives.length && start.character > 0;
}

function indentOf({ range: { start } }: Comment): Range {
  return { start: { line: start.line, character: 0 }, end: start };
}

function isAboveFirstInstruction({ range }: Comment, { instructions }: Dockerfile): boolean {
  const first = instructions[0];
  return !first || range.start.line < first.range.start.line;
}

function move(range: Range, top: Position, dockerfile: Dockerfile): TextEdit[] {
  const line = range.start.line;
  const whole = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return [
    { range: { start: top, end: top }, newText: `${dockerfile.textOf(range)}\n` },
    { range: whole, newText: "" },
  ];
}
