import { PassThrough, Readable } from "node:stream";
import type { ImagesApi } from "../engine";
import { EngineError } from "../engineError";
import { familiarReference, splitReference } from "../reference";
import type { Connection } from "./connection";
import { dial } from "./dial";
import { engineErrorFrom } from "./engineErrorFrom";
import { followTransfer } from "./followTransfer";

/** The part of the images' API that moves whole archives. */
export function imageArchivesApi(connection: Connection): Pick<ImagesApi, "save" | "load" | "import"> {
  return {
    save(references, signal) {
      return connection.call(
        async (docker) => {
          const options = { names: [...references] };
          return savedArchive(await dial(docker, { path: "/images/get?", method: "GET", options }), signal);
        },
        { signal },
      );
    },

    load(archive, signal) {
      return sending(archive, (body) =>
        connection.call(
          async (docker) => {
            const loaded: string[] = [];
            const stream = await docker.loadImage(body, { quiet: true });
            await followTransfer(stream, "engine", (line) => {
              const names = /^Loaded image(?: ID)?: (.+?)\s*$/.exec(line.stream ?? "")?.[1];
              // Podman names all of them at once.
              if (names !== undefined) loaded.push(...names.split(",").map(familiarReference));
            });
            return loaded;
          },
          { signal },
        ),
      );
    },

    import(archive, { reference, changes, message }) {
      return sending(archive, (body) =>
        connection.call(async (docker) => {
          const stream = await docker.importImage(body, {
            // With its tag, as the CLI sends it: Podman overlooks a tag that is sent apart.
            ...(reference !== undefined && { repo: withTag(reference) }),
            ...(changes && { changes: [...changes] }),
            ...(message !== undefined && { message }),
          });
          let id: string | undefined;
          await followTransfer(stream, "engine", ({ status }) => {
            if (status?.startsWith("sha256:")) id = status;
          });
          if (id === undefined) throw new EngineError("engine-failed", "The engine imported nothing.");
          return id;
        }),
      );
    },
  };
}

function withTag(reference: string): string {
  const { repository, tag = "latest" } = splitReference(reference);
  return `${repository}:${tag}`;
}

/** The engine's answer as a stream that fails with EngineError, and ends when `signal` fires. */
function savedArchive(answer: Readable, signal: AbortSignal | undefined): Readable {
  const archive = new PassThrough();
  const cancel = () => archive.destroy(new EngineError("cancelled", "Cancelled."));
  signal?.addEventListener("abort", cancel, { once: true });
  answer.once("error", (error) => archive.destroy(engineErrorFrom(error)));
  archive.once("close", () => {
    signal?.removeEventListener("abort", cancel);
    answer.destroy();
  });
  return answer.pipe(archive);
}

/** Gives the archive to a request; a failure to read it is not taken for one of the engine's, and it is left closed. */
async function sending<Value>(
  archive: NodeJS.ReadableStream,
  send: (body: NodeJS.ReadableStream) => Promise<Value>,
): Promise<Value> {
  const body = new PassThrough();
  const fail = (error: Error) =>
    body.destroy(new EngineError("invalid-request", error.message, { cause: error }));
  archive.once("error", fail);
  archive.pipe(body);
  try {
    return await send(body);
  } finally {
    archive.unpipe(body);
    if (archive instanceof Readable) archive.destroy();
  }
}
