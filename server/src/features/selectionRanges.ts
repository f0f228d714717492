import type { SelectionRangeParams } from "vscode-languageserver";
import type { Position, Range, SelectionRange } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { pairs } from "../model/pairs";
import { calledCommands } from "./calledCommands";
import { contains, sameRange } from "./contains";
import type { Feature } from "./feature";

export const selectionRangesFeature: Feature = {
  capabilities: { selectionRangeProvider: true },
  connect: (connection, serve) =>
    void connection.onSelectionRanges(
      serve((dockerfile, { positions }: SelectionRangeParams) =>
        positions.map((position) => selectionRange(dockerfile, position)),
      ),
    ),
};

/** From the word to the whole file: each holds the one before. */
export function selectionRange(dockerfile: Dockerfile, position: Position): SelectionRange {
  const outwards = rangesAt(dockerfile, position)
    .filter((range) => contains(range, position))
    .map((range) => ({ range, size: dockerfile.offsetAt(range.end) - dockerfile.offsetAt(range.start) }))
    .sort((a, b) => b.size - a.size);
  let found: SelectionRange = { range: wholeOf(dockerfile) };
  for (const { range } of outwards) {
    // Those that only overlap, and those that say the same again, are left out.
    const isInside = contains(found.range, range.start) && contains(found.range, range.end);
    if (isInside && !sameRange(found.range, range)) found = { range, parent: found };
  }
  return found;
}

function wholeOf(dockerfile: Dockerfile): Range {
  return { start: { line: 0, character: 0 }, end: dockerfile.positionAt(dockerfile.text.length) };
}

function rangesAt(dockerfile: Dockerfile, position: Position): Range[] {
  const stage = dockerfile.stageAt(position.line);
  const instruction = dockerfile.instructionAt(position.line);
  const directive = dockerfile.directives[position.line];
  const comments = (instruction?.comments ?? dockerfile.comments).flatMap(({ range, textRange }) => [
    range,
    textRange,
  ]);
  return [
    ...(stage ? [stage.range] : []),
    ...(directive ? [directive.range, directive.nameRange, directive.valueRange] : []),
    ...comments.filter((range) => range.start.line === position.line),
    ...(instruction ? instructionRanges(instruction, dockerfile) : []),
  ];
}

function instructionRanges(instruction: Instruction, dockerfile: Dockerfile): Range[] {
  const { range, keywordRange, flags, words, exec, argumentRange, heredocs, trigger } = instruction;
  const found: (Range | undefined)[] = [
    range,
    keywordRange,
    argumentRange,
    ...flags.flatMap((flag) => [flag.range, flag.nameRange, flag.valueRange]),
    ...mountsOf(instruction).flatMap(({ options }) =>
      options.flatMap((one) => [one.range, one.keyRange, one.valueRange]),
    ),
    ...(exec ? [] : words).map((word) => word.range),
    ...pairs(instruction).flatMap((pair) => [pair.nameRange, pair.valueRange]),
    ...(exec
      ? [exec.range, ...exec.strings.flatMap((string) => [string.range, withoutQuotes(string.range)])]
      : []),
    ...heredocs.flatMap((heredoc) => [heredoc.bodyRange, heredoc.nameRange]),
    // The parts of an exec form are its strings.
    ...(exec ? [] : calledCommands(dockerfile, instruction)).flatMap((command) => [
      command.range,
      command.nameRange,
      ...command.words.map((word) => word.range),
    ]),
    ...variableRanges(instruction, dockerfile),
    ...(trigger ? instructionRanges(trigger, dockerfile) : []),
  ];
  return found.filter((one) => one !== undefined);
}

function variableRanges(instruction: Instruction, { variableUses }: Dockerfile): Range[] {
  return variableUses
    .filter((use) => use.instruction.firstLine === instruction.firstLine)
    .flatMap(({ range, nameRange }) => [range, nameRange]);
}

function withoutQuotes({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character + 1 },
    end: { line: end.line, character: end.character - 1 },
  };
}
