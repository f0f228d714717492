import type { Image, ImageFacts } from "../engine/image";

/** Which images are built on which, as far as both are on this engine. */
export interface ImageLineage {
  /** The nearest one below. Undefined for a base image, and where the layers are not known yet. */
  baseOf(id: string): Image | undefined;
  childrenOf(id: string): readonly Image[];
}

/**
 * Found by layers: an image that begins with all layers of another one was built on it. Linear in the number of layers,
 * which are kept as a tree whose paths are the images.
 */
export function imageLineage(
  images: readonly Image[],
  facts: (id: string) => ImageFacts | undefined,
): ImageLineage {
  const byId = new Map(images.map((image) => [image.id, image]));
  const root = newLayer();
  const paths = images.map((image) => {
    const path = pathOf(root, facts(image.id)?.layers ?? []);
    const top = path.at(-1);
    // Of several that differ only in their configuration the first to be built stands for all.
    if (top && (!top.image || image.created < top.image.created)) top.image = image;
    return { image, path };
  });

  const bases = new Map<string, Image>();
  const children = new Map<string, Image[]>();
  for (const { image, path } of paths) {
    const base = byId.get(image.parentId ?? "") ?? path.slice(0, -1).findLast((layer) => layer.image)?.image;
    if (!base) continue;
    bases.set(image.id, base);
    const siblings = children.get(base.id);
    if (siblings) siblings.push(image);
    else children.set(base.id, [image]);
  }
  return { baseOf: (id) => bases.get(id), childrenOf: (id) => children.get(id) ?? [] };
}

interface Layer {
  readonly above: Map<string, Layer>;
  /** The image that ends here. */
  image: Image | undefined;
}

function newLayer(): Layer {
  return { above: new Map(), image: undefined };
}

/** The image's layers from the lowest up, made where they are new. */
function pathOf(root: Layer, digests: readonly string[]): readonly Layer[] {
  let layer = root;
  return digests.map((digest) => {
    const known = layer.above.get(digest);
    if (known) layer = known;
    else {
      const added = newLayer();
      layer.above.set(digest, added);
      layer = added;
    }
    return layer;
  });
}
