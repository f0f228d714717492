import type { ImagesApi } from "../engine";
import { splitReference } from "../reference";
import { listFrom, recordFrom } from "./answerFrom";
import { buildImage } from "./buildImage";
import { type Connection, quickAnswer } from "./connection";
import type { ApiContainer } from "./containerFromApi";
import { credentialToApi } from "./credentialToApi";
import { dialWhole } from "./dial";
import { type ApiDiskUsage, imagesUsageFromApi } from "./diskUsageFromApi";
import { followTransfer, pushedDigest, transferProgressFromApi } from "./followTransfer";
import { imageArchivesApi } from "./imageArchivesApi";
import { type ApiImageDetails, imageDetailsFromApi } from "./imageDetailsFromApi";
import {
  type ApiHistoryEntry,
  type ApiImage,
  type ApiPruneReport,
  type ApiRemoval,
  type ApiSearchResult,
  historyEntryFromApi,
  imagesFromApi,
  pruneResultFromApi,
  removedImagesFromApi,
  searchResultFromApi,
} from "./imageFromApi";
import { namePath } from "./namePath";

export function imagesApi(connection: Connection): ImagesApi {
  return {
    ...imageArchivesApi(connection),

    list() {
      return connection.call(async (docker) => {
        // Without `all` the engine leaves out what is only a layer of another image, and keeps the dangling ones.
        const [images, containers] = await Promise.all([
          docker.listImages(),
          docker.listContainers({ all: true }),
        ]);
        return imagesFromApi(listFrom<ApiImage>(images), listFrom<ApiContainer>(containers));
      }, quickAnswer);
    },

    inspect(reference) {
      return connection.call(async (docker) => {
        const image = await docker.getImage(namePath(reference)).inspect();
        return imageDetailsFromApi(recordFrom<ApiImageDetails>(image));
      }, quickAnswer);
    },

    history(reference) {
      return connection.call(async (docker) => {
        const history = await docker.getImage(namePath(reference)).history();
        return listFrom<ApiHistoryEntry>(history).map(historyEntryFromApi);
      }, quickAnswer);
    },

    usage() {
      return connection.call(async (docker) => {
        // dockerode's own method takes no options: older engines ignore the first, and newer ones need the second.
        const answer = await dialWhole(docker, {
          path: "/system/df?",
          method: "GET",
          options: { type: "image", verbose: true },
        });
        return imagesUsageFromApi(recordFrom<ApiDiskUsage>(answer));
      });
    },

    build(options, listener, signal) {
      return connection.call((docker, callSignal) => buildImage(docker, options, listener, callSignal), {
        signal,
        peer: "registry",
      });
    },

    async pull(reference, { platform, credential, onProgress, signal }) {
      await connection.call(
        async (docker) => {
          const stream = await docker.createImage(credential && credentialToApi(credential), {
            ...fromRegistry(reference),
            ...(platform !== undefined && { platform }),
          });
          await followTransfer(stream, "registry", (line) => {
            const progress = transferProgressFromApi(line);
            if (progress) onProgress?.(progress);
          });
        },
        { signal, peer: "registry" },
      );
    },

    push(reference, { platform, credential, onProgress, signal }) {
      return connection.call(
        async (docker) => {
          const { repository, tag = "latest" } = splitReference(reference);
          const stream = await docker.getImage(namePath(repository)).push({
            tag,
            authconfig: credentialToApi(credential),
            ...(platform !== undefined && { platform: platformToApi(platform) }),
          });
          const pushed = pushedDigest();
          await followTransfer(stream, "registry", (line) => {
            pushed.read(line);
            const progress = transferProgressFromApi(line);
            if (progress) onProgress?.(progress);
          });
          return pushed.digest();
        },
        { signal, peer: "registry" },
      );
    },

    async tag(source, target) {
      const { repository: repo, tag = "latest" } = splitReference(target);
      await connection.call((docker) => docker.getImage(namePath(source)).tag({ repo, tag }), quickAnswer);
    },

    remove(reference, { force = false } = {}) {
      return connection.call(async (docker) => {
        const removals = await docker.getImage(namePath(reference)).remove({ force });
        return removedImagesFromApi(listFrom<ApiRemoval>(removals));
      });
    },

    prune({ which, olderThanMs }) {
      const filters = {
        dangling: [String(which === "dangling")],
        ...(olderThanMs !== undefined && { until: [`${Math.ceil(olderThanMs / 1000)}s`] }),
      };
      return connection.call(async (docker) =>
        pruneResultFromApi(recordFrom<ApiPruneReport>(await docker.pruneImages({ filters }))),
      );
    },

    search(term, limit = 25) {
      return connection.call(
        async (docker) =>
          listFrom<ApiSearchResult>(await docker.searchImages({ term, limit })).map(searchResultFromApi),
        { peer: "registry", deadlineMs: 60_000 },
      );
    },
  };
}

/** The engine takes no tag to mean all tags of the repository; docker's own command takes it to mean `latest`. */
function fromRegistry(reference: string): { readonly fromImage: string; readonly tag: string } {
  const { repository, tag = "latest", digest } = splitReference(reference);
  return { fromImage: repository, tag: digest ?? tag };
}

/** A push takes its platform as JSON, other than a pull. https://docs.docker.com/reference/api/engine/version/v1.46/ */
function platformToApi(platform: string): string {
  const [os, architecture, variant] = platform.split("/");
  return JSON.stringify({ os, architecture, ...(variant !== undefined && { variant }) });
}
