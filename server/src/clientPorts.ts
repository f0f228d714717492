import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { FilesPort, Ports } from "./ports";
import {
  type BuiltStepsInformation,
  type BuiltStepsParameters,
  builtStepsRequest,
  type ClientAbilities,
  type FileParameters,
  type FileSizesParameters,
  fileSizesRequest,
  type ImageDetailsInformation,
  type ImageDetailsParameters,
  imageDetailsRequest,
  type ListFilesParameters,
  type LocalImageInformation,
  listFilesRequest,
  localImagesRequest,
  readFileRequest,
} from "./protocol";

/** The engine's images as Drydock's own client knows them; undefined behind any other client. */
export function clientImages(connection: Connection, capabilities: ClientCapabilities): Ports["localImages"] {
  if (!abilitiesOf(capabilities).engine) return undefined;
  return () => connection.sendRequest<readonly LocalImageInformation[]>(localImagesRequest);
}

/** What the engine tells of one image; undefined behind any other client. */
export function clientImageDetails(
  connection: Connection,
  capabilities: ClientCapabilities,
): Ports["imageDetails"] {
  if (!abilitiesOf(capabilities).engine) return undefined;
  return async (reference) => {
    const parameters: ImageDetailsParameters = { reference };
    return (
      (await connection.sendRequest<ImageDetailsInformation | null>(imageDetailsRequest, parameters)) ??
      undefined
    );
  };
}

/** The steps of a Dockerfile's last image; undefined behind any other client. One question at a time for each file. */
export function clientBuiltSteps(
  connection: Connection,
  capabilities: ClientCapabilities,
): Ports["builtSteps"] {
  if (!abilitiesOf(capabilities).engine) return undefined;
  const asked = new Map<string, Promise<BuiltStepsInformation | undefined>>();
  return (uri) => {
    const parameters: BuiltStepsParameters = { uri };
    const answer =
      asked.get(uri) ??
      connection
        .sendRequest<BuiltStepsInformation | null>(builtStepsRequest, parameters)
        .then((steps) => steps ?? undefined)
        .finally(() => asked.delete(uri));
    asked.set(uri, answer);
    return answer;
  };
}

/** Files as the client reads them, where the server has no disk; undefined behind a client that does not offer it. */
export function clientFiles(connection: Connection, capabilities: ClientCapabilities): FilesPort | undefined {
  if (!abilitiesOf(capabilities).files) return undefined;
  return {
    async readText(uri) {
      const parameters: FileParameters = { uri };
      return (await connection.sendRequest<string | null>(readFileRequest, parameters)) ?? undefined;
    },
    list(uri, limit) {
      const parameters: ListFilesParameters = { uri, limit };
      return connection.sendRequest<readonly string[]>(listFilesRequest, parameters);
    },
    async sizes(uri, paths) {
      const parameters: FileSizesParameters = { uri, paths };
      const sizes = await connection.sendRequest<readonly (number | null)[]>(fileSizesRequest, parameters);
      return sizes.map((size) => size ?? undefined);
    },
  };
}

function abilitiesOf(capabilities: ClientCapabilities): ClientAbilities {
  return (capabilities.experimental as { drydock?: ClientAbilities } | undefined)?.drydock ?? {};
}
