import type { ExposedPort, ImageDetails } from "../image";
import { digestsFromApi, tagsFromApi } from "./imageFromApi";
import { imageIdFromApi } from "./imageIdFromApi";
import { millisecondsFrom } from "./millisecondsFrom";
import { portFromApi } from "./portFromApi";

/** As `GET /images/{name}/json` writes it. Docker 29 leaves out whatever is empty. */
export interface ApiImageDetails {
  readonly Id: string;
  readonly Parent?: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Created?: string;
  readonly Size?: number;
  readonly Architecture?: string;
  readonly Os?: string;
  readonly Variant?: string;
  readonly Author?: string;
  readonly Comment?: string;
  readonly Config?: ApiImageConfig | null;
  readonly RootFS?: { readonly Layers?: readonly string[] | null };
}

export interface ApiImageConfig {
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Entrypoint?: readonly string[] | string | null;
  readonly Cmd?: readonly string[] | string | null;
  readonly Env?: readonly string[] | null;
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
  readonly Volumes?: Readonly<Record<string, unknown>> | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly StopSignal?: string;
}

export function imageDetailsFromApi(image: ApiImageDetails): ImageDetails {
  const configuration = image.Config ?? {};
  return {
    id: image.Id,
    tags: tagsFromApi(image.RepoTags),
    digests: digestsFromApi(image.RepoDigests),
    created: millisecondsFrom(image.Created),
    size: image.Size ?? 0,
    labels: configuration.Labels ?? {},
    parentId: image.Parent ? imageIdFromApi(image.Parent) : undefined,
    architecture: image.Architecture ?? "",
    operatingSystem: image.Os ?? "",
    variant: image.Variant || undefined,
    author: image.Author ?? "",
    comment: image.Comment ?? "",
    user: configuration.User ?? "",
    workingDirectory: configuration.WorkingDir ?? "",
    entrypoint: wordsFromApi(configuration.Entrypoint),
    command: wordsFromApi(configuration.Cmd),
    environment: configuration.Env ?? [],
    exposedPorts: exposedPortsFromApi(configuration.ExposedPorts),
    volumes: Object.keys(configuration.Volumes ?? {}),
    stopSignal: configuration.StopSignal || undefined,
    layers: image.RootFS?.Layers ?? [],
    raw: image,
  };
}

/** A command may be one string in images of old builders. */
export function wordsFromApi(words: readonly string[] | string | null | undefined): readonly string[] {
  return typeof words === "string" ? [words] : (words ?? []);
}

function exposedPortsFromApi(ports: Readonly<Record<string, unknown>> | null | undefined): ExposedPort[] {
  return Object.keys(ports ?? {})
    .flatMap((port) => portFromApi(port) ?? [])
    .sort((one, other) => one.port - other.port || one.protocol.localeCompare(other.protocol));
}
