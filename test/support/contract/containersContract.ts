import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Current, fails, fresh, importBase, stoppable, withContainer } from "./contractSubject";

export function containersContract(current: Current): void {
  describe("containers", () => {
    test("a new one is created, not running, and has its name without a slash", async () => {
      const { containers } = current().engine;
      const name = fresh("web");
      await withContainer(current(), { name, labels: { who: "me" } }, async (id, image) => {
        const listed = (await containers.list()).find((each) => each.id === id);
        assert.ok(listed);
        assert.equal(listed.name, name);
        assert.equal(listed.image, image);
        assert.equal(listed.state, "created");
        assert.equal(listed.status, "Created");
        assert.equal(listed.command, "sleep 1000");
        assert.equal(listed.labels["who"], "me");
        assert.deepEqual(listed.ports, []);
        const details = await containers.inspect(name);
        assert.equal(details.id, id);
        assert.equal(details.name, name);
        assert.equal(details.state, "created");
        assert.equal(details.exitCode, undefined);
        assert.equal(details.started, undefined);
        assert.equal(details.health, "none");
        assert.equal(details.imageId, listed.imageId);
      });
    });

    test("start and stop may be said twice", async () => {
      const { containers } = current().engine;
      await withContainer(current(), { command: stoppable }, async (id) => {
        await containers.stop(id);
        await containers.start(id);
        await containers.start(id);
        const { state: started, started: first } = await containers.inspect(id);
        assert.equal(started, "running");
        await containers.stop(id);
        await containers.stop(id);
        const { state, exitCode } = await containers.inspect(id);
        assert.deepEqual({ state, exitCode }, { state: "exited", exitCode: 137 });
        await containers.restart(id);
        const again = await containers.inspect(id);
        assert.equal(again.state, "running");
        assert.ok(first !== undefined && again.started !== undefined && again.started > first);
      });
    });

    test("pause and unpause, and their conflicts", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await fails(containers.pause(id), "conflict");
        await containers.start(id);
        await fails(containers.unpause(id), "conflict");
        await containers.pause(id);
        assert.equal((await containers.list()).find((each) => each.id === id)?.state, "paused");
        await fails(containers.pause(id), "conflict");
        await fails(containers.execute(id, ["true"]), "conflict");
        await containers.unpause(id);
        assert.equal((await containers.inspect(id)).state, "running");
      });
    });

    test("a running one is removed by force only", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await containers.start(id);
        await fails(containers.remove(id), "conflict");
        await containers.remove(id, { force: true });
        await fails(containers.inspect(id), "not-found");
      });
    });

    test("a name belongs to one", async () => {
      const { containers } = current().engine;
      const [name, other] = [fresh("taken"), fresh("free")];
      await withContainer(current(), { name }, async (_, image) => {
        await fails(containers.create({ image, name }), "conflict");
        const second = await containers.create({ image, name: other });
        await fails(containers.rename(second, name), "conflict");
        const renamed = fresh("renamed");
        await containers.rename(second, renamed);
        assert.equal((await containers.inspect(second)).name, renamed);
        await fails(containers.inspect(other), "not-found");
        await fails(containers.rename(second, "not a name"), "invalid-request");
        await containers.remove(second);
      });
    });

    test("a missing one is not found, whatever is asked of it", async () => {
      const { containers } = current().engine;
      const missing = "no-such-container";
      for (const call of [
        () => containers.inspect(missing),
        () => containers.start(missing),
        () => containers.stop(missing),
        () => containers.restart(missing),
        () => containers.pause(missing),
        () => containers.kill(missing),
        () => containers.rename(missing, "any"),
        () => containers.remove(missing),
        () => containers.remove(missing, { force: true }),
        () => containers.logs(missing, {}, () => undefined),
        () => containers.wait(missing),
        () => containers.changes(missing),
        () => containers.commit(missing, {}),
        () => containers.execute(missing, ["true"]),
      ]) {
        await fails(call(), "not-found");
      }
      await fails(containers.create({ image: "no/such:image" }), "not-found");
      await fails(containers.inspect(""), "invalid-request");
    });

    test("one that does not run has nothing to kill, show or run in", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (id) => {
        await fails(containers.kill(id), "conflict");
        await fails(containers.processes(id), "conflict");
        await fails(containers.execute(id, ["true"]), "conflict");
      });
    });

    test("a published port is told, and can't be had twice", async () => {
      const { containers } = current().engine;
      const port = { containerPort: 80, protocol: "tcp", hostAddress: "127.0.0.1" } as const;
      await withContainer(current(), { ports: [{ ...port, hostPort: 0 }] }, async (id, image) => {
        await containers.start(id);
        const { ports } = await containers.inspect(id);
        assert.equal(ports.length, 1);
        const hostPort = ports[0]?.hostPort ?? 0;
        assert.ok(hostPort > 0);
        assert.deepEqual(ports, [{ ...port, hostPort }]);
        assert.deepEqual((await containers.list()).find((each) => each.id === id)?.ports, ports);
        const second = await containers.create({ image, ports: [{ ...port, hostPort }] });
        await fails(containers.start(second), "conflict");
        await containers.remove(second, { force: true });
      });
    });

    test("what it was made with can be read back", async () => {
      const { containers } = current().engine;
      const options = {
        environment: ["COLOUR=blue"],
        user: "nobody",
        workingDirectory: "/tmp",
        entrypoint: ["sleep"],
        command: ["1000"],
        restartPolicy: "unless-stopped",
      } as const;
      await withContainer(current(), options, async (id) => {
        const details = await containers.inspect(id);
        assert.ok(details.environment.includes("COLOUR=blue"));
        assert.equal(details.user, "nobody");
        assert.equal(details.workingDirectory, "/tmp");
        assert.deepEqual(details.entrypoint, ["sleep"]);
        assert.deepEqual(details.command, ["1000"]);
        assert.equal(details.restartPolicy, "unless-stopped");
        assert.equal(details.autoRemove, false);
        assert.equal(details.tty, false);
      });
    });

    test("prune removes what does not run", async () => {
      const { containers } = current().engine;
      await withContainer(current(), {}, async (running) => {
        await containers.start(running);
        await withContainer(current(), {}, async (stopped) => {
          const { removed } = await containers.prune();
          assert.ok(removed.includes(stopped));
          assert.ok(!removed.includes(running));
        });
      });
    });

    test("a commit makes an image of it, with the changes that are asked for", async () => {
      const { containers, images } = current().engine;
      await withContainer(current(), { command: ["touch", "/made"] }, async (id) => {
        assert.deepEqual(await containers.changes(id), []);
        await containers.start(id);
        await containers.wait(id);
        const added = (await containers.changes(id)).filter(({ kind }) => kind === "added");
        assert.deepEqual(added, [{ path: "/made", kind: "added" }]);
        const reference = `${fresh("committed")}:1`;
        const image = await containers.commit(id, {
          reference,
          message: "with a file",
          author: "me <me@example.com>",
          changes: ["EXPOSE 8080", 'CMD ["echo", "hi"]'],
        });
        const details = await images.inspect(reference);
        assert.equal(details.id, image);
        assert.equal(details.comment, "with a file");
        assert.equal(details.author, "me <me@example.com>");
        assert.deepEqual(details.command, ["echo", "hi"]);
        assert.deepEqual(details.exposedPorts, [{ port: 8080, protocol: "tcp" }]);
        assert.equal(details.layers.length, 2);
        await images.remove(reference);
      });
    });

    test("what it has deleted is told", async () => {
      const subject = current();
      await withContainer(subject, { command: ["sh", "-c", "rm /etc/passwd"] }, async (id) => {
        await subject.engine.containers.start(id);
        await subject.engine.containers.wait(id);
        const changes = await subject.engine.containers.changes(id);
        assert.ok(changes.some(({ path, kind }) => path === "/etc/passwd" && kind === "deleted"));
      });
    });

    test("an image without a tag makes containers, too", async () => {
      const { containers, images } = current().engine;
      const image = await importBase(current());
      const id = await containers.create({ image, command: ["true"] });
      assert.equal((await containers.inspect(id)).imageId, image);
      await containers.remove(id);
      await images.remove(image);
    });
  });
}
