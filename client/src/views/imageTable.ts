import { splitReference } from "../engine/reference";
import { imageSubjects, nameOfImage, shortId } from "../selection/subject";
import type { ImagesPicture } from "./imagesPicture";

/** One line of `docker images`, with what `docker system df` adds. Plain data: it travels into the webview. */
export interface ImageTableRow {
  /** What the engine is to be called with for it; no other row has the same. */
  readonly key: string;
  /** Empty for a dangling image, as the tag is. */
  readonly repository: string;
  readonly tag: string;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Bytes. */
  readonly size: number;
  /** Bytes; undefined where the engine does not tell. */
  readonly shared: number | undefined;
  readonly unique: number | undefined;
  readonly containers: number;
}

/** What the table's page and Drydock say to each other. */
export type TableContent = { readonly type: "rows"; readonly rows: readonly ImageTableRow[] };
export type TableRequest =
  | { readonly type: "ready" }
  | { readonly type: "run"; readonly action: TableAction; readonly keys: readonly string[] };

export const tableActions = ["remove", "save", "checkForUpdates", "copy"] as const;
export type TableAction = (typeof tableActions)[number];

export type TableColumn = Exclude<keyof ImageTableRow, "key">;

export interface TableOrder {
  readonly column: TableColumn;
  readonly direction: "ascending" | "descending";
}

export function imageTableRows({ images, usage }: Pick<ImagesPicture, "images" | "usage">): ImageTableRow[] {
  return images.flatMap(imageSubjects).map((subject) => {
    const { image, reference = "" } = subject;
    const { repository, tag, digest } = splitReference(reference);
    const shared = usage?.shared.get(image.id);
    return {
      key: nameOfImage(subject),
      repository,
      tag: tag ?? (digest === undefined ? "" : `@${shortId(digest)}`),
      id: shortId(image.id),
      created: image.created,
      size: image.size,
      shared,
      unique: shared === undefined ? undefined : Math.max(0, image.size - shared),
      containers: image.containerIds.length,
    };
  });
}

/** Sorted anew; what is not known comes last, whatever the direction. */
export function sortedRows(
  rows: readonly ImageTableRow[],
  { column, direction }: TableOrder,
): ImageTableRow[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (a !== b) return a < b ? -sign : sign;
    return one.key < other.key ? -1 : Number(one.key !== other.key);
  });
}

/** Those that hold all words in their repository, tag or id. */
export function filteredRows(rows: readonly ImageTableRow[], text: string): readonly ImageTableRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ repository, tag, id }) => {
    const line = `${repository}:${tag} ${id}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}

/** A request as the page sends it; undefined for anything else that comes from there. */
export function readTableRequest(message: unknown): TableRequest | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, action, keys } = message as { type?: unknown; action?: unknown; keys?: unknown };
  if (type === "ready") return { type };
  const known = tableActions.find((one) => one === action);
  if (type !== "run" || !known || !Array.isArray(keys)) return undefined;
  return { type, action: known, keys: keys.filter((key) => typeof key === "string") };
}
