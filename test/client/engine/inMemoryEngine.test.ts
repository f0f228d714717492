import { Readable } from "node:stream";
import { dockerManners } from "../../support/contract/contractSubject";
import { engineContract } from "../../support/engineContract";
import { createInMemoryEngine } from "../../support/inMemoryEngine";

engineContract("the in-memory engine", async () => {
  const registry = { domain: "registry.example:5000", user: "me", password: "secret" };
  const engine = createInMemoryEngine({ registries: [registry] });
  return {
    engine,
    manners: dockerManners,
    registry,
    fileSystem: async () => Readable.from([Buffer.from("a file system")]),
    async stop() {
      engine.dispose();
    },
  };
});
