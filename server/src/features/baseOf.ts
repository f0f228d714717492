import { ancestors } from "../model/ancestors";
import type { Reference } from "../model/reference";
import type { Stage } from "../model/stages";

/** The image that a stage starts from in the end, through the stages between; undefined where it is not known. */
export function baseOf(stage: Stage | undefined): Reference | undefined {
  if (stage === undefined) return undefined;
  const root = [...ancestors(stage)].at(-1) ?? stage;
  return root.base?.reference;
}

/** `domain/path` of a reference, Docker Hub left out. */
export function repositoryOf({ domain, path }: Reference): string {
  return domain === undefined ? path : `${domain}/${path}`;
}
