import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { BuiltStep } from "../protocol";

/** What an instruction added to an image. */
export interface LayerSize {
  readonly instruction: Instruction;
  /** Bytes. */
  readonly size: number;
}

/**
 * Finds the instructions of the last stage, and of those it is built on, among the steps of an image. The text may have
 * changed since: a step counts only where its words are the same, or where it stands alone between two that are.
 */
export function layerSizes(dockerfile: Dockerfile, steps: readonly BuiltStep[]): LayerSize[] {
  const instructions = builtInstructions(dockerfile);
  const places = samePlaces(instructions, steps);
  fillGaps(instructions, steps, places);
  return instructions.flatMap((instruction, index) => {
    const size = steps[places[index] ?? -1]?.size ?? 0;
    return size > 0 ? [{ instruction, size }] : [];
  });
}

/** In the order in which they were built; FROM is no step of its own. */
function builtInstructions({ stages }: Dockerfile): readonly Instruction[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  return [last, ...ancestors(last)].toReversed().flatMap(({ instructions }) => instructions.slice(1));
}

type Places = (number | undefined)[];

/** From the end, since what the base image brought stands before. */
function samePlaces(instructions: readonly Instruction[], steps: readonly BuiltStep[]): Places {
  const places: Places = instructions.map(() => undefined);
  let end = steps.length;
  for (let index = instructions.length - 1; index >= 0; index--) {
    const instruction = instructions[index];
    let at = end - 1;
    while (at >= 0 && instruction && !isSame(instruction, steps[at]?.instruction ?? "")) at--;
    if (at < 0) continue;
    places[index] = at;
    end = at;
  }
  return places;
}

/** Builders put the shell in front, leave flags out, and write variables out, which only the plain text can be held against. */
function isSame({ keyword, argument }: Instruction, step: string): boolean {
  const text = flat(argument.text);
  if (!step.startsWith(`${keyword} `) || text === "") return false;
  return keyword === "RUN" ? step.endsWith(` ${text}`) : step === `${keyword} ${text}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** As many instructions as steps between two that are known, keyword by keyword the same: those are each other. */
function fillGaps(instructions: readonly Instruction[], steps: readonly BuiltStep[], places: Places): void {
  let index = 0;
  while (index < instructions.length) {
    if (places[index] !== undefined) {
      index++;
      continue;
    }
    const start = index;
    while (index < instructions.length && places[index] === undefined) index++;
    const before = start === 0 ? undefined : places[start - 1];
    const after = index === instructions.length ? steps.length : places[index];
    if (before === undefined || after === undefined || after - before - 1 !== index - start) continue;
    for (let at = start; at < index; at++) {
      const step = before + 1 + at - start;
      if (steps[step]?.instruction.split(" ", 1)[0] === instructions[at]?.keyword) places[at] = step;
    }
  }
}
