import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import type { ShellScript } from "./shell";
import { shellScripts } from "./shellScripts";

/**
 * The edit that lets a RUN end with one more command, laid out as the lines before it. The command must hold no quotes
 * and backslashes. Undefined where there is no plain end to go on from.
 */
export function appendedCommand(
  dockerfile: Dockerfile,
  instruction: Instruction,
  shell: readonly string[],
  command: string,
): TextEdit | undefined {
  const [script] = shellScripts(instruction, shell);
  const end = script && endOf(script);
  if (script === undefined || end === undefined) return undefined;
  const place = script.rangeOf(end - 1, end).end;
  const range = { start: place, end: place };
  if (script.form === "heredoc") {
    const indentation = /^\s*/.exec(dockerfile.line(place.line))?.[0] ?? "";
    return { range, newText: `\n${indentation}${command}` };
  }
  if (instruction.heredocs.length > 0) return undefined;
  return { range, newText: separator(dockerfile, instruction, place.line) + command };
}

/** Behind the last command, where nothing follows it that would swallow or separate the next one. */
function endOf({ ast, text, commands }: ShellScript): number | undefined {
  const last = ast?.commands.at(-1);
  if (last === undefined || last.background || text.slice(last.end).trim() !== "") return undefined;
  const name = commands.at(-1)?.name;
  return name === "exit" || name === "exec" || last.command.type === "Function" ? undefined : last.end;
}

function separator(dockerfile: Dockerfile, instruction: Instruction, lastLine: number): string {
  const { escapeCharacter, argumentRange, exec } = instruction;
  const firstLine = argumentRange?.start.line ?? lastLine;
  if (exec !== undefined || firstLine === lastLine) return " && ";
  const lines: string[] = [];
  for (let line = firstLine; line <= lastLine; line++) lines.push(dockerfile.line(line));
  const lineBreak = ` ${escapeCharacter}\n`;
  const leading = lines.findLast((line) => /^\s*&&/.test(line));
  if (leading !== undefined) return `${lineBreak}${indentationOf(leading)}&& `;
  // `a && \` or `a; \`: the next line begins with the command.
  const ended = lines.findLastIndex((line) => /(?:&&|;)\s*.$/.test(line) && line.endsWith(escapeCharacter));
  const next = lines[ended + 1];
  if (ended < 0 || next === undefined) return `${lineBreak}${indentationOf(lines[1] ?? "")}&& `;
  const operator = /;\s*.$/.test(lines[ended] ?? "") ? ";" : " &&";
  return `${operator}${lineBreak}${indentationOf(next)}`;
}

function indentationOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}
