import { skipBlanks } from "../../model/blanks";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { pairs } from "../../model/pairs";
import { shellOf } from "../../model/shellOf";
import { shellScripts } from "../../model/shellScripts";
import { splitKeyword } from "../../model/splitKeyword";
import { scriptSpans } from "./scriptSpans";
import type { Span } from "./span";

/** What of an instruction stays as it is written, in order; what lies between is layout. */
export interface InstructionSpans {
  /** Between neighbours of these on one line belongs one blank: keyword, flags, and words or the argument as a whole. */
  readonly parts: readonly Span[];
  /** Blanks within these mean something to the builder or the shell. */
  readonly solids: readonly Span[];
  /** Whether a shell reads it. */
  readonly isScript: boolean;
}

export function instructionSpans(dockerfile: Dockerfile, instruction: Instruction): InstructionSpans {
  return spansFrom(dockerfile, instruction, 0);
}

function spansFrom(dockerfile: Dockerfile, instruction: Instruction, offset: number): InstructionSpans {
  const { line, flags, words, trigger } = instruction;
  const { keywordStart, keywordEnd } = splitKeyword(line.text, offset);
  const head = [{ start: keywordStart, end: keywordEnd }, ...flags.map(({ start, end }) => ({ start, end }))];
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { parts: head, solids: head, isScript: false };
  const argument = trigger
    ? spansFrom(dockerfile, trigger, first.start)
    : argumentSpans(dockerfile, instruction, { start: first.start, end: last.end });
  return {
    parts: [...head, ...argument.parts],
    solids: [...head, ...argument.solids],
    isScript: argument.isScript,
  };
}

function argumentSpans(dockerfile: Dockerfile, instruction: Instruction, whole: Span): InstructionSpans {
  const { keyword, exec, line } = instruction;
  if (keyword === "HEALTHCHECK") {
    const { keywordEnd } = splitKeyword(line.text, whole.start);
    const command = { start: whole.start, end: Math.min(keywordEnd, whole.end) };
    if (!/^(?:CMD|NONE)$/i.test(line.text.slice(command.start, command.end))) return asWritten(whole);
    const rest = { start: skipBlanks(line.text, command.end, whole.end), end: whole.end };
    if (rest.start === rest.end) return asWritten(command);
    const { parts, solids, isScript } = commandSpans(dockerfile, instruction, rest);
    return { parts: [command, ...parts], solids: [command, ...solids], isScript };
  }
  if (exec !== undefined) return { parts: [whole], solids: exec.strings, isScript: false };
  switch (keyword) {
    case "RUN":
    case "CMD":
    case "ENTRYPOINT":
      return commandSpans(dockerfile, instruction, whole);
    case "FROM":
    case "COPY":
    case "ADD":
    case "EXPOSE":
    case "VOLUME":
    case "ARG":
      return wordSpans(instruction, whole);
    case "ENV":
    case "LABEL":
      return pairSpans(instruction, whole);
    default:
      // The builder takes it as one text, in which every blank counts.
      return asWritten(whole);
  }
}

function commandSpans(dockerfile: Dockerfile, instruction: Instruction, argument: Span): InstructionSpans {
  const { exec, heredocs, words } = instruction;
  if (exec !== undefined) return { parts: [argument], solids: exec.strings, isScript: false };
  const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
  if (script?.form === "heredoc") return { parts: [argument], solids: words, isScript: false };
  const found = script && scriptSpans(script);
  if (found === undefined || (heredocs.length > 0 && script?.form !== "shell")) return asWritten(argument);
  const solids = found
    .filter(({ start }) => argument.start + start < argument.end)
    .map(({ start, end }) => ({
      start: argument.start + start,
      end: Math.min(argument.start + end, argument.end),
    }));
  return { parts: [argument], solids, isScript: true };
}

function wordSpans({ words }: Instruction, argument: Span): InstructionSpans {
  // A quote that is torn apart says that the author meant something else.
  if (words.some(({ unclosedQuote }) => unclosedQuote !== undefined)) return asWritten(argument);
  return { parts: words, solids: words, isScript: false };
}

function pairSpans(instruction: Instruction, argument: Span): InstructionSpans {
  const [only] = pairs(instruction);
  if (only?.separator !== "blank" || only.valueStart === undefined) return wordSpans(instruction, argument);
  const name = instruction.words[0] ?? argument;
  const spans = [name, { start: only.valueStart, end: only.end }];
  return { parts: spans, solids: spans, isScript: false };
}

function asWritten(argument: Span): InstructionSpans {
  return { parts: [argument], solids: [argument], isScript: false };
}
