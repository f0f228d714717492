import assert from "node:assert/strict";
import { test } from "node:test";
import type { Endpoint } from "../../../client/src/engine/endpoint";
import { parseEndpoint } from "../../../client/src/engine/endpoint/parseEndpoint";
import type { ResolvedEndpoint } from "../../../client/src/engine/endpoint/resolveEndpoint";
import { engineStatus } from "../../../client/src/ui/engineStatus";
import { type NamedEngine, namingEngine } from "../../../client/src/ui/namingEngine";
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

test("what is lost is asked about by the engine's name, first of all where it is another machine's", async () => {
  const ui = createInMemoryUi();
  let engine: NamedEngine | undefined = { address: "ssh://me@box", machine: "another" };
  const asking = namingEngine(ui, () => engine);
  const question = { message: "Remove it?", detail: "It is lost.", action: "Remove" };
  await asking.confirm(question);
  await asking.confirm({ ...question, at: "this machine" });
  engine = { address: "unix:///x.sock", machine: "this one" };
  await asking.confirm(question);
  engine = undefined;
  await asking.confirm(question);
  assert.deepEqual(
    ui.confirmations.map(({ detail }) => detail),
    [
      "This happens on another machine, at the engine ssh://me@box.\n\nIt is lost.",
      "It is lost.",
      "It is lost.\n\nThe engine is unix:///x.sock, on this machine.",
      "It is lost.",
    ],
  );
});
