import type { NetworksApi, VolumesApi } from "../engine";
import { listFrom, recordFrom } from "./answerFrom";
import { type Connection, quickAnswer } from "./connection";

export function networksApi(connection: Connection): NetworksApi {
  return {
    list() {
      return connection.call(
        async (docker) =>
          listFrom<ApiNetwork>(await docker.listNetworks()).map(
            ({ Id: id, Name: name, Driver: driver = "" }) => ({ id, name, driver }),
          ),
        quickAnswer,
      );
    },
  };
}

export function volumesApi(connection: Connection): VolumesApi {
  return {
    list() {
      return connection.call(async (docker) => {
        const { Volumes } = recordFrom<ApiVolumes>(await docker.listVolumes());
        // Where there are none it is null.
        return (Volumes ?? []).map(({ Name: name }) => ({ name }));
      }, quickAnswer);
    },
  };
}

interface ApiNetwork {
  readonly Id: string;
  readonly Name: string;
  readonly Driver?: string;
}

interface ApiVolumes {
  readonly Volumes?: readonly { readonly Name: string }[] | null;
}
