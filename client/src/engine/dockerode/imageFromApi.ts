import type { HistoryEntry, Image, PruneResult, RemovedImages, SearchResult } from "../image";
import { familiarReference } from "../reference";
import type { ApiContainer } from "./containerFromApi";
import { imageIdFromApi } from "./imageIdFromApi";
import { millisecondsFrom } from "./millisecondsFrom";

/** As `GET /images/json` writes it. What an engine may leave out, or has dropped in later versions, is optional. */
export interface ApiImage {
  readonly Id: string;
  readonly ParentId?: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Created?: number;
  readonly Size?: number;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

/** Each image with the containers made from it; the engine itself counts them only in some versions. */
export function imagesFromApi(
  images: readonly ApiImage[],
  containers: readonly Pick<ApiContainer, "Id" | "ImageID">[],
): Image[] {
  const containersOf = new Map<string, string[]>();
  for (const { Id, ImageID } of containers) {
    if (ImageID === undefined) continue;
    const ids = containersOf.get(ImageID);
    if (ids) ids.push(Id);
    else containersOf.set(ImageID, [Id]);
  }
  return images.map((image) => imageFromApi(image, containersOf.get(image.Id) ?? []));
}

export function imageFromApi(image: ApiImage, containerIds: readonly string[]): Image {
  return {
    id: image.Id,
    tags: tagsFromApi(image.RepoTags),
    digests: digestsFromApi(image.RepoDigests),
    created: millisecondsFrom(image.Created),
    size: image.Size ?? 0,
    labels: image.Labels ?? {},
    containerIds,
    parentId: image.ParentId ? imageIdFromApi(image.ParentId) : undefined,
  };
}

/** 20.10 says `<none>:<none>` for a dangling image, later engines nothing at all. */
export function tagsFromApi(tags: readonly string[] | null | undefined): string[] {
  return (tags ?? []).filter((tag) => !tag.includes("<none>")).map(familiarReference);
}

/** An image that was pulled by digest and lost its tag keeps `repository@digest`; a dangling one may say `<none>@…`. */
export function digestsFromApi(digests: readonly string[] | null | undefined): string[] {
  return (digests ?? []).filter((digest) => !digest.startsWith("<none>")).map(familiarReference);
}

export interface ApiHistoryEntry {
  readonly Id?: string;
  readonly Created?: number;
  readonly CreatedBy?: string;
  readonly Size?: number;
  readonly Comment?: string;
  readonly Tags?: readonly string[] | null;
}

export function historyEntryFromApi(entry: ApiHistoryEntry): HistoryEntry {
  return {
    // Only layers that were built here have an id; the rest say "<missing>".
    id: entry.Id?.startsWith("sha256:") ? entry.Id : undefined,
    created: millisecondsFrom(entry.Created),
    createdBy: entry.CreatedBy ?? "",
    size: entry.Size ?? 0,
    comment: entry.Comment ?? "",
    tags: tagsFromApi(entry.Tags),
  };
}

export interface ApiRemoval {
  readonly Untagged?: string;
  readonly Deleted?: string;
}

export function removedImagesFromApi(removals: readonly ApiRemoval[] | null | undefined): RemovedImages {
  const all = removals ?? [];
  return {
    untagged: all.flatMap(({ Untagged }) => (Untagged === undefined ? [] : [familiarReference(Untagged)])),
    deleted: all.flatMap(({ Deleted }) => (Deleted === undefined ? [] : [imageIdFromApi(Deleted)])),
  };
}

export interface ApiPruneReport {
  readonly ImagesDeleted?: readonly ApiRemoval[] | null;
  readonly ContainersDeleted?: readonly string[] | null;
  readonly SpaceReclaimed?: number;
}

export function pruneResultFromApi(report: ApiPruneReport): PruneResult {
  return {
    removed: [...removedImagesFromApi(report.ImagesDeleted).deleted, ...(report.ContainersDeleted ?? [])],
    reclaimed: report.SpaceReclaimed ?? 0,
  };
}

export interface ApiSearchResult {
  readonly name: string;
  readonly description?: string;
  readonly star_count?: number;
  readonly is_official?: boolean;
}

export function searchResultFromApi(result: ApiSearchResult): SearchResult {
  return {
    repository: familiarReference(result.name),
    description: result.description ?? "",
    stars: result.star_count ?? 0,
    official: result.is_official ?? false,
  };
}
