import { imageSubjects } from "../selection/subject";
import { humanSize } from "./humanSize";
import { hidesImages, type ImageTrait } from "./imageArrangement";
import { imageFilter } from "./imageFilter";
import type { ImagesPicture } from "./imagesPicture";

/** The counts beside the view's title. Bytes are told once the engine has: sizes added up would count layers twice. */
export function imagesSummary({ images, usage }: Pick<ImagesPicture, "images" | "usage">): string {
  if (images.length === 0) return "";
  const count = `${images.length} ${images.length === 1 ? "image" : "images"}`;
  if (!usage) return count;
  return `${count} · ${humanSize(usage.total)} · ${humanSize(usage.reclaimable)} reclaimable`;
}

/** Says above the rows that some are left out, and why. Empty where none are. */
export function filterNote({ images, arrangement }: Pick<ImagesPicture, "images" | "arrangement">): string {
  if (images.length === 0 || !hidesImages(arrangement)) return "";
  const passes = imageFilter(arrangement);
  const shown = images.filter((image) => imageSubjects(image).some(passes)).length;
  const filter = arrangement.filter.trim();
  const conditions = [
    ...(filter === "" ? [] : [`“${filter}”`]),
    ...arrangement.only.map((trait) => traitWords[trait]),
  ];
  return `${shown} of ${images.length} shown: ${conditions.join(", ")}`;
}

export const traitWords: Readonly<Record<ImageTrait, string>> = {
  dangling: "dangling",
  unused: "not in use",
  large: "larger than 500MB",
};
