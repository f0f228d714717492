import type { Container, ContainerState, FileChange, ProcessList, PublishedPort } from "../container";
import { familiarReference } from "../reference";
import { millisecondsFrom } from "./millisecondsFrom";
import { protocolFromApi } from "./portFromApi";

/** As `GET /containers/json` writes it. */
export interface ApiContainer {
  readonly Id: string;
  readonly Names?: readonly string[] | null;
  readonly Image?: string;
  readonly ImageID?: string;
  readonly Command?: string;
  readonly Created?: number;
  readonly State?: string;
  readonly Status?: string;
  readonly Ports?: readonly ApiPort[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

interface ApiPort {
  readonly IP?: string;
  readonly PrivatePort: number;
  readonly PublicPort?: number;
  readonly Type?: string;
}

export function containerFromApi(container: ApiContainer): Container {
  return {
    id: container.Id,
    name: ownName(container.Names ?? []),
    image: familiarReference(container.Image ?? ""),
    imageId: container.ImageID ?? "",
    command: container.Command ?? "",
    state: containerStateFromApi(container.State),
    status: container.Status ?? "",
    created: millisecondsFrom(container.Created),
    ports: (container.Ports ?? []).map(publishedPortFromApi),
    labels: container.Labels ?? {},
  };
}

/** A container that others link to also has the name `/other/alias`; its own has one slash, at the front. */
function ownName(names: readonly string[]): string {
  const own = names.find((name) => name.lastIndexOf("/") <= 0) ?? names[0] ?? "";
  return withoutSlash(own);
}

export function withoutSlash(name: string): string {
  return name.startsWith("/") ? name.slice(1) : name;
}

const states: ReadonlySet<string> = new Set<ContainerState>([
  "created",
  "running",
  "paused",
  "restarting",
  "removing",
  "exited",
  "dead",
]);

/** A word that no docker engine says means a container that does not run. */
export function containerStateFromApi(state: string | undefined): ContainerState {
  return state !== undefined && states.has(state) ? (state as ContainerState) : "exited";
}

function publishedPortFromApi(port: ApiPort): PublishedPort {
  return {
    containerPort: port.PrivatePort,
    protocol: protocolFromApi(port.Type),
    hostAddress: port.IP || undefined,
    hostPort: port.PublicPort || undefined,
  };
}

export interface ApiFileChange {
  readonly Path: string;
  readonly Kind: number;
}

const kinds: readonly FileChange["kind"][] = ["modified", "added", "deleted"];

export function fileChangeFromApi(change: ApiFileChange): FileChange {
  return { path: change.Path, kind: kinds[change.Kind] ?? "modified" };
}

export interface ApiProcessList {
  readonly Titles?: readonly string[] | null;
  readonly Processes?: readonly (readonly string[])[] | null;
}

export function processListFromApi(list: ApiProcessList): ProcessList {
  return { titles: list.Titles ?? [], rows: list.Processes ?? [] };
}
