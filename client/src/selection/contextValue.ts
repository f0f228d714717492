import type { ContainerState } from "../engine/container";

/**
 * What a row says of itself to the editor's menus (`viewItem` in a `when` clause). Words joined by dots, from wide to
 * narrow, so that other extensions can match them too: `viewItem =~ /^image\.tagged\./`.
 */
export type ContextValue = ImageContextValue | ContainerContextValue | GroupContextValue;

export type ImageContextValue = `image.${"tagged" | "dangling"}.${"used" | "unused"}`;
export type ContainerContextValue = `container.${ContainerState}.${"published" | "unpublished"}`;
export type GroupContextValue =
  | "repository"
  | "dangling"
  | "registry"
  | "imageAge"
  | "imageUse"
  | "containerProject"
  | "containerImage"
  | "containerState"
  | "containerLabel";

export const imageRows: readonly ImageContextValue[] = [
  "image.tagged.used",
  "image.tagged.unused",
  "image.dangling.used",
  "image.dangling.unused",
];

export const taggedImageRows: readonly ImageContextValue[] = ["image.tagged.used", "image.tagged.unused"];

/** The rows of containers in any of these states. */
export function containerRows(...states: ContainerState[]): ContainerContextValue[] {
  return states.flatMap(
    (state) => [`container.${state}.published`, `container.${state}.unpublished`] as const,
  );
}

export const everyContainerRow: readonly ContainerContextValue[] = containerRows(
  "created",
  "running",
  "paused",
  "restarting",
  "removing",
  "exited",
  "dead",
);
