import prettyBytes from "pretty-bytes";
import type { BuildContextFiles } from "../../lint/outside";
import type { FilesPort } from "../../ports";
import { inlineCode } from "../prose/markdown";
import { soon } from "../soon";
import { bytesOf } from "./matchedFiles";
import { unlistedContent } from "./unlistedContent";

/** How much some files are, for a pop-up. */
export interface Amount {
  /** `**3 files, 2 kB**`. */
  readonly text: string;
  /** What is not in these numbers, in a sentence. */
  readonly notCounted: string | undefined;
}

/** A person waits longer for a number that has to be counted; what takes longer still is there the next time. */
const PATIENCE_MS = 1000;

/** Of files, and of folders that no listing enters. */
export async function amountOf(
  files: readonly string[],
  unlisted: readonly string[],
  buildContext: BuildContextFiles,
  port: FilesPort | undefined,
): Promise<Amount> {
  const [bytes, content] = await Promise.all([
    soon(bytesOf(files, buildContext, port), PATIENCE_MS),
    unlisted.length === 0 ? undefined : soon(unlistedContent(unlisted, buildContext, port), PATIENCE_MS),
  ]);
  const count = files.length + (content?.files ?? 0);
  const isUncounted = unlisted.length > 0 && content === undefined;
  const folders = unlisted.slice(0, 3).map(inlineCode).join(", ");
  if (isUncounted && count === 0) return { text: `what lies in ${folders}`, notCounted: undefined };
  const size = bytes === undefined ? "" : `, ${prettyBytes(bytes + (content?.bytes ?? 0))}`;
  return {
    text: `**${count} file${count === 1 ? "" : "s"}${size}**`,
    notCounted: isUncounted ? `Besides what lies in ${folders}, which is not counted.` : undefined,
  };
}
