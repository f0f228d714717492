import type { CommitOptions } from "../container";
import type { ContainersApi } from "../engine";
import { EngineError } from "../engineError";
import { splitReference } from "../reference";
import { listFrom, recordFrom } from "./answerFrom";
import { type Connection, quickAnswer } from "./connection";
import { type ApiContainerDetails, containerDetailsFromApi } from "./containerDetailsFromApi";
import {
  type ApiContainer,
  type ApiFileChange,
  type ApiProcessList,
  containerFromApi,
  fileChangeFromApi,
  processListFromApi,
} from "./containerFromApi";
import { containerStreamsApi } from "./containerStreamsApi";
import { containerTerminalsApi } from "./containerTerminalsApi";
import { containerToApi } from "./containerToApi";
import { dialWhole } from "./dial";
import { type ApiPruneReport, pruneResultFromApi } from "./imageFromApi";
import { imageIdFromApi } from "./imageIdFromApi";
import { namePath } from "./namePath";

export function containersApi(connection: Connection): ContainersApi {
  return {
    ...containerStreamsApi(connection),
    ...containerTerminalsApi(connection),

    list() {
      return connection.call(
        async (docker) =>
          listFrom<ApiContainer>(await docker.listContainers({ all: true })).map(containerFromApi),
        quickAnswer,
      );
    },

    inspect(container) {
      return connection.call(async (docker) => {
        const details = await docker.getContainer(namePath(container)).inspect();
        return containerDetailsFromApi(recordFrom<ApiContainerDetails>(details));
      }, quickAnswer);
    },

    create(options) {
      const { name, platform } = options;
      return connection.call(async (docker) => {
        const container = await docker.createContainer({
          // Without these two dockerode writes the whole body, environment and all, into the address as well.
          _query: { ...(name !== undefined && { name }), ...(platform !== undefined && { platform }) },
          _body: containerToApi(options),
        } as object);
        return container.id;
      });
    },

    async start(container) {
      await connection.call((docker) => unlessAlready(docker.getContainer(namePath(container)).start()));
    },

    async stop(container) {
      await connection.call((docker) => unlessAlready(docker.getContainer(namePath(container)).stop()));
    },

    async restart(container) {
      await connection.call((docker) => docker.getContainer(namePath(container)).restart());
    },

    async pause(container) {
      await connection.call((docker) => docker.getContainer(namePath(container)).pause());
    },

    async unpause(container) {
      await connection.call((docker) => docker.getContainer(namePath(container)).unpause());
    },

    async kill(container, signalName) {
      const options = signalName === undefined ? {} : { signal: signalName };
      await connection.call((docker) => docker.getContainer(namePath(container)).kill(options));
    },

    async rename(container, name) {
      await connection.call(
        (docker) => docker.getContainer(namePath(container)).rename({ name }),
        quickAnswer,
      );
    },

    async remove(container, { force = false, volumes = false } = {}) {
      await connection.call((docker) =>
        docker.getContainer(namePath(container)).remove({ force, v: volumes }),
      );
    },

    prune() {
      return connection.call(async (docker) =>
        pruneResultFromApi(recordFrom<ApiPruneReport>(await docker.pruneContainers())),
      );
    },

    processes(container) {
      return connection.call(async (docker) => {
        const processes = await docker.getContainer(namePath(container)).top();
        // Podman has nothing at all to say of a container that does not run.
        if (Buffer.isBuffer(processes) && processes.length === 0)
          throw new EngineError("conflict", "The container is not running.");
        return processListFromApi(recordFrom<ApiProcessList>(processes));
      }, quickAnswer);
    },

    changes(container) {
      return connection.call(async (docker) => {
        const changes = await docker.getContainer(namePath(container)).changes();
        return listFrom<ApiFileChange>(changes).map(fileChangeFromApi);
      });
    },

    commit(container, options) {
      return connection.call(async (docker) => {
        const answer = await dialWhole(docker, {
          path: "/commit?",
          method: "POST",
          options: { _query: { container, ...commitQuery(options) }, _body: {} },
          // Podman wants the empty body, which dockerode's own method leaves out.
          allowEmpty: true,
          statusCodes: { 200: true, 201: true },
        });
        return imageIdFromApi(recordFrom<{ readonly Id: string }>(answer).Id);
      });
    },
  };
}

function commitQuery({ reference, message, author, changes, pause }: CommitOptions): object {
  const { repository: repo, tag = "latest" } = splitReference(reference ?? "");
  return {
    ...(repo !== "" && { repo, tag }),
    ...(message !== undefined && { comment: message }),
    ...(author !== undefined && { author }),
    ...(changes && { changes: [...changes] }),
    ...(pause !== undefined && { pause }),
  };
}

/** The engine answers 304 when a container is as it should be already, and dockerode takes that for a failure. */
async function unlessAlready(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 304) throw error;
  }
}
