import type { Position, Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Stage } from "../../model/stages";
import { type StageUse, stageUses } from "../../model/stageUses";
import { contains } from "../contains";
import { byPlace, type Name } from "./name";

/** The stage that is named at a position, where it is made or where it is used. */
export function stageNameAt(dockerfile: Dockerfile, position: Position): Name | undefined {
  const uses = stageUses(dockerfile);
  const stage =
    dockerfile.stages.find(({ nameRange }) => nameRange && contains(nameRange, position)) ??
    uses.find(({ range }) => contains(range, position))?.stage;
  return stage?.name === undefined ? undefined : nameOf(stage, stage.name, uses, dockerfile);
}

function nameOf(stage: Stage, text: string, uses: readonly StageUse[], dockerfile: Dockerfile): Name {
  const named = uses.flatMap((use) => {
    const range = use.stage === stage ? nameRange(use, text, dockerfile) : undefined;
    return range ? [{ range, role: "use" as const }] : [];
  });
  const definition = stage.nameRange ? [{ range: stage.nameRange, role: "definition" as const }] : [];
  return { kind: "stage", text, places: [...definition, ...named].sort(byPlace), fixedBecause: undefined };
}

/** Undefined where the use does not spell the name: an index, or a variable that stands for it. */
function nameRange({ range }: StageUse, name: string, dockerfile: Dockerfile): Range | undefined {
  const written = dockerfile.textOf(range);
  const quotes = /^["']/.test(written) ? 1 : 0;
  if (written.slice(quotes, written.length - quotes).toLowerCase() !== name.toLowerCase()) return undefined;
  const { start, end } = range;
  return {
    start: { line: start.line, character: start.character + quotes },
    end: { line: end.line, character: end.character - quotes },
  };
}
