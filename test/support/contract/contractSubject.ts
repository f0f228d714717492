import assert from "node:assert/strict";
import type { ContainerOptions } from "../../../client/src/engine/container";
import type { Engine } from "../../../client/src/engine/engine";
import type { EngineErrorKind } from "../../../client/src/engine/engineError";
import { isEngineError } from "../../../client/src/engine/isEngineError";

/** An engine to test, with what the tests need around it. */
export interface ContractSubject {
  readonly engine: Engine;
  /** The tar archive of a file system that has a shell. */
  fileSystem(): Promise<NodeJS.ReadableStream>;
  readonly manners: Manners;
  /** A registry that wants this login and holds nothing. */
  readonly registry: { readonly domain: string; readonly user: string; readonly password: string };
  stop(): Promise<void>;
}

/** Where engines of the same API behave differently, each in its own right. */
export interface Manners {
  /** What becomes of containers whose image is removed by force. */
  readonly forcedRemoval: "keeps containers" | "removes containers";
  /** Whether a container that removes itself can still be waited for. */
  readonly selfRemoval: "tells the exit code" | "may overtake the answer";
  /** Podman reads its events from a file, and misses some of those that come at once. */
  readonly events: "each is told" | "some are missed";
  /** What a push and a pull say of a layer at its end. */
  readonly layersAtEnd: { readonly pushed: string | undefined; readonly pulled: string };
  /** What becomes of an image that others are made from when it loses its last tag. */
  readonly untaggedParents: "stay" | "go";
  /** Whether the engine asks a registry for a digest, and checks logins at one without TLS. */
  readonly registryQuestions: "answered" | "lacking";
  /** The networks that are there from the beginning, with their drivers. */
  readonly ownNetworks: Readonly<Record<string, string>>;
}

export const dockerManners: Manners = {
  forcedRemoval: "keeps containers",
  selfRemoval: "tells the exit code",
  events: "each is told",
  untaggedParents: "stay",
  layersAtEnd: { pushed: "Pushed", pulled: "Pull complete" },
  registryQuestions: "answered",
  ownNetworks: { bridge: "bridge", host: "host", none: "null" },
};

export const podmanManners: Manners = {
  forcedRemoval: "removes containers",
  selfRemoval: "may overtake the answer",
  events: "some are missed",
  untaggedParents: "go",
  layersAtEnd: { pushed: undefined, pulled: "Download complete" },
  registryQuestions: "lacking",
  ownNetworks: { bridge: "bridge" },
};

export type Current = () => ContractSubject;

/** Runs on, and ends at once when it is asked to: by itself, process 1 does not listen to that signal. */
export const stoppable = ["sh", "-c", "trap 'exit 137' TERM; sleep 1000 & wait"];

let counter = 0;

/** A name that no other test has. */
export function fresh(name: string): string {
  counter += 1;
  return `${name}-${counter}`;
}

/** A new image of the small file system. */
export async function importBase(
  { engine, fileSystem }: ContractSubject,
  reference?: string,
  changes: readonly string[] = [],
): Promise<string> {
  return engine.images.import(await fileSystem(), {
    ...(reference !== undefined && { reference }),
    changes: ["ENV PATH=/bin", 'CMD ["/bin/sh"]', ...changes],
  });
}

/** A container, removed again with its image when the work is done. */
export async function withContainer(
  subject: ContractSubject,
  options: Partial<ContainerOptions>,
  work: (id: string, image: string) => Promise<void>,
): Promise<void> {
  const { engine } = subject;
  const image = `${fresh("contract")}:1`;
  await importBase(subject, image);
  const id = await engine.containers.create({ command: ["sleep", "1000"], ...options, image });
  try {
    await work(id, image);
  } finally {
    await ignoringMissing(engine.containers.remove(id, { force: true }));
    await ignoringMissing(engine.images.remove(image, { force: true }));
  }
}

/** It may be gone already: that was the test. */
async function ignoringMissing(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!isEngineError(error) || error.kind !== "not-found") throw error;
  }
}

/** The one way in which an engine may fail. */
export async function fails(call: Promise<unknown>, kind: EngineErrorKind): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(isEngineError(error), `not an EngineError: ${String(error)}`);
    assert.equal(error.kind, kind, error.message);
    assert.notEqual(error.message, "");
    return true;
  });
}
