import type { ImagesApi } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import type {
  ExposedPort,
  HistoryEntry,
  Image,
  ImageDetails,
  ImagesUsage,
} from "../../../client/src/engine/image";
import { buildInMemory } from "./build";
import { emptyConfiguration } from "./imageConfiguration";
import { pruneImages, removeImage } from "./removeImage";
import { containersOf, type EngineState, findImage, type StoredImage, withTag } from "./state";
import { storeImage } from "./storeImage";
import { inMemoryTransfers } from "./transfers";

/** An image that is there from the start. */
export interface ImageSeed {
  /** None for a dangling image. */
  readonly tags?: readonly string[];
  readonly digests?: readonly string[];
  readonly created?: number;
  readonly size?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly exposedPorts?: readonly ExposedPort[];
  readonly command?: readonly string[];
  readonly environment?: readonly string[];
  readonly volumes?: readonly string[];
  readonly user?: string;
  readonly layers?: readonly string[];
  readonly history?: readonly HistoryEntry[];
  readonly architecture?: string;
}

export function seedImages(state: EngineState, seeds: readonly ImageSeed[]): void {
  for (const seed of seeds) {
    const { tags = [], digests = [], created, size, layers, history, architecture, ...configuration } = seed;
    storeImage(state, {
      tags: new Set(tags.map(withTag)),
      digests: new Set(digests),
      ...(created !== undefined && { created }),
      ...(size !== undefined && { size }),
      ...(layers !== undefined && { layers }),
      ...(history !== undefined && { history }),
      ...(architecture !== undefined && { architecture }),
      configuration: { ...emptyConfiguration, command: ["/bin/sh"], ...configuration },
    });
  }
}

export function inMemoryImages(state: EngineState): ImagesApi {
  return {
    ...inMemoryTransfers(state),

    list: () => state.answer(() => listed(state).map((image) => imageFrom(state, image))),

    inspect: (reference) => state.answer(() => detailsFrom(findImage(state, reference))),

    history: (reference) =>
      state.answer(() => {
        const { id, created, size, tags, comment, history } = findImage(state, reference);
        return [{ id, created, createdBy: "", size, comment, tags: [...tags] }, ...history];
      }),

    usage: () => state.answer(() => imagesUsage(state)),

    build: (options, listener, signal) => state.answer(() => buildInMemory(state, options, listener), signal),

    tag: (source, target) =>
      state.answer(() => {
        const image = findImage(state, source);
        if (!/^[a-z0-9][a-z0-9._/:-]*(?::[\w.-]+)?$/.test(target))
          throw new EngineError("invalid-request", `invalid reference format: ${target}`);
        const tag = withTag(target);
        for (const other of state.images.values()) other.tags.delete(tag);
        image.tags.add(tag);
        state.emit("image", "tag", image.id);
      }),

    remove: (reference, { force = false } = {}) =>
      state.answer(() => removeImage(state, reference, force ? "forced" : "careful")),

    prune: (options) => state.answer(() => pruneImages(state, options)),
  };
}

/** Images share what they share with their parents; a layer of its own is as large as the image is beyond those. */
function imagesUsage(state: EngineState): ImagesUsage {
  const images = [...state.images.values()];
  const parentSize = ({ parentId }: StoredImage) => state.images.get(parentId ?? "")?.size ?? 0;
  const own = (image: StoredImage) => image.size - parentSize(image);
  const bytes = (some: readonly StoredImage[]) => some.reduce((sum, image) => sum + own(image), 0);
  const parents = new Set(images.map(({ parentId }) => parentId));
  return {
    total: bytes(images),
    reclaimable: bytes(images.filter((image) => containersOf(state, image).length === 0)),
    shared: new Map(
      images.map((image) => [image.id, parents.has(image.id) ? image.size : parentSize(image)]),
    ),
  };
}

/** Without what is only a layer of another image. */
function listed({ images }: EngineState): StoredImage[] {
  const parents = new Set([...images.values()].map(({ parentId }) => parentId));
  return [...images.values()].filter(({ id, tags }) => tags.size > 0 || !parents.has(id));
}

function imageFrom(state: EngineState, image: StoredImage): Image {
  return {
    id: image.id,
    tags: [...image.tags],
    digests: [...image.digests],
    created: image.created,
    size: image.size,
    labels: image.configuration.labels,
    containerIds: containersOf(state, image).map(({ id }) => id),
    parentId: image.parentId,
  };
}

function detailsFrom(image: StoredImage): ImageDetails {
  const { id, tags, digests, created, size, parentId, author, comment, configuration } = image;
  const { layers, architecture } = image;
  const details = {
    id,
    tags: [...tags],
    digests: [...digests],
    created,
    size,
    parentId,
    author,
    comment,
    ...configuration,
    layers,
    architecture,
    operatingSystem: "linux",
    variant: undefined,
  };
  return { ...details, raw: structuredClone(details) };
}
