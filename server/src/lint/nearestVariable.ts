import { distance } from "fastest-levenshtein";
import { definitionsByStage } from "../model/definitionsBy";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import { nearestName, slipOf } from "./nearestName";

/** The variable of a stage, or of those that it is built on, whose name is most like this one; undefined where none is near. */
export function nearestVariable(
  name: string,
  stage: Stage | undefined,
  dockerfile: Dockerfile,
): string | undefined {
  if (name.length < 3) return undefined;
  const names: string[] = [];
  let at = stage;
  for (let looked = 0; looked < MOST && names.length < MOST; looked++) {
    for (const definition of definitionsByStage(dockerfile, at)) names.push(definition.name);
    at = at?.base?.stage;
    if (!at) break;
  }
  const otherCase = names.find((each) => each !== name && each.toLowerCase() === name.toLowerCase());
  if (otherCase !== undefined) return otherCase;
  const nearest = nearestName(name, names.slice(0, MOST), slipOf(name));
  // `A1` and `A2` are two things.
  return nearest !== undefined && name.replace(/\d+/g, "") !== nearest.replace(/\d+/g, "")
    ? nearest
    : undefined;
}

/** A letter too many, too few, wrong or in the other case, or letters in the wrong order: surely the same word, even where others may exist. */
export function isSlip(name: string, nearest: string): boolean {
  return (
    name.toLowerCase() === nearest.toLowerCase() ||
    distance(name, nearest) <= 1 ||
    [...name].sort().join() === [...nearest].sort().join()
  );
}

/** A file with more of them is made by a program, which does not misspell any. */
const MOST = 100;
