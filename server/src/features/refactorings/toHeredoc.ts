import { parseSyntaxImage, syntaxFeatures, syntaxHas } from "../../grammar/syntaxVersions";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { ShellScript } from "../../model/shell";
import { type SyntaxNode, walkSyntax } from "../../model/shellSyntax";
import { indentationOf } from "../formatting/indentation";
import { scriptSpans } from "../formatting/scriptSpans";
import { andList, type ListItem } from "./andList";
import { posixScript } from "./posixScript";
import type { Refactoring } from "./refactoring";

/** Writes the commands that `&&` joins one below the other in a heredoc that stops at the first that fails. */
export const toHeredoc: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const script = posixScript(dockerfile, instruction, "shell");
    const items = script && andList(script);
    const { argumentRange, range } = instruction;
    if (selected.length > 1 || !script || !items || items.length < 2 || !argumentRange) return [];
    if (!hasHeredocs(dockerfile) || !items.every(isSimple)) return [];
    const lines = items.map((item, index) => {
      const text = linesOf(dockerfile, instruction, script, item);
      const comments = commentsBefore(dockerfile, instruction, script, items[index - 1], item);
      return text === undefined ? undefined : [...comments, text].join("\n");
    });
    if (lines.includes(undefined)) return [];
    const body = ["set -e", ...lines].join("\n");
    const name = ["EOF", "SCRIPT", "END_OF_SCRIPT"].find((word) => !body.split("\n").includes(word));
    if (name === undefined) return [];
    const newText = `<<${name}\n${body}\n${name}`;
    return [
      {
        title: "Write as a heredoc",
        edits: [{ range: { start: argumentRange.start, end: range.end }, newText }],
      },
    ];
  },
};

function hasHeredocs({ directives }: Dockerfile): boolean {
  const image = parseSyntaxImage(directives.find(({ name }) => name === "syntax")?.value ?? "");
  return image === undefined || syntaxHas(image, { since: syntaxFeatures.heredoc.since });
}

/** Commands and pipes alone: within groups, loops and conditions `set -e` stops where `&&` would have gone on. */
export function isSimple(item: SyntaxNode): boolean {
  let simple = true;
  walkSyntax(item, (node) => {
    if (NOT_SIMPLE.has(node.type)) simple = false;
    if (node.type === "Script" && node.commands.length > 1) simple = false;
  });
  return simple;
}

const NOT_SIMPLE: ReadonlySet<string> = new Set([
  ..."AndOr Negation Time If For Select While Case Function Coproc Subshell BraceGroup".split(" "),
  ...["ArithmeticFor", "HereDoc"],
]);

/** As it is written, line breaks too. Undefined where the shell would read a line break otherwise than the builder. */
function linesOf(
  dockerfile: Dockerfile,
  { comments, escapeCharacter }: Instruction,
  script: ShellScript,
  { pos, end }: ListItem,
): string | undefined {
  const { start, end: stop } = script.rangeOf(pos, end);
  if (start.line === stop.line) return dockerfile.textOf({ start, end: stop });
  if (escapeCharacter !== "\\") return undefined;
  if (comments.some(({ range }) => range.start.line > start.line && range.start.line < stop.line))
    return undefined;
  const spans = (scriptSpans(script) ?? [{ start: pos, end }]).filter(
    (span) => span.start < end && span.end > pos,
  );
  if (spans.some((span) => !isOnOneLine(script.rangeOf(span.start, span.end)))) return undefined;
  const margin = indentationOf(dockerfile.line(start.line)).length;
  const lines = dockerfile.textOf({ start, end: stop }).split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== "")
    .map((line, index) => (index === 0 ? line : dedented(line, margin)).replace(/\\[ \t]+$/, "\\"))
    .join("\n");
}

function isOnOneLine({ start, end }: { start: { line: number }; end: { line: number } }): boolean {
  return start.line === end.line;
}

function dedented(line: string, columns: number): string {
  return line.slice(Math.min(columns, indentationOf(line).length));
}

function commentsBefore(
  dockerfile: Dockerfile,
  { comments }: Instruction,
  script: ShellScript,
  before: ListItem | undefined,
  { pos, end }: ListItem,
): string[] {
  // What stands above the first stays there, in the instruction's head.
  if (before === undefined) return [];
  const first = script.rangeOf(before.pos, before.end).end.line;
  const last = script.rangeOf(pos, end).start.line;
  return comments
    .filter(({ range }) => range.start.line > first && range.start.line < last)
    .map(({ range }) => dockerfile.textOf(range).trimEnd());
}
