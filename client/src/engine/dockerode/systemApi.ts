import type { EngineVersion, SystemApi } from "../engine";
import { EngineError } from "../engineError";
import { type Connection, quickAnswer } from "./connection";
import { type ApiDiskUsage, diskUsageFromApi } from "./diskUsageFromApi";
import { type ApiEvent, eventFromApi } from "./eventFromApi";
import { jsonLines } from "./jsonLines";
import { untilSignal } from "./untilSignal";
import { type ApiVersion, versionFromApi } from "./versionFromApi";

export function systemApi(connection: Connection): SystemApi {
  return {
    async ping(signal) {
      await connection.call((docker) => docker.ping(), { signal, deadlineMs: 10_000 });
    },

    async version(): Promise<EngineVersion> {
      const version = await connection.call((docker) => docker.version(), quickAnswer);
      return versionFromApi(version as ApiVersion);
    },

    watchEvents(listener, signal, opened) {
      return untilSignal(signal, () =>
        connection.call(
          async (docker) => {
            const stream = await docker.getEvents();
            opened?.();
            for await (const event of jsonLines(stream)) listener(eventFromApi(event as ApiEvent));
            throw new EngineError("connection-lost", "The engine ended its stream of events.");
          },
          { signal },
        ),
      );
    },

    async diskUsage() {
      return diskUsageFromApi((await connection.call((docker) => docker.df())) as ApiDiskUsage);
    },
  };
}
