import { splitReference } from "../engine/reference";
import { type ImageSubject, shortId } from "../selection/subject";
import { humanAge, shortAge } from "./humanAge";
import { humanSize } from "./humanSize";
import type { ImageLineage } from "./imageLineage";
import { imageOrigin, originWords } from "./imageOrigin";
import { foreignPlatform } from "./imagePlatform";
import type { ImagesPicture } from "./imagesPicture";
import { imageTooltip } from "./imageTooltip";
import type { TreeNode } from "./treeNode";

export interface ImageRowOptions {
  readonly picture: ImagesPicture;
  /** Worked out when it is first asked for. */
  lineage(): ImageLineage;
  /** Below its repository's row a tag alone is enough, and the origin stands there. */
  readonly names: "tag" | "reference";
}

/** One tag of an image. */
export function imageRow(subject: ImageSubject, { picture, lineage, names }: ImageRowOptions): TreeNode {
  const { image, reference } = subject;
  const used = image.containerIds.length > 0;
  const id = shortId(image.id);
  const size = humanSize(image.size);
  const platform = foreignPlatform(picture.facts(image.id), picture.hostPlatform);
  const origin =
    reference === undefined ? undefined : imageOrigin(splitReference(reference).repository, [image]);
  const label = names === "tag" ? tagLabel(reference) : referenceLabel(reference);
  const facts = [
    size,
    shortAge(image.created, picture.now),
    ...(used ? ["in use"] : []),
    ...(platform === undefined ? [] : [platform]),
    ...(names === "reference" ? [origin ? originWords[origin].word : "dangling"] : []),
    // A narrow view cuts off the end, and of an id its beginning is enough.
    ...(label === undefined ? [] : [id]),
  ];
  return {
    id: `image:${reference ?? image.id}`,
    label: label ?? id,
    description: facts.join(" · "),
    icon: used ? { name: "circle-filled", color: "charts.blue" } : { name: "circle-outline" },
    contextValue: `image.${image.tags.length > 0 ? "tagged" : "dangling"}.${used ? "used" : "unused"}`,
    spoken: [
      `Image ${reference ?? `without a tag, id ${id}`}`,
      ...(origin ? [originWords[origin].word] : []),
      size,
      `created ${humanAge(image.created, picture.now)}`,
      used ? "in use" : "not in use",
      ...(platform === undefined ? [] : [`for ${platform}, which is not this engine's platform`]),
    ].join(", "),
    subject,
    tooltip: () => imageTooltip(subject, picture, lineage()),
  };
}

/** The tag, or the digest's first digits where the image was pulled by digest. */
function tagLabel(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const { tag, digest } = splitReference(reference);
  return tag ?? (digest === undefined ? "latest" : `@${shortId(digest)}`);
}

function referenceLabel(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const { repository, tag, digest } = splitReference(reference);
  return tag === undefined && digest !== undefined ? `${repository}@${shortId(digest)}` : reference;
}
