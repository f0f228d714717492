import type { Range, TextEdit } from "vscode-languageserver-types";
import type { ExecForm, ExecString, Instruction } from "../../model/instruction";
import { shellName } from "../../model/shellName";
import { shellOf } from "../../model/shellOf";
import { readableShells } from "../../model/shellWrappers";
import { isHalfOfCommand } from "./execForm";
import type { Refactoring } from "./refactoring";

/** Writes a JSON array as a command line, quoted so that the shell takes each string for a word. */
export const shellForm: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const { exec, keyword } = instruction;
    if (selected.length > 1 || !exec || !RUNS.has(keyword) || isHalfOfCommand(dockerfile, instruction))
      return [];
    const shell = shellOf(dockerfile, instruction);
    if (!readableShells.has(shellName(shell[0] ?? "") ?? "")) return [];
    const edits = asScript(instruction, exec, shell) ?? asWords(instruction, exec);
    return edits ? [{ title: "Write in shell form", edits }] : [];
  },
};

const RUNS: ReadonlySet<string> = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

/** `["/bin/sh", "-c", "…"]` names what shell form does by itself. */
function asScript(
  instruction: Instruction,
  { strings, range }: ExecForm,
  shell: readonly string[],
): TextEdit[] | undefined {
  const script = strings.at(-1)?.value;
  if (script === undefined || strings.length !== shell.length + 1 || hasCommentIn(instruction))
    return undefined;
  if (!shell.every((word, index) => isSame(strings[index]?.value, word, index))) return undefined;
  const isPlain = /^[\w./"'$(][^\n\r]*$/.test(script) && !/[\\`\s]$|<</.test(script);
  return isPlain ? [{ range, newText: script }] : undefined;
}

/** `sh` is found where `/bin/sh` is. */
function isSame(written: string | undefined, word: string, index: number): boolean {
  return written === word || (index === 0 && word === `/bin/${written}`);
}

function asWords(instruction: Instruction, exec: ExecForm): TextEdit[] | undefined {
  const { strings, range } = exec;
  const words = strings.map(({ value }, index) => quoted(value, index === 0 ? "name" : "word"));
  const last = strings.at(-1);
  if (last === undefined || words.includes(undefined)) return undefined;
  const isClosedBelow = last.range.end.line !== range.end.line;
  if (isClosedBelow && hasCommentIn(instruction)) return undefined;
  return [
    { range: openingOf(instruction, exec), newText: "" },
    ...strings.flatMap((string, index) => [
      { range: string.range, newText: words[index] ?? "" },
      ...commaBehind(instruction, string, strings[index + 1]),
    ]),
    { range: { start: last.range.end, end: range.end }, newText: "" },
  ];
}

/** The bracket with the blanks behind it; what stands on a line below stays there. */
function openingOf({ line }: Instruction, { strings }: ExecForm): Range {
  const first = strings[0]?.start ?? 0;
  const start = line.text.lastIndexOf("[", first);
  let end = start + 1;
  while (end < first && line.positionAt(end).line === line.positionAt(start).line) end++;
  return line.rangeOf(start, end);
}

function commaBehind({ line }: Instruction, string: ExecString, next: ExecString | undefined): TextEdit[] {
  if (next === undefined) return [];
  const comma = line.text.indexOf(",", string.end);
  const isBlankBehind = comma + 1 < next.start;
  return [{ range: line.rangeOf(comma, comma + 1), newText: isBlankBehind ? "" : " " }];
}

function hasCommentIn({ comments }: Instruction): boolean {
  return comments.length > 0;
}

/** Undefined for what a line of shell cannot hold, or not without being hard to read. */
function quoted(value: string, place: "name" | "word"): string | undefined {
  if (/[\n\r\0']/.test(value) || /[\\`]$/.test(value)) return undefined;
  const isBare = /^[\w@%+=:,./-]+$/.test(value) && (place === "word" || !/=|^-/.test(value));
  return isBare && !(place === "name" && RESERVED.has(value)) ? value : `'${value}'`;
}

const RESERVED: ReadonlySet<string> = new Set(
  "if then else elif fi do done case esac while until for in function select time coproc".split(" "),
);
