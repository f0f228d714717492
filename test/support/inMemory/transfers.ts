import { Readable } from "node:stream";
import type { ImagesApi } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import { changedByOption, emptyConfiguration } from "./imageConfiguration";
import { digestOf, openRegistry } from "./registries";
import { type EngineState, findImage, type StoredImage, withTag } from "./state";
import { storeImage } from "./storeImage";

type TransfersApi = Pick<ImagesApi, "pull" | "push" | "search" | "save" | "load" | "import">;

/** What moves images in and out. */
export function inMemoryTransfers(state: EngineState): TransfersApi {
  return {
    pull: (reference, { credential, onProgress, signal }) =>
      state.answer(() => {
        const { registry, repository, path } = openRegistry(state, withTag(reference), credential);
        const image = registry.images.get(path);
        if (image === undefined)
          throw new EngineError("not-found", `manifest for ${reference} not found: manifest unknown`);
        for (const layer of image.layers) {
          const name = layer.slice(7, 19);
          onProgress?.({ layer: name, status: "Downloading", current: image.size, total: image.size });
          onProgress?.({ layer: name, status: "Pull complete", current: undefined, total: undefined });
        }
        keep(state, image, [withTag(reference)], `${repository}@${digestOf(image)}`);
        state.emit("image", "pull", withTag(reference));
      }, signal),

    push: (reference, { credential, onProgress, signal }) =>
      state.answer(() => {
        const tag = withTag(reference);
        const image = findImage(state, tag);
        const { registry, repository, path } = openRegistry(state, tag, credential);
        for (const layer of image.layers) {
          const name = layer.slice(7, 19);
          onProgress?.({ layer: name, status: "Pushing", current: image.size, total: image.size });
          onProgress?.({ layer: name, status: "Pushed", current: undefined, total: undefined });
        }
        registry.images.set(path, image);
        image.digests.add(`${repository}@${digestOf(image)}`);
        state.emit("image", "push", tag);
        return digestOf(image);
      }, signal),

    search: (term, limit = 25) =>
      state.answer(() =>
        state.searchable.filter(({ repository }) => repository.includes(term)).slice(0, limit),
      ),

    save: (references, signal) =>
      state.answer(() => {
        const images = references.map((reference) => {
          const image = findImage(state, reference);
          const tags = image.tags.has(withTag(reference)) ? [withTag(reference)] : [];
          return { ...image, tags, digests: [] };
        });
        return Readable.from([Buffer.from(JSON.stringify(images))]);
      }, signal),

    load: (archive, signal) =>
      state.answer(async () => {
        const images = savedImages(await read(archive));
        return images.flatMap((image) => {
          keep(state, image, [...image.tags]);
          state.emit("image", "load", image.id);
          return image.tags.size > 0 ? [...image.tags] : [image.id];
        });
      }, signal),

    import: (archive, { reference, changes = [], message = "" }) =>
      state.answer(async () => {
        const { length } = await read(archive);
        const { id } = storeImage(state, {
          tags: new Set(reference === undefined ? [] : [withTag(reference)]),
          size: length,
          comment: message,
          configuration: changes.reduce(changedByOption, emptyConfiguration),
        });
        state.emit("image", "import", id);
        return id;
      }),
  };
}

/** Takes an image in under its own id, and moves the tags to it. */
function keep(state: EngineState, image: StoredImage, tags: readonly string[], digest?: string): void {
  const kept = state.images.get(image.id) ?? {
    ...image,
    tags: new Set<string>(),
    digests: new Set<string>(),
  };
  for (const other of state.images.values()) for (const tag of tags) other.tags.delete(tag);
  for (const tag of tags) kept.tags.add(tag);
  if (digest !== undefined) kept.digests.add(digest);
  state.images.set(kept.id, kept);
}

async function read(archive: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of archive) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw new EngineError("invalid-request", String(error), { cause: error });
  }
  return Buffer.concat(chunks);
}

function savedImages(archive: Buffer): StoredImage[] {
  try {
    const images = JSON.parse(archive.toString()) as (StoredImage & { tags: string[]; digests: string[] })[];
    return images.map((image) => ({ ...image, tags: new Set(image.tags), digests: new Set(image.digests) }));
  } catch (error) {
    throw new EngineError("engine-failed", "The archive holds no images.", { cause: error });
  }
}
