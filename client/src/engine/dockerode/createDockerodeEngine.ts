import type { Endpoint } from "../endpoint";
import type { Engine } from "../engine";
import { networksApi, volumesApi } from "./attachablesApi";
import { openConnection } from "./connection";
import { connectTo } from "./connectTo";
import { containersApi } from "./containersApi";
import { imagesApi } from "./imagesApi";
import { registriesApi } from "./registriesApi";
import { systemApi } from "./systemApi";

/** The engine at an endpoint. Nothing is loaded or connected before the first call. */
export function createDockerodeEngine(endpoint: Endpoint): Engine {
  const connection = openConnection(connectTo(endpoint));
  return {
    system: systemApi(connection),
    images: imagesApi(connection),
    containers: containersApi(connection),
    networks: networksApi(connection),
    volumes: volumesApi(connection),
    registries: registriesApi(connection),
    dispose: () => connection.dispose(),
  };
}
