import type { Comment, Dockerfile } from "../model/dockerfile";
import { instructionBelow } from "../model/instructionBelow";
import { oncePer } from "../model/oncePer";
import { looksLikeDirective } from "../model/parserDirectives";
import { type CheckDirective, readCheck } from "./checkDirective";

/** A `# check=skip=…` above an instruction, which reaches this instruction alone. */
export interface CheckComment {
  readonly check: CheckDirective;
  /** First and last line of the instruction; undefined where none is right below. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
  /** Another one above the same instruction has been read already. */
  readonly isRepeated: boolean;
}

/** Known to `docker/dockerfile` from 1.21 on, see https://github.com/moby/buildkit/pull/6334. */
export function checkComments(dockerfile: Dockerfile): CheckComment[] {
  const reached = new Set<number>();
  return dockerfile.comments.flatMap((comment): CheckComment[] => {
    const check = checkOf(comment);
    if (!check) return [];
    const below = instructionBelow(dockerfile, comment.range.start.line);
    if (!below) return [{ check, lines: undefined, isRepeated: false }];
    const { firstLine: first, lineCount } = below;
    const isRepeated = reached.has(first);
    reached.add(first);
    return [{ check, lines: { first, last: first + lineCount - 1 }, isRepeated }];
  });
}

const checkOf = oncePer((comment: Comment): CheckDirective | undefined => {
  const directive = looksLikeDirective(comment);
  return directive?.name === "check" ? readCheck(directive) : undefined;
});
