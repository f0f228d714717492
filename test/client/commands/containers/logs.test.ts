import assert from "node:assert/strict";
import { test } from "node:test";
import { changeLog } from "../../../../client/src/commands/containers/changeLog";
import { logLines } from "../../../../client/src/commands/containers/logLines";
import { showLogs } from "../../../../client/src/commands/containers/showLogs";
import { until } from "../../../../scripts/testbed/until";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../../support/inMemoryHost";
import { containerSubject } from "../../../support/subjects";

const name = "container/web.log";

function hostWith(script: string, replies: Readonly<Record<string, string>> = {}): InMemoryHost {
  return createInMemoryHost({
    images: [{ tags: ["alpine:3.20"] }],
    containers: [{ image: "alpine:3.20", name: "web", command: ["sh", "-c", script], state: "running" }],
    replies,
  });
}

function shows(host: InMemoryHost, text: string): Promise<boolean> {
  const shown = () => host.ui.outputs.get(name);
  return until(`“${text}”`, () => shown()?.includes(text)).catch(() =>
    assert.fail(`“${text}” is not in ${JSON.stringify(shown())}`),
  );
}

test("a log is a document, and asking again starts it over", async () => {
  const host = hostWith("echo hello; sleep 1000");
  await runOn(showLogs, host, await containerSubject(host, "web"));
  await runOn(showLogs, host, await containerSubject(host, "web"));
  await shows(host, "hello");
  assert.equal(host.ui.outputs.get(name), "hello\n");
});

test("it goes on after a restart, with no line twice, and after another took the name", async () => {
  const host = hostWith("echo hello; sleep 0.05; echo bye");
  const { containers } = host.memoryEngine;
  await runOn(showLogs, host, await containerSubject(host, "web"));
  await shows(host, "is not running");
  await containers.start("web");
  await shows(host, "is not running; its log continues here when it starts again. —\nhello\nbye\n");
  const lines = host.ui.outputs
    .get(name)
    ?.split("\n")
    .filter((line) => line === "hello");
  assert.equal(lines?.length, 2);

  await containers.remove("web", { force: true });
  const id = await containers.create({
    image: "alpine:3.20",
    name: "web",
    command: ["sh", "-c", "echo new; sleep 1000"],
  });
  await containers.start(id);
  await shows(host, "\nnew\n");
});

test("a broken connection is told, and the log goes on when it stands again", async () => {
  const host = hostWith("echo hello; sleep 1000");
  await runOn(showLogs, host, await containerSubject(host, "web"));
  await shows(host, "hello");
  host.memoryEngine.goDown();
  await shows(host, "connection to the engine was lost");
  host.memoryEngine.comeBack();
  await host.memoryEngine.containers.restart("web");
  await shows(host, "is back. —\nhello\n");
});

test("timestamps, how far it reaches, and following can be chosen", async () => {
  const host = hostWith("echo hello; sleep 1000", { "What do you want to change": "Show Timestamps" });
  await runOn(showLogs, host, await containerSubject(host, "web"));
  await runOn(changeLog, host, { kind: "file", path: undefined, uri: `drydock-log:/${name}` });
  await shows(host, "Z hello");
  assert.match(host.ui.outputs.get(name) ?? "", /^\d{4}-\d\d-\d\dT[\d:.]+Z hello\n$/);
  assert.deepEqual(host.openedLogs.get(name)?.choice.timestamps, "shown");

  const still = hostWith("echo hello; sleep 0.02", { "What do you want to change": "Stop Following" });
  await runOn(showLogs, still, await containerSubject(still, "web"));
  await runOn(changeLog, still);
  await shows(still, "hello");
  await still.memoryEngine.containers.wait("web");
  // Long enough for a word about the end, which must not come.
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(still.ui.outputs.get(name), "hello\n");
});

test("lines are put together by their streams, and what is written over is gone", () => {
  let text = "";
  const lines = logLines({
    timestamps: "hidden",
    append: (added) => {
      text += added;
    },
  });
  const at = (second: number) => `2026-01-02T03:04:0${second}.000000001Z`;
  lines.write({ source: "stdout", text: `${at(1)} one\n${at(2)} 10%\r50%\r100%\r\n${at(3)} un` });
  lines.write({ source: "stderr", text: `${at(4)} problem\n` });
  lines.write({ source: "stdout", text: "finished\n" });
  lines.write({ source: "stdout", text: `${at(5)} last` });
  assert.equal(text, "one\n100%\nproblem\nunfinished\n");
  lines.end();
  assert.equal(text, "one\n100%\nproblem\nunfinished\nlast\n");
  assert.equal(lines.lastTime(), Date.parse("2026-01-02T03:04:05Z"));
  lines.write({ source: "stdout", text: `${at(5)} last\n${at(6)} next\n` });
  assert.equal(text, "one\n100%\nproblem\nunfinished\nlast\nnext\n");
});
