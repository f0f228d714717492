import { referenceProblem, splitReference } from "../../engine/reference";
import type { Verdict } from "../../ui/ui";

/** What a reference is typed for: a digest can be pulled, but not given. */
export type ReferencePurpose = "to pull" | "to name an image";

/** Judges a reference while it is typed. Tells that no tag means `latest`. */
export function checkReference(text: string, purpose: ReferencePurpose): Verdict | undefined {
  const value = text.trim();
  const problem = referenceProblem(value);
  if (problem !== undefined) return { severity: "error", message: problem };
  const { repository, tag, digest } = splitReference(value);
  if (digest !== undefined && purpose === "to name an image") {
    return { severity: "error", message: "A new name can't have a digest: the registry gives it." };
  }
  if (tag !== undefined || digest !== undefined) return undefined;
  return {
    severity: "information",
    message: `Without a tag this means ${repository}:latest. “latest” is only a name: nothing makes it the newest.`,
  };
}
