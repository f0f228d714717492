import type { DiskUsage, SpaceUsage } from "../engine";
import type { ImagesUsage } from "../image";
import { imageIdFromApi } from "./imageIdFromApi";

/** As `GET /system/df` writes it: lists of everything up to API 1.51, ready sums from 1.52 on. */
export interface ApiDiskUsage {
  readonly LayersSize?: number;
  readonly Images?: readonly ApiImageUse[] | null;
  readonly Containers?: readonly { readonly SizeRw?: number; readonly State?: string }[] | null;
  readonly Volumes?:
    | readonly { readonly UsageData?: { readonly Size?: number; readonly RefCount?: number } | null }[]
    | null;
  readonly BuildCache?:
    | readonly { readonly Size?: number; readonly InUse?: boolean; readonly Shared?: boolean }[]
    | null;
  readonly ImageUsage?: ApiUsage & { readonly Items?: readonly ApiImageUse[] | null };
  readonly ContainerUsage?: ApiUsage;
  readonly VolumeUsage?: ApiUsage;
  readonly BuildCacheUsage?: ApiUsage;
}

interface ApiImageUse {
  readonly Id?: string;
  readonly Size?: number;
  readonly SharedSize?: number;
  readonly Containers?: number;
}

interface ApiUsage {
  readonly TotalCount?: number;
  readonly TotalSize?: number;
  readonly Reclaimable?: number;
}

export function diskUsageFromApi(usage: ApiDiskUsage): DiskUsage {
  return {
    images: usageFromApi(usage.ImageUsage) ?? imagesUsage(usage),
    containers: usageFromApi(usage.ContainerUsage) ?? containersUsage(usage),
    volumes: usageFromApi(usage.VolumeUsage) ?? volumesUsage(usage),
    buildCache: usageFromApi(usage.BuildCacheUsage) ?? buildCacheUsage(usage),
  };
}

/** -1 stands for a size that was not worked out. */
export function imagesUsageFromApi(usage: ApiDiskUsage): ImagesUsage {
  const { total, reclaimable } = usageFromApi(usage.ImageUsage) ?? imagesUsage(usage);
  const images = usage.ImageUsage?.Items ?? usage.Images ?? [];
  const shared = images.flatMap(({ Id, SharedSize = -1 }) =>
    Id === undefined || SharedSize < 0 ? [] : [[imageIdFromApi(Id), SharedSize] as const],
  );
  return { total, reclaimable, shared: new Map(shared) };
}

function usageFromApi(usage: ApiUsage | undefined): SpaceUsage | undefined {
  if (usage === undefined) return undefined;
  return {
    count: usage.TotalCount ?? 0,
    total: usage.TotalSize ?? 0,
    reclaimable: usage.Reclaimable ?? 0,
  };
}

/** Layers are shared, so what can be had back is all of them without those that only an image in use has. */
function imagesUsage({ LayersSize, Images }: ApiDiskUsage): SpaceUsage {
  const images = Images ?? [];
  // Podman says 0 of its layers; then the images must do, although what they share is counted more than once.
  const total = LayersSize || sum(images.map(({ Size = 0 }) => Math.max(0, Size)));
  const used = images
    .filter(
      ({ Containers = 0, Size = -1, SharedSize = -1 }) =>
        Containers !== 0 && Size !== -1 && SharedSize !== -1,
    )
    .map(({ Size = 0, SharedSize = 0 }) => Size - SharedSize);
  return { count: images.length, total, reclaimable: Math.max(0, total - sum(used)) };
}

const running: readonly (string | undefined)[] = ["running", "paused", "restarting"];

function containersUsage({ Containers }: ApiDiskUsage): SpaceUsage {
  const containers = (Containers ?? []).map(({ SizeRw = 0, State }) => ({
    size: SizeRw,
    used: running.includes(State),
  }));
  return spaceUsage(containers);
}

/** -1 stands for a size that its driver does not know. */
function volumesUsage({ Volumes }: ApiDiskUsage): SpaceUsage {
  return spaceUsage(
    (Volumes ?? []).map(({ UsageData }) => ({
      size: Math.max(0, UsageData?.Size ?? 0),
      used: (UsageData?.RefCount ?? 0) !== 0,
    })),
  );
}

/** Records that share their bytes with an image go with the image. */
function buildCacheUsage({ BuildCache }: ApiDiskUsage): SpaceUsage {
  const records = (BuildCache ?? []).filter(({ Shared }) => !Shared);
  return {
    ...spaceUsage(records.map(({ Size = 0, InUse = false }) => ({ size: Size, used: InUse }))),
    count: BuildCache?.length ?? 0,
  };
}

function spaceUsage(things: readonly { readonly size: number; readonly used: boolean }[]): SpaceUsage {
  return {
    count: things.length,
    total: sum(things.map(({ size }) => size)),
    reclaimable: sum(things.filter(({ used }) => !used).map(({ size }) => size)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
