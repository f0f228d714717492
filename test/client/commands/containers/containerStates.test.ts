import assert from "node:assert/strict";
import { test } from "node:test";
import { killContainers } from "../../../../client/src/commands/containers/killContainers";
import { pauseContainers } from "../../../../client/src/commands/containers/pauseContainers";
import { pruneContainers } from "../../../../client/src/commands/containers/pruneContainers";
import { renameContainer } from "../../../../client/src/commands/containers/renameContainer";
import { restartContainers } from "../../../../client/src/commands/containers/restartContainers";
import { showChanges } from "../../../../client/src/commands/containers/showChanges";
import { processTable, showProcesses } from "../../../../client/src/commands/containers/showProcesses";
import { unpauseContainers } from "../../../../client/src/commands/containers/unpauseContainers";
import {
  createInMemoryHost,
  type InMemoryHost,
  type InMemoryHostOptions,
  runOn,
} from "../../../support/inMemoryHost";
import { containerSubject } from "../../../support/subjects";

function hostWith(options: InMemoryHostOptions = {}): InMemoryHost {
  return createInMemoryHost({
    images: [{ tags: ["alpine:3.20"] }],
    containers: [
      { image: "alpine:3.20", name: "web", state: "running" },
      { image: "alpine:3.20", name: "old", state: "exited" },
    ],
    ...options,
  });
}

async function stateOf(host: InMemoryHost, name: string): Promise<string | undefined> {
  return (await host.memoryEngine.containers.list()).find((one) => one.name === name)?.state;
}

test("a container is paused, goes on, restarts and is killed", async () => {
  const host = hostWith({ replies: { "Which signal": "KILL" } });
  await runOn(pauseContainers, host, await containerSubject(host, "web"));
  assert.equal(await stateOf(host, "web"), "paused");
  await runOn(unpauseContainers, host, await containerSubject(host, "web"));
  assert.equal(await stateOf(host, "web"), "running");
  await runOn(restartContainers, host, await containerSubject(host, "web"));
  assert.equal(await stateOf(host, "web"), "running");
  await runOn(killContainers, host, await containerSubject(host, "web"));
  assert.equal(await stateOf(host, "web"), "exited");
  assert.deepEqual(host.ui.notices, []);
});

test("a verb says what it would be in a terminal only where it does something", async () => {
  const host = hostWith();
  const [web, old] = [await containerSubject(host, "web"), await containerSubject(host, "old")];
  assert.deepEqual(pauseContainers.equivalent?.(web), ["docker", "pause", "web"]);
  assert.equal(unpauseContainers.equivalent?.(web), undefined);
  assert.deepEqual(restartContainers.equivalent?.(web), ["docker", "restart", "web"]);
  assert.equal(killContainers.equivalent?.(old), undefined);
  assert.deepEqual(showChanges.equivalent?.(old), ["docker", "diff", "old"]);
});

test("a new name is refused while another has it", async () => {
  const host = hostWith({ replies: { "new name": ["old", "web", "api"] } });
  await runOn(renameContainer, host, await containerSubject(host, "web"));
  assert.match(host.ui.verdicts[0]?.message ?? "", /already a container named old/);
  assert.match(host.ui.verdicts[1]?.message ?? "", /That is already its name/);
  assert.equal(await stateOf(host, "api"), "running");
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker rename web api");
});

test("all stopped ones are removed after the question, and none that runs", async () => {
  const declined = hostWith({ confirms: "never" });
  await runOn(pruneContainers, declined);
  assert.equal(await stateOf(declined, "old"), "exited");
  const host = hostWith();
  await runOn(pruneContainers, host);
  assert.equal(host.ui.confirmations[0]?.message, "Remove old?");
  assert.equal(await stateOf(host, "old"), undefined);
  assert.equal(await stateOf(host, "web"), "running");
  assert.match(host.ui.notices[0]?.message ?? "", /^Removed 1 container and freed/);
  await runOn(pruneContainers, host);
  assert.match(host.ui.notices[1]?.message ?? "", /no stopped containers/);
});

test("processes are a table, and changed files a tree", async () => {
  const host = hostWith();
  await runOn(showProcesses, host, await containerSubject(host, "web"));
  assert.match(host.ui.documents[0]?.text ?? "", /^PID {2}CMD\n1 {4}sleep/);
  await host.memoryEngine.containers.execute("web", ["touch", "/srv/a"]);
  await runOn(showChanges, host, await containerSubject(host, "web"));
  assert.match(host.ui.documents[1]?.text ?? "", /Since web was made from alpine:3\.20: 1 added\./);
  assert.equal(processTable({ titles: ["A"], rows: [["x\ny"]] }), "A\nx y\n");
});
