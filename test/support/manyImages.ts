import type { Image, ImageFacts } from "../../client/src/engine/image";
import { defaultArrangement, type ImageGrouping } from "../../client/src/views/imageArrangement";
import type { ImagesPicture } from "../../client/src/views/imagesPicture";

export interface ManyImages {
  readonly count: number;
  readonly groupBy: ImageGrouping;
  /** The place of one that a container was made from. */
  readonly used?: number;
}

const now = Date.UTC(2026, 0, 31);

/** As many images in a fifth as many repositories, each fifth one built on the one before. */
export function manyImages({ count, groupBy, used }: ManyImages): ImagesPicture {
  const images = Array.from({ length: count }, (_, index): Image => {
    const repository = Math.floor(index / 5);
    return {
      id: idOf(index),
      tags: [`${repository % 2 === 0 ? "" : "ghcr.io/"}team/app${repository}:${index % 5}`],
      digests: [],
      created: now - index * 3_600_000,
      size: 1_000_000 + index,
      labels: {},
      containerIds: index === used ? ["c1"] : [],
      parentId: undefined,
    };
  });
  const facts = new Map(
    images.map(({ id }, index): [string, ImageFacts] => [
      id,
      { operatingSystem: "linux", architecture: "amd64", variant: undefined, layers: layersOf(index) },
    ]),
  );
  return {
    images,
    arrangement: { ...defaultArrangement, groupBy },
    now,
    usage: undefined,
    hostPlatform: "linux/amd64",
    facts: (id) => facts.get(id),
    inspect: () => Promise.reject(new Error("Nobody asks.")),
  };
}

/** A repository's images share a base of twelve layers, and each has one layer more than the one before. */
function layersOf(index: number): readonly string[] {
  const base = Array.from({ length: 12 }, (_, layer) => `base${Math.floor(index / 5)}-${layer}`);
  return [...base, ...Array.from({ length: index % 5 }, (_, layer) => `own${layer}`)];
}

function idOf(index: number): string {
  return `sha256:${index.toString(16).padStart(64, "0")}`;
}
