import assert from "node:assert/strict";
import { test } from "node:test";
import { commands } from "../../../client/src/commands";
import { inspectContainer } from "../../../client/src/commands/containers/inspectContainer";
import { openInBrowser } from "../../../client/src/commands/containers/openInBrowser";
import {
  removeContainers,
  removeRunningContainers,
} from "../../../client/src/commands/containers/removeContainers";
import { startContainers } from "../../../client/src/commands/containers/startContainers";
import { stopContainers } from "../../../client/src/commands/containers/stopContainers";
import { copyDockerCommand } from "../../../client/src/commands/engine/copyDockerCommand";
import type { ContainerSubject } from "../../../client/src/selection/subject";
import {
  createInMemoryHost,
  type InMemoryHost,
  type InMemoryHostOptions,
  runOn,
} from "../../support/inMemoryHost";

const images = [{ tags: ["alpine:3.20"] }];
const published = [{ containerPort: 5000, protocol: "tcp", hostPort: 8888 }] as const;

function hostWith(options: InMemoryHostOptions): InMemoryHost {
  return createInMemoryHost({ images, ...options });
}

async function subject(host: InMemoryHost, name: string): Promise<ContainerSubject> {
  const container = (await host.memoryEngine.containers.list()).find((one) => one.name === name);
  assert.ok(container);
  return { kind: "container", container };
}

async function states(host: InMemoryHost): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await host.memoryEngine.containers.list()).map(({ name, state }) => [name, state]),
  );
}

test("start and stop act on all that is selected", async () => {
  const host = hostWith({
    containers: [
      { image: "alpine:3.20", name: "one" },
      { image: "alpine:3.20", name: "two" },
    ],
  });
  await runOn(startContainers, host, await subject(host, "one"), await subject(host, "two"));
  assert.deepEqual(await states(host), { one: "running", two: "running" });
  await runOn(stopContainers, host, await subject(host, "one"));
  assert.deepEqual(await states(host), { one: "exited", two: "running" });
});

test("from the palette only what suits is offered", async () => {
  const host = hostWith({
    containers: [
      { image: "alpine:3.20", name: "idle" },
      { image: "alpine:3.20", name: "busy", state: "running" },
    ],
  });
  await runOn(stopContainers, host);
  assert.deepEqual(host.ui.offered, ["busy"]);
  const empty = hostWith({});
  await runOn(stopContainers, empty);
  assert.equal(empty.ui.notices[0]?.message, "No container is running.");
});

test("removing asks first and names what is lost", async () => {
  const containers = [{ image: "alpine:3.20", name: "old", state: "exited" as const }];
  const declined = hostWith({ containers, confirms: "never" });
  await runOn(removeContainers, declined, await subject(declined, "old"));
  assert.deepEqual(await states(declined), { old: "exited" });
  assert.match(declined.ui.confirmations[0]?.detail ?? "", /is lost; volumes and images stay\.$/);

  const agreed = hostWith({ containers });
  await runOn(removeContainers, agreed, await subject(agreed, "old"));
  assert.deepEqual(await states(agreed), {});
});

test("a running one is removed only after the stronger question", async () => {
  const host = hostWith({ containers: [{ image: "alpine:3.20", name: "busy", state: "running" }] });
  await runOn(removeContainers, host, await subject(host, "busy"));
  assert.match(host.ui.confirmations[0]?.message ?? "", /^Kill and remove busy\?/);
  assert.deepEqual(await states(host), {});
  assert.equal(
    removeRunningContainers.equivalent?.(await fixed("busy", "running"))?.join(" "),
    "docker rm -f busy",
  );
});

test("one that fails does not hold up the others", async () => {
  const host = hostWith({
    containers: [
      { image: "alpine:3.20", name: "gone" },
      { image: "alpine:3.20", name: "here" },
    ],
  });
  const gone = await subject(host, "gone");
  await host.memoryEngine.containers.remove("gone");
  await runOn(startContainers, host, gone, await subject(host, "here"));
  assert.deepEqual(await states(host), { here: "running" });
  assert.match(host.ui.notices[0]?.message ?? "", /^Not found: /);
});

test("the browser is sent to the engine's own host", async () => {
  const containers = [{ image: "alpine:3.20", name: "web", state: "running", ports: published }] as const;
  for (const [engineHost, url] of [
    ["localhost", "http://localhost:8888/"],
    ["build.example", "http://build.example:8888/"],
    ["fd00::1", "http://[fd00::1]:8888/"],
  ] as const) {
    const host = hostWith({ containers, engineHost });
    await runOn(openInBrowser, host, await subject(host, "web"));
    assert.deepEqual(host.ui.opened, [url]);
  }
});

test("without a published port the difference between EXPOSE and -p is told", async () => {
  const host = hostWith({ containers: [{ image: "alpine:3.20", name: "web", state: "running" }] });
  await runOn(openInBrowser, host, await subject(host, "web"));
  assert.match(host.ui.notices[0]?.message ?? "", /EXPOSE alone does not publish/);
});

test("an inspection opens as a JSON document", async () => {
  const host = hostWith({ containers: [{ image: "alpine:3.20", name: "web" }] });
  await runOn(inspectContainer, host, await subject(host, "web"));
  assert.equal(host.ui.documents[0]?.name, "container/web.json");
  assert.ok(JSON.parse(host.ui.documents[0]?.text ?? ""));
});

test("a row shows what its actions would be in a terminal", async () => {
  const host = hostWith({
    containers: [{ image: "alpine:3.20", name: "web" }],
    replies: { "Which command?": "Start" },
  });
  await runOn(copyDockerCommand, host, await subject(host, "web"));
  assert.equal(host.ui.clipboard, "docker start web");
  assert.ok(!host.ui.offered.includes("Remove Running"));
});

test("every command has an id of its own and says what it understands", () => {
  assert.equal(new Set(commands.map(({ id }) => id)).size, commands.length);
  for (const { id, on, menus = [] } of commands) {
    if (menus.some(({ menu }) => menu !== "view/title"))
      assert.ok(on, `${id} stands on rows or files, so it must say which`);
  }
});

async function fixed(name: string, state: "running" | "exited"): Promise<ContainerSubject> {
  const host = hostWith({ containers: [{ image: "alpine:3.20", name, state }] });
  return subject(host, name);
}
