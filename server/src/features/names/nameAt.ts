import type { Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import { contains } from "../contains";
import type { Name, NamePlace } from "./name";
import { stageNameAt } from "./stageName";
import { variableNameAt } from "./variableName";

/** The stage or variable that is named at a position, and the place itself. */
export function nameAt(
  dockerfile: Dockerfile,
  position: Position,
): { name: Name; place: NamePlace } | undefined {
  const name = stageNameAt(dockerfile, position) ?? variableNameAt(dockerfile, position);
  const place = name?.places.find(({ range }) => contains(range, position));
  return name && place && { name, place };
}
