import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { type PackageCommand, packageCommands } from "../../model/packageCommands";
import { type PackageManagerName, packageSyntax } from "../../model/packageSyntax";
import type { ShellWord } from "../../model/shell";
import { shellOf } from "../../model/shellOf";
import { contains } from "../contains";
import type { Refactoring } from "./refactoring";

/** Puts the packages that a command installs in order. A comment above one on a line of its own goes with it. */
export const sortPackages: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected, range }) {
    if (selected.length > 1) return [];
    const shell = shellOf(dockerfile, instruction);
    const all = (Object.keys(packageSyntax) as PackageManagerName[])
      .flatMap((manager) => packageCommands(instruction, shell, manager))
      .filter(({ action, command }) => INSTALLS.has(action ?? "") && command.node !== undefined);
    const pointed = all.filter(({ command }) => contains(command.range, range.start));
    return (pointed.length > 0 ? pointed : all).slice(0, 1).flatMap((command) => {
      const edits = sorted(dockerfile, instruction, command);
      return edits ? [{ title: `Sort the packages of ${command.manager}`, edits }] : [];
    });
  },
};

const INSTALLS: ReadonlySet<string> = new Set(["install", "add", "in", "i", "reinstall"]);

function sorted(
  dockerfile: Dockerfile,
  instruction: Instruction,
  { operands }: PackageCommand,
): TextEdit[] | undefined {
  const inOrder = operands.toSorted(byText);
  if (inOrder.every((word, index) => word === operands[index])) return undefined;
  if (operands.some(({ range: { start, end } }) => start.line !== end.line)) return undefined;
  const first = operands[0]?.range.start.line ?? 0;
  const last = operands.at(-1)?.range.end.line ?? 0;
  const comments = instruction.comments.map(({ range }) => range.start.line);
  const own = aloneOnLines(dockerfile, operands);
  const isAbove = (line: number) => own && comments.includes(line);
  if (!comments.some((line) => line < last && (line > first || (line === first - 1 && isAbove(line))))) {
    return operands.flatMap(({ range, text }, index) => {
      const newText = inOrder[index]?.text ?? text;
      return newText === text ? [] : [{ range, newText }];
    });
  }
  return own ? sortedLines(dockerfile, operands, inOrder, comments) : undefined;
}

function byText(a: ShellWord, b: ShellWord): number {
  const [one, other] = [a.text.toLowerCase(), b.text.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether each package has a line to itself, save for the escape character. */
function aloneOnLines(dockerfile: Dockerfile, operands: readonly ShellWord[]): boolean {
  return operands.every(({ range: { start, end } }) => {
    const line = dockerfile.line(start.line);
    const around = line.slice(0, start.character) + line.slice(end.character);
    return /^[ \t]*[\\`]?[ \t]*$/.test(around);
  });
}

/** Moves whole lines with the comments above them; what stands behind a word on its line stays with the place. */
function sortedLines(
  dockerfile: Dockerfile,
  operands: readonly ShellWord[],
  inOrder: readonly ShellWord[],
  comments: readonly number[],
): TextEdit[] | undefined {
  const above = new Map(operands.map((word) => [word, commentsAbove(word.range.start.line, comments)]));
  const taken = [...above.values()].reduce((sum, lines) => sum + lines.length, 0);
  const first = operands[0];
  const last = operands.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = first.range.start.line - (above.get(first)?.length ?? 0);
  const stop = last.range.end.line;
  // Options or blank lines among the packages have no place of their own in the new order.
  if (stop - start + 1 !== operands.length + taken) return undefined;
  const lines = inOrder.flatMap((word, index) => {
    const place = operands[index] ?? word;
    const behind = dockerfile.line(place.range.end.line).slice(place.range.end.character);
    const own = dockerfile.line(word.range.start.line).slice(0, word.range.end.character);
    return [...(above.get(word) ?? []).map((line) => dockerfile.line(line)), own + behind];
  });
  const end = { line: stop, character: dockerfile.line(stop).length };
  return [{ range: { start: { line: start, character: 0 }, end }, newText: lines.join("\n") }];
}

function commentsAbove(line: number, comments: readonly number[]): number[] {
  const found: number[] = [];
  for (let above = line - 1; comments.includes(above); above--) found.unshift(above);
  return found;
}
