import { skipBlanks } from "./blanks";
import { execSource } from "./execSource";
import type { Heredoc } from "./heredocs";
import { heredocText } from "./heredocText";
import type { Instruction } from "./instruction";
import { concatenated, type LogicalText, placedText } from "./logicalText";
import { once } from "./once";
import { oncePerShell } from "./oncePerShell";
import { readScript } from "./readScript";
import type { ShellScript } from "./shell";
import { shellName } from "./shellName";
import { movedSource, type ScriptSource, shellScript } from "./shellScript";
import { splitKeyword } from "./splitKeyword";

/**
 * What an instruction runs: RUN, CMD, ENTRYPOINT, HEALTHCHECK CMD, or ONBUILD with one of these; of any other nothing.
 * `shell` is the SHELL in effect, see shellOf. Read once for as long as the instruction's text stays the same.
 */
export const shellScripts = oncePerShell((instruction, shell): readonly ShellScript[] =>
  sourcesOf(instruction, shell).map(shellScript),
);

function sourcesOf({ atZero, firstLine }: Instruction, shell: readonly string[]): readonly ScriptSource[] {
  const sources = sourcesAtZero(atZero, shell);
  return firstLine === 0 ? sources : sources.map((source) => movedSource(source, firstLine));
}

const sourcesAtZero = oncePerShell((atZero, shell): readonly ScriptSource[] => readSources(atZero, shell));

function readSources(instruction: Instruction, shell: readonly string[]): ScriptSource[] {
  const { keyword, trigger, argument, exec, heredocs, line } = instruction;
  if (keyword === "ONBUILD") return trigger === undefined ? [] : readSources(trigger, shell);
  if (!RUNS.has(keyword)) return [];
  if (exec !== undefined) return [execSource(line, exec)].filter((source) => source !== undefined);
  const command = keyword === "HEALTHCHECK" ? healthCommand(argument) : argument;
  if (command === undefined || command.text === "") return [];
  const [only] = heredocs;
  if (heredocs.length === 0 || only === undefined) return [sourceFor(command, shell, "shell")];
  const isHeredocAlone = heredocs.length === 1 && sameRange(only, instruction);
  if (!isHeredocAlone) return [sourceFor(withBodies(command, heredocs), shell, "shell")];
  // The builder hands the body itself to the shell, or to the interpreter that its first line names.
  const body = heredocText(only);
  return [sourceFor(body, shebang(body.text) ?? shell, "heredoc")];
}

const RUNS = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

function sourceFor(
  logical: LogicalText,
  invocation: readonly string[],
  form: ShellScript["form"],
): ScriptSource {
  const shell = shellName(invocation[0] ?? "");
  return {
    shell,
    invocation,
    form,
    writing: "plain",
    logical,
    read: once(() => readScript(logical.text, shell)),
  };
}

function healthCommand(argument: LogicalText): LogicalText | undefined {
  const { keyword, keywordEnd } = splitKeyword(argument.text, 0);
  if (keyword !== "CMD") return undefined;
  return argument.slice(skipBlanks(argument.text, keywordEnd, argument.text.length), argument.text.length);
}

function sameRange({ markerRange }: Heredoc, { argumentRange }: Instruction): boolean {
  const { start, end } = markerRange;
  return (
    argumentRange?.start.line === start.line &&
    argumentRange.start.character === start.character &&
    argumentRange.end.line === end.line &&
    argumentRange.end.character === end.character
  );
}

/** The command line and its heredocs as one script again, as the builder gives them to the shell. */
function withBodies(command: LogicalText, heredocs: readonly Heredoc[]): LogicalText {
  const end = command.rangeOf(0, command.text.length).end;
  const parts: LogicalText[] = [command, placedText("\n", end)];
  for (const heredoc of heredocs) {
    const place = heredoc.endRange ?? { start: heredoc.bodyRange.end, end: heredoc.bodyRange.end };
    parts.push(heredocText(heredoc));
    if (heredoc.endRange !== undefined)
      parts.push(placedText(heredoc.name, place.start), placedText("\n", place.end));
  }
  return concatenated(parts.filter(({ text }) => text !== ""));
}

/** The interpreter and its options from a first line such as `#!/usr/bin/env -S bash -e`. */
function shebang(text: string): readonly string[] | undefined {
  const line = /^#!([^\n]*)/.exec(text)?.[1];
  const [program, ...options] = line?.trim().split(/\s+/) ?? [];
  if (program === undefined || program === "") return undefined;
  if (!/(?:^|\/)env$/.test(program)) return [program, ...options];
  const named = options.findIndex((option) => !/^-|=/.test(option));
  return named < 0 ? [program] : options.slice(named);
}
