import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { ShellScript } from "../../model/shell";
import { shellKey } from "../../model/shellKey";
import { shellOf } from "../../model/shellOf";
import { indentationOf, indentationWith } from "../formatting/indentation";
import { prevailingIndent } from "../formatting/prevailingIndent";
import { scriptSpans } from "../formatting/scriptSpans";
import { looksLikeExecForm } from "./looksLikeExecForm";
import { posixScript } from "./posixScript";
import type { Refactoring } from "./refactoring";
import { isSimple } from "./toHeredoc";

/** Writes the commands of a heredoc as one list, joined as they depend on each other. */
export const fromHeredoc: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const script = posixScript(dockerfile, instruction, "heredoc");
    if (selected.length > 1 || !script || instruction.escapeCharacter !== "\\") return [];
    // A shebang may name another interpreter than the one that a list would go to.
    if (shellKey(script.invocation) !== shellKey(shellOf(dockerfile, instruction))) return [];
    if (instruction.comments.length > 0 || !instruction.heredocs[0]?.endRange) return [];
    const statements = statementsOf(script);
    const list = statements && listOf(script, statements);
    const { argumentRange, range } = instruction;
    if (!list || !argumentRange || looksLikeExecForm(list.lines[0]?.text ?? "")) return [];
    const newText = written(dockerfile, instruction, list);
    return [
      {
        title: list.operator === "&&" ? 'Write with "&&"' : 'Write with ";"',
        edits: [{ range: { start: argumentRange.start, end: range.end }, newText }],
      },
    ];
  },
};

interface Line {
  /** Comments above it. */
  readonly comments: readonly string[];
  readonly text: string;
}

interface List {
  readonly operator: "&&" | ";";
  readonly lines: readonly Line[];
}

/** Undefined where a statement cannot stand in a list on continuation lines. */
function statementsOf(script: ShellScript): Line[] | undefined {
  const { ast, text } = script;
  const spans = scriptSpans(script);
  if (ast === undefined || spans === undefined) return undefined;
  if (spans.some(({ start, end }) => text.slice(start, end).includes("\n"))) return undefined;
  const lines: Line[] = [];
  let at = 0;
  for (const { pos, end, background } of ast.commands) {
    const own = text.slice(pos, end);
    // Only a backslash may end a line within it.
    if (background || /(?<!\\)\n/.test(own) || /<<|[\\;&]$/.test(own)) return undefined;
    const between = text
      .slice(at, pos)
      .split("\n")
      .map((line) => line.trim());
    const [rest = "", ...comments] = lines.length === 0 ? ["", ...between] : between;
    if (!/^;?$/.test(rest) || comments.some((line) => !/^(?:#.*)?$/.test(line))) return undefined;
    lines.push({ comments: comments.filter((line) => line !== ""), text: own });
    at = end;
  }
  const rest = text.slice(at).trim();
  return lines.length > 1 && (rest === "" || rest === ";") ? lines : undefined;
}

/** With `set -e` alone, each depends on the one before; else the shell goes on as it would have. */
function listOf({ ast }: ShellScript, lines: readonly Line[]): List | undefined {
  const [first, second, ...others] = lines;
  if (first?.text !== "set -e") return { operator: ";", lines };
  if (second === undefined || ast?.commands.slice(1).some((statement) => !isSimple(statement)))
    return undefined;
  return {
    operator: "&&",
    lines: [{ ...second, comments: [...first.comments, ...second.comments] }, ...others],
  };
}

function written(dockerfile: Dockerfile, { keywordRange, escapeCharacter }: Instruction, list: List): string {
  const step = prevailingIndent(dockerfile);
  const indentation =
    indentationOf(dockerfile.line(keywordRange.start.line)) + indentationWith(step.width, step);
  const [first, ...others] = list.lines;
  if (first === undefined) return "";
  const behind = list.operator === ";" ? ";" : "";
  const before = list.operator === "&&" ? "&& " : "";
  const comments = (line: Line) => line.comments.map((comment) => `${indentation}${comment}\n`).join("");
  const lead = first.comments.length > 0 ? `${escapeCharacter}\n${comments(first)}${indentation}` : "";
  const rest = others.map((line) => {
    const own = line.text.replace(/\n[ \t]*(?=\S)/g, (blanks) => `\n${indentation}${blanks.slice(1)}`);
    return `${behind} ${escapeCharacter}\n${comments(line)}${indentation}${before}${own}`;
  });
  return lead + first.text + rest.join("");
}
