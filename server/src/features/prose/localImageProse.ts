import prettyBytes from "pretty-bytes";
import type { LocalImage } from "../../lint/outside";
import { inlineCode } from "./markdown";

/** What the engine tells of an image in its list, as one line. */
export function localImageProse({ size, created, digests, platform }: LocalImage): string {
  return [
    `On this engine: ${prettyBytes(size)}, created ${dayOf(created)}.`,
    platform && `Platform ${inlineCode(platform)}.`,
    digests[0] && `Digest ${inlineCode(digests[0].slice(digests[0].indexOf("@") + 1))}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** An engine may answer with any number; `toISOString` throws on those that are no date. */
export function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "at an unknown time" : date.toISOString().slice(0, 10);
}
