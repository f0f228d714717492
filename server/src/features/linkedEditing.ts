import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import type { Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Feature } from "./feature";
import { nameAt } from "./names/nameAt";

export const linkedEditingFeature: Feature = {
  capabilities: { linkedEditingRangeProvider: true },
  connect: (connection, serve) =>
    void connection.languages.onLinkedEditingRange(
      serve((dockerfile, { position }: LinkedEditingRangeParams) => linkedEditing(dockerfile, position)),
    ),
};

/** The places that change together while one of them is typed in. */
export function linkedEditing(dockerfile: Dockerfile, position: Position): LinkedEditingRanges | null {
  const found = nameAt(dockerfile, position);
  if (found === undefined || found.name.fixedBecause) return null;
  // The editor wants them to be equal, and a stage's name may be written in either case.
  const text = dockerfile.textOf(found.place.range);
  const ranges = found.name.places
    .map(({ range }) => range)
    .filter((range) => dockerfile.textOf(range) === text);
  if (ranges.length < 2) return null;
  return { ranges, wordPattern: found.name.kind === "stage" ? "[\\w.-]+" : "\\w+" };
}
