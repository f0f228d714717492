import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Current, fresh, withContainer } from "./contractSubject";

export function attachablesContract(current: Current): void {
  describe("what containers can be attached to", () => {
    test("the engine's own networks are there from the beginning", async () => {
      const { engine, manners } = current();
      const networks = await engine.networks.list();
      for (const [name, driver] of Object.entries(manners.ownNetworks)) {
        const found = networks.find((network) => network.name === name);
        assert.equal(found?.driver, driver);
        assert.notEqual(found?.id, "");
      }
    });

    test("a volume is made with the first container that has it", async () => {
      const { volumes } = current().engine;
      const name = fresh("data");
      const listed = async () => (await volumes.list()).some((volume) => volume.name === name);
      assert.equal(await listed(), false);
      const mounts = [{ type: "volume", source: name, target: "/data", readOnly: false }] as const;
      await withContainer(current(), { mounts }, async () => {
        assert.equal(await listed(), true);
      });
    });
  });
}
