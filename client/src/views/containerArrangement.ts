/** How the Containers view shows what it shows. */
export interface ContainerArrangement {
  readonly groupBy: ContainerGrouping;
  /** The label whose values make the groups; only for grouping by label. */
  readonly label: string;
}

export const containerGroupings = ["project", "image", "state", "label", "none"] as const;
export type ContainerGrouping = (typeof containerGroupings)[number];

/** Without Compose projects this is a flat list, so it suits everybody at first. */
export const defaultContainerArrangement: ContainerArrangement = { groupBy: "project", label: "" };

/** What `JSON.stringify` made of an arrangement. Parts that are missing, or of another version, are the default's. */
export function readContainerArrangement(text: string | undefined): ContainerArrangement {
  let stored: Partial<Record<keyof ContainerArrangement, unknown>> = {};
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value === "object" && value !== null) stored = value;
  } catch {
    // What can't be read is as good as nothing: the view only looks as it did at first.
    return defaultContainerArrangement;
  }
  return {
    groupBy: containerGroupings.find((one) => one === stored.groupBy) ?? defaultContainerArrangement.groupBy,
    label: typeof stored.label === "string" ? stored.label : "",
  };
}
