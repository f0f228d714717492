import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TransferProgress } from "../../../client/src/engine/engine";
import { type ContractSubject, type Current, fails, fresh, importBase } from "./contractSubject";

export function registryContract(current: Current): void {
  describe("a registry with a login", () => {
    test("what is pushed can be pulled again, and has the same digest on all ways", async () => {
      const { engine } = current();
      const { images, registries } = engine;
      const credential = loginOf(current());
      const reference = `${current().registry.domain}/${fresh("shop/pushed")}:1.0`;
      const id = await importBase(current(), reference);
      const pushing: TransferProgress[] = [];
      const digest = await images.push(reference, { credential, onProgress: (each) => pushing.push(each) });
      assert.match(digest, /^sha256:[0-9a-f]{64}$/);
      const { layersAtEnd, registryQuestions } = current().manners;
      const ended = pushing.filter(({ layer }) => layer !== undefined).map(({ status }) => status);
      if (layersAtEnd.pushed !== undefined) assert.ok(ended.includes(layersAtEnd.pushed));
      const repository = reference.replace(/:1\.0$/, "");
      if (registryQuestions === "answered") {
        assert.equal(await registries.digest(reference, credential), digest);
        assert.deepEqual((await images.inspect(reference)).digests, [`${repository}@${digest}`]);
      } else await fails(registries.digest(reference, credential), "unsupported");

      await images.remove(reference);
      const pulling: TransferProgress[] = [];
      await images.pull(reference, { credential, onProgress: (each) => pulling.push(each) });
      assert.equal((await images.inspect(reference)).id, id);
      assert.ok(pulling.some(({ layer, status }) => layer !== undefined && status === layersAtEnd.pulled));
      const listed = (await images.list()).find((each) => each.id === id);
      assert.deepEqual(listed?.digests, [`${repository}@${digest}`]);
      await images.remove(reference);
    });

    test("no tag means latest", async () => {
      const { images } = current().engine;
      const credential = loginOf(current());
      const repository = `${current().registry.domain}/${fresh("latest")}`;
      await importBase(current(), repository);
      await images.tag(repository, `${repository}:other`);
      await images.push(repository, { credential });
      await images.remove(repository);
      await images.remove(`${repository}:other`);
      await images.pull(repository, { credential });
      assert.deepEqual((await images.inspect(repository)).tags, [`${repository}:latest`]);
      await fails(images.pull(`${repository}:other`, { credential }), "not-found");
      await images.remove(repository);
    });

    test("without a login, or with a wrong one, nothing goes in or out", async () => {
      const { images, registries } = current().engine;
      const reference = `${current().registry.domain}/${fresh("closed")}:1`;
      await importBase(current(), reference);
      const wrong = { ...loginOf(current()), password: "wrong" };
      await fails(images.push(reference, {}), "registry-unauthorized");
      await fails(images.push(reference, { credential: wrong }), "registry-unauthorized");
      await fails(images.pull(reference, {}), "registry-unauthorized");
      await fails(images.pull(reference, { credential: wrong }), "registry-unauthorized");
      const told =
        current().manners.registryQuestions === "answered" ? "registry-unauthorized" : "unsupported";
      await fails(registries.digest(reference), told);
      await fails(registries.digest(reference, wrong), told);
      await images.remove(reference);
    });

    test("a login can be checked", async () => {
      const { registries } = current().engine;
      // Podman checks logins at registries with TLS alone, whatever its settings say.
      if (current().manners.registryQuestions === "lacking")
        return fails(registries.checkLogin(loginOf(current())), "registry-insecure");
      assert.equal(await registries.checkLogin(loginOf(current())), undefined);
      await fails(
        registries.checkLogin({ ...loginOf(current()), password: "wrong" }),
        "registry-unauthorized",
      );
    });

    test("what it does not have is not found", async () => {
      const { images, registries } = current().engine;
      const credential = loginOf(current());
      const missing = `${current().registry.domain}/${fresh("missing")}:1`;
      await fails(images.pull(missing, { credential }), "not-found");
      const told = current().manners.registryQuestions === "answered" ? "not-found" : "unsupported";
      await fails(registries.digest(missing, credential), told);
      await fails(images.push(missing, { credential }), "not-found");
    });

    test("a registry that nobody runs can't be reached", async () => {
      const { images, registries } = current().engine;
      const reference = `127.0.0.1:1/${fresh("nowhere")}:1`;
      await importBase(current(), reference);
      await fails(images.pull(reference, {}), "registry-unreachable");
      await fails(images.push(reference, {}), "registry-unreachable");
      const nowhere = { ...loginOf(current()), server: "127.0.0.1:1" };
      await fails(registries.checkLogin(nowhere), "registry-unreachable");
      await images.remove(reference);
    });

    test("a transfer can be cancelled before it begins", async () => {
      const { images } = current().engine;
      const reference = `${current().registry.domain}/${fresh("cancelled")}:1`;
      await fails(images.pull(reference, { signal: AbortSignal.abort() }), "cancelled");
      await fails(images.push(reference, { signal: AbortSignal.abort() }), "cancelled");
    });
  });
}

function loginOf({ registry }: ContractSubject) {
  return { server: registry.domain, user: registry.user, password: registry.password };
}
