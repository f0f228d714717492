import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Refactoring } from "../../../../server/src/features/refactorings/refactoring";
import { applyEdits } from "../../../../server/src/lint/applyEdits";
import type { Dockerfile } from "../../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../../server/src/model/parseDockerfile";
import { dockerfileContext, type World } from "../../../support/dockerfileContext";
import { readMarks } from "../../../support/markedText";

export interface RefactoringTable {
  /** `marked` has the selection between `[|` and `|]`. */
  offers(what: string, marked: string, after: string, world?: World): void;
  refuses(what: string, marked: string, world?: World): void;
}

/** Tests of one refactoring: text with a selection in, text out; and where it must not be offered. */
export function tableOf(refactoring: Refactoring): RefactoringTable {
  return {
    offers: (what, marked, after, world) =>
      test(what, () => {
        const { dockerfile, offers } = offersAt(refactoring, marked, world);
        assert.equal(offers.length, 1, "one offer");
        const [offer] = offers;
        assert.ok(offer && "edits" in offer);
        assert.equal(applyEdits(dockerfile, offer.edits), after);
        checkApart(dockerfile, offer.edits);
      }),
    refuses: (what, marked, world) =>
      test(`not: ${what}`, () => {
        const { offers } = offersAt(refactoring, marked, world);
        assert.deepEqual(
          offers.map(({ title }) => title),
          [],
        );
      }),
  };
}

/** The edit of another file that is offered, undefined where nothing is. */
export function workspaceEditAt(
  refactoring: Refactoring,
  marked: string,
  world: World,
): WorkspaceEdit | undefined {
  const [offer] = offersAt(refactoring, marked, world).offers;
  return offer && "edit" in offer ? offer.edit : undefined;
}

function offersAt(refactoring: Refactoring, marked: string, world?: World) {
  const { text, ranges } = readMarks(marked);
  const [range] = ranges;
  assert.ok(range, "the text marks a selection");
  const dockerfile = parseDockerfile(text);
  const selected = dockerfile.instructions.filter(
    ({ firstLine, lineCount }) => firstLine <= range.end.line && firstLine + lineCount > range.start.line,
  );
  const [instruction] = selected;
  assert.ok(instruction, "the selection touches an instruction");
  const { uri, outside, client } = dockerfileContext(world);
  const createsFiles = client?.createsFiles === true;
  return {
    dockerfile,
    offers: refactoring.offers({ dockerfile, range, instruction, selected, outside, uri, createsFiles }),
  };
}

function checkApart(dockerfile: Dockerfile, edits: readonly TextEdit[]): void {
  const places = edits
    .map(({ range }) => [dockerfile.offsetAt(range.start), dockerfile.offsetAt(range.end)] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [index, [start]] of places.entries())
    assert.ok(start >= (places[index - 1]?.[1] ?? 0), "edits overlap");
}
