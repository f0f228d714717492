import type { CodeActionParams } from "vscode-languageserver";
import type { CodeAction } from "vscode-languageserver-types";
import { withOwnLineBreaks } from "../../lint/applyEdits";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { DockerfileContext } from "../feature";
import { allRefactorings } from ".";
import type { Offer, Place } from "./refactoring";

/** Every refactoring that applies to what is selected. Empty where the client asks for other kinds only. */
export function refactorings(
  dockerfile: Dockerfile,
  { range, context: { only } }: Pick<CodeActionParams, "range" | "context">,
  { uri, outside, client }: DockerfileContext,
): CodeAction[] {
  const wanted = allRefactorings.filter(({ kind }) => isWanted(kind, only));
  const selected = wanted.length > 0 ? instructionsAt(dockerfile, range.start.line, range.end.line) : [];
  const [instruction] = selected;
  if (instruction === undefined) return [];
  const createsFiles = client?.createsFiles === true;
  const place: Place = { dockerfile, range, instruction, selected, outside, uri, createsFiles };
  return wanted.flatMap(({ kind, offers }) =>
    offers(place).map((offer) => ({ title: offer.title, kind, edit: editOf(offer, place) })),
  );
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === "" || wanted === kind || kind.startsWith(`${wanted}.`));
}

function instructionsAt(dockerfile: Dockerfile, first: number, last: number): Instruction[] {
  const found: Instruction[] = [];
  for (let line = first; line <= last; line++) {
    const instruction = dockerfile.instructionAt(line);
    if (instruction === undefined) continue;
    found.push(instruction);
    line = instruction.firstLine + instruction.lineCount - 1;
  }
  return found;
}

function editOf(offer: Offer, { dockerfile, uri }: Place): NonNullable<CodeAction["edit"]> {
  if ("edit" in offer) return offer.edit;
  return { changes: { [uri]: offer.edits.map((edit) => withOwnLineBreaks(dockerfile, edit)) } };
}
