import { after, before } from "node:test";
import { importBusyboxImage, importPythonImage } from "../../scripts/testbed/baseImages";
import {
  type PrivateEngine,
  type PrivateEngineOptions,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import {
  type PrivateRegistry,
  type RegistryLogin,
  startPrivateRegistry,
} from "../../scripts/testbed/privateRegistry";
import { cacheFolder } from "../../scripts/testbed/projectFolders";
import { type HubResult, type StandInHub, startStandInHub } from "../../scripts/testbed/standInHub";

export interface TestEngineOptions extends PrivateEngineOptions {
  /** Tags of tiny busybox images that the engine begins with. */
  images?: readonly string[];
  /** Whether it has the sample's base image, too. */
  python?: "yes";
  /** What the registry asks for; it is open without. */
  login?: RegistryLogin;
  /** What a search of Docker Hub finds; where this is given, what is pulled from there comes from the registry. */
  hub?: readonly HubResult[];
}

export interface TestEngine {
  readonly engine: PrivateEngine;
  readonly registry: PrivateRegistry;
  /** There only where the options asked for one. */
  readonly hub: StandInHub | undefined;
}

/** An engine and a registry for all tests of the file or suite that calls this; the answer is there within a test. */
export function useTestEngine({
  images = [],
  python,
  login,
  hub: searchable,
  ...options
}: TestEngineOptions = {}): () => TestEngine {
  let engine: PrivateEngine | undefined;
  let registry: PrivateRegistry | undefined;
  let hub: StandInHub | undefined;
  before(async () => {
    registry = await startPrivateRegistry(login);
    if (searchable) hub = await startStandInHub({ registryPort: registry.port, searchable });
    engine = await startPrivateEngine({
      ...options,
      ...(hub && { hostsFile: hub.hostsFile, caFile: hub.caFile }),
    });
    if (images.length > 0) await importBusyboxImage(engine.docker, ...images);
    if (python === "yes") await importPythonImage(engine.docker, cacheFolder);
  });
  after(async () => {
    await engine?.stop();
    await hub?.stop();
    await registry?.stop();
  });
  return () => {
    if (engine === undefined || registry === undefined)
      throw new Error("The test engine is there within tests only.");
    return { engine, registry, hub };
  };
}
