import { createHash } from "node:crypto";
import type { RegistryCredential } from "../../../client/src/engine/build";
import type { RegistriesApi } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import type { SearchResult } from "../../../client/src/engine/image";
import { splitReference } from "../../../client/src/engine/reference";
import { emptyConfiguration } from "./imageConfiguration";
import { type EngineState, newId, type StoredImage, type StoredRegistry, withTag } from "./state";

/** A registry that can be reached; with a login it refuses everybody else. */
export interface RegistrySeed {
  /** As references begin, for example `localhost:5000`; `docker.io` is Docker Hub. */
  readonly domain: string;
  readonly user?: string;
  readonly password?: string;
  /** `path:tag` of what it holds. */
  readonly images?: readonly string[];
  readonly searchable?: readonly SearchResult[];
}

export function seedRegistries(state: EngineState, seeds: readonly RegistrySeed[]): void {
  for (const { domain, user, password, images = [], searchable = [] } of seeds) {
    const stored = images.map((path) => [withTag(path), seededImage()] as const);
    state.registries.set(domain, { user, password, images: new Map(stored) });
    state.searchable.push(...searchable);
  }
}

export function inMemoryRegistries(state: EngineState): RegistriesApi {
  return {
    checkLogin: (credential) =>
      state.answer(() => {
        const domain = credential.server.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
        check(registryAt(state, domain === "index.docker.io" ? "docker.io" : domain), credential);
        return undefined;
      }),

    digest: (reference, credential) =>
      state.answer(() => {
        const { registry, path } = openRegistry(state, withTag(reference), credential);
        const image = registry.images.get(path);
        if (image === undefined) throw new EngineError("not-found", "manifest unknown");
        return digestOf(image);
      }),
  };
}

/** The registry that a reference names, if it lets this login in, and what it calls the image. */
export function openRegistry(
  state: EngineState,
  reference: string,
  credential: RegistryCredential | undefined,
): { readonly registry: StoredRegistry; readonly repository: string; readonly path: string } {
  const [first = "", ...rest] = reference.split("/");
  const named = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const registry = registryAt(state, named ? first : "docker.io");
  check(registry, credential);
  return {
    registry,
    repository: splitReference(reference).repository,
    path: named ? rest.join("/") : reference.includes("/") ? reference : `library/${reference}`,
  };
}

/** What a registry names an image by. */
export function digestOf({ id }: StoredImage): string {
  return `sha256:${createHash("sha256").update(id).digest("hex")}`;
}

function registryAt(state: EngineState, domain: string): StoredRegistry {
  const registry = state.registries.get(domain);
  if (registry === undefined)
    throw new EngineError("registry-unreachable", `dial tcp: lookup ${domain}: no such host`);
  return registry;
}

function check({ user, password }: StoredRegistry, credential: RegistryCredential | undefined): void {
  if (user === undefined) return;
  if (credential?.user === user && credential.password === password) return;
  const message =
    credential === undefined ? "no basic auth credentials" : "unauthorized: authentication required";
  throw new EngineError("registry-unauthorized", message);
}

function seededImage(): StoredImage {
  return {
    id: `sha256:${newId()}`,
    tags: new Set(),
    digests: new Set(),
    created: Date.now(),
    size: 1000,
    parentId: undefined,
    author: "",
    comment: "",
    configuration: { ...emptyConfiguration, command: ["/bin/sh"] },
    layers: [`sha256:${newId()}`],
    history: [],
    architecture: "amd64",
  };
}
