import type { Engine } from "../engine/engine";
import type { Image, ImageDetails, ImageFacts, ImagesUsage } from "../engine/image";
import { isEngineError } from "../engine/isEngineError";

/** What no list of images tells, asked for behind it and kept. */
export interface ImageLookups {
  facts(id: string): ImageFacts | undefined;
  usage(): ImagesUsage | undefined;
  /** The engine's own platform, for example `linux/amd64`. */
  hostPlatform(): string | undefined;
  /** Looks up what is not known of these images, forgets those that are gone, and adds up the space anew. */
  lookUp(images: readonly Image[]): void;
  inspect(reference: string): Promise<ImageDetails>;
  dispose(): void;
}

export interface ImageLookupsOptions {
  readonly engine: () => Promise<Engine>;
  /** Something more is known. Called at most once in `drawMs`. */
  readonly onKnown: () => void;
  readonly log: (line: string) => void;
  readonly drawMs?: number;
  /** Adding up the space takes the engine time, so it rests at least this long in between. */
  readonly usageRestMs?: number;
}

/** A few at a time, so that an engine with thousands of images still has time for the person. */
const workers = 3;

export function createImageLookups(options: ImageLookupsOptions): ImageLookups {
  const { onKnown, log, drawMs = 400, usageRestMs = 2000 } = options;
  const facts = new Map<string, ImageFacts>();
  let waiting: string[] = [];
  let working = 0;
  let drawTimer: NodeJS.Timeout | undefined;
  let asked: Engine | undefined;
  let hostPlatform: string | undefined;
  let usage: ImagesUsage | undefined;
  let disposed = false;

  const known = () => {
    drawTimer ??= setTimeout(() => {
      drawTimer = undefined;
      if (!disposed) onKnown();
    }, drawMs);
  };

  /** What an id stands for never changes, but space and platform are one engine's. */
  const engine = async () => {
    const current = await options.engine();
    if (current !== asked) {
      asked = current;
      hostPlatform = undefined;
      usage = undefined;
    }
    return current;
  };

  const work = async () => {
    working += 1;
    for (let id = waiting.pop(); id !== undefined && !disposed; id = waiting.pop()) {
      try {
        const { operatingSystem, architecture, variant, layers } = await (await engine()).images.inspect(id);
        facts.set(id, { operatingSystem, architecture, variant, layers });
        known();
      } catch (error) {
        if (isEngineError(error) && error.kind === "not-found") continue;
        log(`The image ${id} could not be looked up: ${error}`);
        // Where the engine itself is in trouble, the rest is asked for with the next list.
        if (!isEngineError(error) || error.kind !== "engine-failed") waiting = [];
      }
    }
    working -= 1;
  };

  const askPlatform = async () => {
    const current = await engine();
    if (hostPlatform !== undefined) return;
    const { operatingSystem, architecture } = await current.system.version();
    hostPlatform = `${operatingSystem}/${architecture}`;
    known();
  };

  const askUsage = resting(usageRestMs, async () => {
    const current = await engine();
    const found = await current.images.usage();
    if (current !== asked || disposed) return;
    usage = found;
    known();
  });

  return {
    facts: (id) => facts.get(id),
    usage: () => usage,
    hostPlatform: () => hostPlatform,
    lookUp(images) {
      const present = new Set(images.map(({ id }) => id));
      for (const id of facts.keys()) if (!present.has(id)) facts.delete(id);
      // Taken from the end, so the list's first are known first.
      waiting = images
        .filter(({ id }) => !facts.has(id))
        .map(({ id }) => id)
        .reverse();
      while (working < Math.min(workers, waiting.length)) void work();
      askPlatform().catch((error) => log(`The engine's platform is not known: ${error}`));
      askUsage().catch((error) => log(`The images' space could not be added up: ${error}`));
    },
    inspect: async (reference) => (await engine()).images.inspect(reference),
    dispose() {
      disposed = true;
      waiting = [];
      clearTimeout(drawTimer);
      askUsage.dispose();
    },
  };
}

/** Does the work once at a time; calls meanwhile, or within the rest after it, make it happen once more. */
function resting(restMs: number, work: () => Promise<void>): (() => Promise<void>) & { dispose(): void } {
  let busy = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const began = performance.now();
    try {
      await work();
    } finally {
      // What takes the engine long is asked for less often.
      timer = setTimeout(
        () => {
          busy = false;
          if (again) {
            again = false;
            run().catch(() => undefined); // The next list asks again, and logs what is wrong.
          }
        },
        Math.max(restMs, 5 * (performance.now() - began)),
      );
    }
  };
  return Object.assign(run, { dispose: () => clearTimeout(timer) });
}
