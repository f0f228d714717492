import assert from "node:assert/strict";
import { test } from "node:test";
import type { Endpoint } from "../../../client/src/engine/endpoint";
import { parseEndpoint } from "../../../client/src/engine/endpoint/parseEndpoint";
import type { ResolvedEndpoint } from "../../../client/src/engine/endpoint/resolveEndpoint";
import { engineStatus } from "../../../client/src/ui/engineStatus";
import { namingRemoteEngine } from "../../../client/src/ui/namingRemoteEngine";
import { createInMemoryUi } from "../../support/inMemoryUi";

const socket: Endpoint = { kind: "unix", path: "/var/run/docker.sock" };

function status(endpoint: Endpoint, contextName: string, decidedBy: ResolvedEndpoint["decidedBy"]) {
  return engineStatus({ endpoint, contextName, decidedBy });
}

test("the local default needs no place in the status bar", () => {
  assert.equal(status(socket, "default", "default"), undefined);
  assert.equal(status(socket, "default", "choice"), undefined);
});

test("a Docker context on this machine is named, without alarm", () => {
  const shown = status(socket, "colima", "config");
  assert.equal(shown?.text, "$(server) colima");
  assert.equal(shown?.severity, "plain");
});

test("an engine on another machine warns, and says what decided it", () => {
  const shown = status(parseEndpoint("ssh://me@box"), "default", "DOCKER_HOST");
  assert.equal(shown?.text, "$(globe) ssh://me@box");
  assert.equal(shown?.severity, "warning");
  assert.match(shown?.tooltip ?? "", /DOCKER_HOST decides it/);
});

test("a Docker context's name draws no icon", () => {
  assert.equal(status(socket, "$(flame)", "choice")?.text, "$(server) \\$(flame)");
});

test("what is lost on another machine is asked about by that machine's name", async () => {
  const ui = createInMemoryUi();
  let engine: string | undefined = "ssh://me@box";
  const asking = namingRemoteEngine(ui, () => engine);
  const question = { message: "Remove it?", detail: "It is lost.", action: "Remove" };
  await asking.confirm(question);
  await asking.confirm({ ...question, at: "this machine" });
  engine = undefined;
  await asking.confirm(question);
  assert.deepEqual(
    ui.confirmations.map(({ detail }) => detail.includes("ssh://me@box")),
    [true, false, false],
  );
});
