import { EngineError } from "../../../client/src/engine/engineError";
import type { PruneResult, RemovedImages } from "../../../client/src/engine/image";
import { splitReference } from "../../../client/src/engine/reference";
import { containersOf, type EngineState, findImage, isRunning, type StoredImage, withTag } from "./state";

/** `docker rmi`: by tag it takes that tag away, and the image with its last one; by id it takes the image with all its tags. */
export function removeImage(state: EngineState, reference: string, how: "careful" | "forced"): RemovedImages {
  const image = findImage(state, reference);
  const tag = withTag(reference);
  if (image.tags.has(tag)) {
    if (image.tags.size > 1) return { untagged: untag(state, image, [tag]), deleted: [] };
    const users = containersOf(state, image);
    if (users.length > 0 && how === "careful")
      throw inUse(`unable to remove repository reference "${reference}" (must force)`);
    const untagged = untag(state, image, [tag]);
    return {
      untagged,
      deleted: users.some(isRunning) || hasChildren(state, image) ? [] : drop(state, image),
    };
  }
  const repositories = new Set([...image.tags].map((each) => splitReference(each).repository));
  if (repositories.size > 1 && how === "careful")
    throw inUse("unable to delete (must be forced) - image is referenced in multiple repositories");
  const users = containersOf(state, image);
  if (users.some(isRunning))
    throw inUse("unable to delete (cannot be forced) - image is being used by running container");
  if (users.length > 0 && how === "careful")
    throw inUse("unable to delete (must be forced) - image is being used by stopped container");
  if (hasChildren(state, image))
    throw inUse("unable to delete (cannot be forced) - image has dependent child images");
  return { untagged: untag(state, image, [...image.tags]), deleted: drop(state, image) };
}

export function pruneImages(
  state: EngineState,
  { which, olderThanMs = 0 }: { readonly which: "dangling" | "unused"; readonly olderThanMs?: number },
): PruneResult {
  const unused = [...state.images.values()].filter(
    (image) =>
      containersOf(state, image).length === 0 &&
      !hasChildren(state, image) &&
      (which === "unused" || image.tags.size === 0) &&
      image.created <= Date.now() - olderThanMs,
  );
  for (const image of unused) untag(state, image, [...image.tags]);
  return {
    removed: unused.flatMap((image) => drop(state, image)),
    reclaimed: unused.reduce((total, { size }) => total + size, 0),
  };
}

function inUse(message: string): EngineError {
  return new EngineError("conflict", `conflict: ${message}`);
}

function hasChildren({ images }: EngineState, { id }: StoredImage): boolean {
  return [...images.values()].some(({ parentId }) => parentId === id);
}

function untag(state: EngineState, image: StoredImage, tags: readonly string[]): string[] {
  for (const tag of tags) {
    image.tags.delete(tag);
    state.emit("image", "untag", image.id);
  }
  return [...tags];
}

function drop(state: EngineState, { id }: StoredImage): string[] {
  state.images.delete(id);
  state.emit("image", "delete", id);
  return [id];
}
