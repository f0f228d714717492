import type { Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { type Finding, findingOf } from "./finding";
import type { Problem, Program } from "./rule";
import type { ActiveRule } from "./settings";

/** What programs found, as findings of the rules that speak for them; what our own rules found too is told once. */
export function programFindings(
  active: readonly ActiveRule[],
  programs: Readonly<Partial<Record<Program, readonly Problem[]>>> | undefined,
  own: readonly Finding[],
  dockerfile: Dockerfile,
): Finding[] {
  if (!programs) return [];
  const instructionOf = ({ start }: Range) => dockerfile.instructionAt(start.line);
  const told = new Map<string, Range[]>();
  for (const { rule, problem } of own) {
    for (const name of problem.aliases ?? rule.aliases) {
      const places = told.get(name);
      if (places) places.push(problem.range);
      else told.set(name, [problem.range]);
    }
  }
  const unreadable = new Set((told.get("SC1072") ?? []).map(instructionOf));
  const isTold = ({ aliases = [], range }: Problem) =>
    aliases.some((name) => told.get(name)?.some((place) => overlaps(place, range))) ||
    // Of a script that it cannot read, ShellCheck tells the same in several ways and places.
    (aliases.some((name) => /^SC1\d{3}$/.test(name)) && unreadable.has(instructionOf(range)));
  return active.flatMap((one) => {
    const { rule } = one;
    if (!rule.program) return [];
    const isMistaken = (problem: Problem) => {
      const instruction = instructionOf(problem.range);
      return instruction !== undefined && rule.isMistaken?.(problem, dockerfile, instruction);
    };
    return (programs[rule.program] ?? [])
      .filter((problem) => !isTold(problem) && !isMistaken(problem))
      .map((problem) => findingOf(one, problem));
  });
}

function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

function isBefore(a: Range, b: Range): boolean {
  return a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character <= b.start.character);
}
