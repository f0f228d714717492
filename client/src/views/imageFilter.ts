import { splitReference } from "../engine/reference";
import type { ImageSubject } from "../selection/subject";
import { type ImageArrangement, type ImageTrait, largeImage } from "./imageArrangement";

/** The test that an arrangement puts a row to. */
export function imageFilter({
  filter,
  only,
}: Pick<ImageArrangement, "filter" | "only">): (subject: ImageSubject) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return (subject) => only.every((trait) => traits[trait](subject)) && holdsAll(subject, words);
}

const traits: Readonly<Record<ImageTrait, (subject: ImageSubject) => boolean>> = {
  dangling: ({ reference }) => reference === undefined,
  unused: ({ image }) => image.containerIds.length === 0,
  large: ({ image }) => image.size > largeImage,
};

function holdsAll({ image, reference }: ImageSubject, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${reference === undefined ? "" : withTag(reference)} ${image.id}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A digest alone has no tag to look for, but the word `latest` finds what stands for it. */
function withTag(reference: string): string {
  const { tag, digest } = splitReference(reference);
  return tag === undefined && digest === undefined ? `${reference}:latest` : reference;
}
