import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import { privateEngineObstacle, startPrivateEngine } from "../../scripts/testbed/privateEngine";
import { startPrivateRegistry } from "../../scripts/testbed/privateRegistry";
import { dockerManners } from "../support/contract/contractSubject";
import { engineContract } from "../support/engineContract";

engineContract(
  "dockerode on a live engine",
  async () => {
    const login = { user: "me", password: "secret" };
    const [live, registry] = await Promise.all([startPrivateEngine(), startPrivateRegistry(login)]);
    const engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    return {
      engine,
      manners: dockerManners,
      registry: { domain: registry.domain, ...login },
      fileSystem: busyboxFileSystem,
      async stop() {
        engine.dispose();
        await Promise.all([live.stop(), registry.stop()]);
      },
    };
  },
  { skip: privateEngineObstacle() ?? false },
);
