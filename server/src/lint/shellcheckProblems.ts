import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { writtenAs } from "../model/scriptWriting";
import type { Fix, Problem, Severity } from "./rule";
import type { ScriptToCheck } from "./shellcheckScripts";

/** What ShellCheck says of a place, as its format json1 has it: lines and columns from one, columns in code points. */
export interface ShellCheckComment extends ShellCheckSpan {
  readonly level: "error" | "warning" | "info" | "style";
  readonly code: number;
  readonly message: string;
  readonly fix: { readonly replacements: readonly ShellCheckReplacement[] } | null;
}

export interface ShellCheckSpan {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface ShellCheckReplacement extends ShellCheckSpan {
  readonly replacement: string;
  readonly insertionPoint: "beforeStart" | "afterEnd";
  readonly precedence: number;
}

/** What it says of a script, at the places of the Dockerfile. */
export function shellcheckProblems(
  dockerfile: Dockerfile,
  { script, source }: ScriptToCheck,
  comments: readonly ShellCheckComment[],
): Problem[] {
  const offsets = offsetsIn(source);
  return comments.flatMap((comment): Problem[] => {
    const span = offsets(comment);
    if (!span) return [];
    const fix = fixOf(comment, offsets, script, dockerfile);
    return [
      {
        range: script.rangeOf(span.start, span.end),
        message: sentence(comment.message),
        aliases: [`SC${comment.code}`],
        severity: severities[comment.level],
        ...(fix && { fix }),
      },
    ];
  });
}

const severities: Readonly<Record<ShellCheckComment["level"], Severity>> = {
  error: "error",
  warning: "warning",
  info: "information",
  style: "hint",
};

/** Some of its messages end in a word or a command that a full stop would seem a part of. */
function sentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

type OffsetsOf = (span: ShellCheckSpan) => { readonly start: number; readonly end: number } | undefined;

/** Offsets in the script, without the line that was put before it; undefined for a place on that line. */
function offsetsIn(source: string): OffsetsOf {
  const lines = source.split("\n");
  const starts: number[] = [];
  let at = -((lines[0]?.length ?? 0) + 1);
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const offset = (line: number, column: number) =>
    (starts[line - 1] ?? 0) + codeUnits(lines[line - 1] ?? "", column - 1);
  return ({ line, column, endLine, endColumn }) => {
    if (line < 2 || line > lines.length || endLine > lines.length) return undefined;
    const start = offset(line, column);
    return { start, end: Math.max(start, offset(endLine, endColumn)) };
  };
}

function codeUnits(line: string, codePoints: number): number {
  return /[\ud800-\udbff]/.test(line)
    ? Array.from(line).slice(0, codePoints).join("").length
    : Math.min(codePoints, line.length);
}

/**
 * Its fixes change what a script does where it relied on the fault, so they are offered one by one. A fix is left out
 * where the Dockerfile's own text does not stand in one piece as the script's does: it would take continuation lines away.
 */
function fixOf(
  { code, fix }: ShellCheckComment,
  offsets: OffsetsOf,
  script: ScriptToCheck["script"],
  dockerfile: Dockerfile,
): Fix | undefined {
  if (!fix || fix.replacements.length === 0) return undefined;
  const edits: TextEdit[] = [];
  for (const replacement of fix.replacements) {
    const span = offsets(replacement);
    const newText = writtenAs(script.writing, replacement.replacement);
    if (!span || newText === undefined || newText.includes("\n")) return undefined;
    const range = placeOf(span, replacement, script);
    if (dockerfile.textOf(range) !== script.text.slice(span.start, span.end)) return undefined;
    edits.push({ range, newText });
  }
  return { title: `Apply ShellCheck's fix for SC${code}`, edits, unsafe: true };
}

/** A closing quote belongs to what stands before it, which may end on a line above. */
function placeOf(
  { start, end }: { readonly start: number; readonly end: number },
  { insertionPoint }: ShellCheckReplacement,
  script: ScriptToCheck["script"],
): TextEdit["range"] {
  if (start < end || start === 0 || insertionPoint === "afterEnd") return script.rangeOf(start, end);
  const before = script.rangeOf(start - 1, start);
  return { start: before.end, end: before.end };
}
