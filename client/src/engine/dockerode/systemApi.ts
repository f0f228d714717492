import type { SystemApi } from "../engine";
import { EngineError } from "../engineError";
import { recordFrom } from "./answerFrom";
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

    version() {
      return connection.call(
        async (docker) => versionFromApi(recordFrom<ApiVersion>(await docker.version())),
        quickAnswer,
      );
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

    diskUsage() {
      return connection.call(async (docker) => diskUsageFromApi(recordFrom<ApiDiskUsage>(await docker.df())));
    },
  };
}
