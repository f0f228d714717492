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
    return { severity: "error", message: "A new name can't include a digest: the registry assigns it." };
  }
  if (tag !== undefined || digest !== undefined) return undefined;
  const meaning = `Without a tag this means ${repository}:latest.`;
  // What one names oneself is the newest under that name.
  const lesson = purpose === "to pull" ? " “latest” is only a tag, not always the newest version." : "";
  return { severity: "information", message: `${meaning}${lesson}` };
}
