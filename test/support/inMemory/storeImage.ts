import { emptyConfiguration } from "./imageConfiguration";
import { type EngineState, newId, type StoredImage } from "./state";

/** Keeps a new image; a tag that it takes is another's no longer. */
export function storeImage(state: EngineState, parts: Partial<Omit<StoredImage, "id">> = {}): StoredImage {
  const id = `sha256:${newId()}`;
  const image: StoredImage = {
    id,
    tags: new Set(),
    digests: new Set(),
    // The engine counts an image's age in whole seconds.
    created: Math.floor(Date.now() / 1000) * 1000,
    size: 1000,
    parentId: undefined,
    author: "",
    comment: "",
    configuration: emptyConfiguration,
    layers: [`sha256:${newId()}`],
    history: [],
    architecture: "amd64",
    ...parts,
  };
  for (const other of state.images.values()) for (const tag of image.tags) other.tags.delete(tag);
  state.images.set(id, image);
  return image;
}
