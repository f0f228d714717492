import type { Image, ImagesUsage } from "../../engine/image";
import { humanSize } from "../../views/humanSize";

/**
 * How much removing these images frees, in words. Layers that they share go only with the last image that has them,
 * and the engine does not tell who shares with whom: so it lies between what each has alone and all of it.
 */
export function freedWords(images: readonly Image[], usage: ImagesUsage | undefined): string {
  // Nothing can free more than all layers together.
  const most = Math.min(sum(images.map(({ size }) => size)), usage?.total ?? Number.POSITIVE_INFINITY);
  const known = images.every(({ id }) => usage?.shared.has(id));
  if (!known) return `up to ${humanSize(most)}`;
  const least = sum(images.map(({ id, size }) => Math.max(0, size - (usage?.shared.get(id) ?? 0))));
  const [from, to] = [humanSize(least), humanSize(most)];
  return from === to ? from : `${from} to ${to}, depending on the layers that they share with others`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
