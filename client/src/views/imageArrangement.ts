/** How the Images view shows what it shows. */
export interface ImageArrangement {
  readonly groupBy: ImageGrouping;
  readonly order: ImageOrder;
  /** Words that an image's name or id must hold, all of them, whatever their case. */
  readonly filter: string;
  /** An image must be all of these. */
  readonly only: readonly ImageTrait[];
}

export const imageGroupings = ["repository", "registry", "age", "use", "base", "none"] as const;
export type ImageGrouping = (typeof imageGroupings)[number];

export const imageOrders = ["name", "newest", "oldest", "largest", "smallest"] as const;
export type ImageOrder = (typeof imageOrders)[number];

export const imageTraits = ["dangling", "unused", "large"] as const;
export type ImageTrait = (typeof imageTraits)[number];

/** Bytes from which on an image counts as large. */
export const largeImage = 500e6;

export const defaultArrangement: ImageArrangement = {
  groupBy: "repository",
  order: "name",
  filter: "",
  only: [],
};

export function hidesImages({ filter, only }: ImageArrangement): boolean {
  return filter.trim() !== "" || only.length > 0;
}

/** What `JSON.stringify` made of an arrangement. Parts that are missing, or of another version, are the default's. */
export function readArrangement(text: string | undefined): ImageArrangement {
  let stored: Partial<Record<keyof ImageArrangement, unknown>> = {};
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value === "object" && value !== null) stored = value;
  } catch {
    // What can't be read is as good as nothing: the view only looks as it did at first.
    return defaultArrangement;
  }
  const only = Array.isArray(stored.only) ? stored.only : [];
  return {
    groupBy: imageGroupings.find((one) => one === stored.groupBy) ?? defaultArrangement.groupBy,
    order: imageOrders.find((one) => one === stored.order) ?? defaultArrangement.order,
    filter: typeof stored.filter === "string" ? stored.filter : "",
    only: imageTraits.filter((trait) => only.includes(trait)),
  };
}
