import type { ContainersApi, LogChunk, LogOptions } from "../engine";
import type { Connection } from "./connection";
import { decodeMultiplexedLog, decodeTerminalLog, type LogDecoder } from "./decodeLog";
import { engineErrorFromText } from "./engineErrorFrom";
import { exitCodeOf } from "./exitCodeOf";
import { jsonLines } from "./jsonLines";
import { namePath } from "./namePath";
import { type ApiStats, statsFromApi } from "./statsFromApi";
import { untilSignal } from "./untilSignal";

type ContainerStreamsApi = Pick<ContainersApi, "logs" | "wait" | "stats" | "execute">;

/** The part of the containers' API that lasts as long as something runs. */
export function containerStreamsApi(connection: Connection): ContainerStreamsApi {
  return {
    logs(name, options, listener, signal) {
      return untilSignal(signal, () =>
        connection.call(
          async (docker) => {
            const container = docker.getContainer(namePath(name));
            const { Config } = await container.inspect();
            const decoder = Config.Tty ? decodeTerminalLog(listener) : decodeMultiplexedLog(listener);
            // `follow` makes dockerode hand on the stream; what the engine is asked stands in the query.
            const log = await container.logs({ follow: true, _query: logQuery(options) } as { follow: true });
            await decode(log, decoder);
          },
          { signal },
        ),
      );
    },

    wait(container, signal) {
      return connection.call(
        async (docker) => {
          const end = (await docker.getContainer(namePath(container)).wait()) as ApiEnd;
          if (end.Error?.Message) throw engineErrorFromText(end.Error.Message, "engine");
          return end.StatusCode;
        },
        { signal },
      );
    },

    stats(container, listener, signal) {
      return untilSignal(signal, () =>
        connection.call(
          async (docker) => {
            const stream = await docker.getContainer(namePath(container)).stats({ stream: true });
            for await (const line of jsonLines(stream)) listener(statsFromApi(line as ApiStats));
          },
          { signal },
        ),
      );
    },

    execute(container, command, signal) {
      return connection.call(
        async (docker) => {
          const exec = await docker
            .getContainer(namePath(container))
            .exec({ Cmd: [...command], AttachStdout: true, AttachStderr: true });
          const output = { stdout: "", stderr: "" };
          const stream = await exec.start({});
          await decode(
            stream,
            decodeMultiplexedLog(({ source, text }: LogChunk) => (output[source] += text)),
          );
          return { exitCode: await exitCodeOf(exec), ...output };
        },
        { signal },
      );
    },
  };
}

interface ApiEnd {
  readonly StatusCode: number;
  readonly Error?: { readonly Message?: string } | null;
}

function logQuery({ follow = false, tail, since, timestamps = false }: LogOptions): object {
  return {
    stdout: true,
    stderr: true,
    follow,
    timestamps,
    ...(tail !== undefined && { tail }),
    // In seconds, with a fraction.
    ...(since !== undefined && { since: (since / 1000).toFixed(3) }),
  };
}

async function decode(stream: NodeJS.ReadableStream, decoder: LogDecoder): Promise<void> {
  for await (const bytes of stream) decoder.write(bytes as Buffer);
  decoder.end();
}
