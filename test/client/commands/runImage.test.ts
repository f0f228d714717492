import assert from "node:assert/strict";
import { test } from "node:test";
import { findImage } from "../../../client/src/commands/images/chooseImages";
import { runImage } from "../../../client/src/commands/images/runImage";
import {
  createInMemoryHost,
  type InMemoryHost,
  type InMemoryHostOptions,
  runOn,
} from "../../support/inMemoryHost";

const app = {
  tags: ["me/myfirstapp:latest"],
  exposedPorts: [{ port: 5000, protocol: "tcp" }],
  command: ["sleep", "1000"],
} as const;

async function run(options: InMemoryHostOptions): Promise<InMemoryHost> {
  const host = createInMemoryHost({ images: [app], ...options });
  const image = await findImage(host.memoryEngine, "me/myfirstapp:latest");
  assert.ok(image);
  await runOn(runImage, host, image);
  return host;
}

test("asks for name and port, runs, and offers the browser once the port answers", async () => {
  const host = await run({ replies: { "Which port": "8888" } });
  const [container] = await host.memoryEngine.containers.list();
  assert.equal(container?.name, "myfirstapp");
  assert.equal(container?.state, "running");
  assert.match(
    host.ui.notices[0]?.message ?? "",
    /myfirstapp is running and answers at http:\/\/localhost:8888\/\./,
  );
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker run -d -p 8888:5000 --name myfirstapp me/myfirstapp:latest");
  await host.ui.press("Open in Browser");
  assert.equal(host.started[0]?.id, "containers.openInBrowser");
});

test("a taken name is not proposed, and refused when it is typed", async () => {
  const host = await run({
    containers: [{ image: "me/myfirstapp", name: "myfirstapp" }],
    replies: { "Name the container": ["myfirstapp", "myfirstapp-2"] },
  });
  assert.match(host.ui.verdicts[0]?.message ?? "", /already a container named myfirstapp/);
  const names = (await host.memoryEngine.containers.list()).map(({ name }) => name);
  assert.deepEqual(names.sort(), ["myfirstapp", "myfirstapp-2"]);
});

test("a port's holder is named before anything is created", async () => {
  const host = await run({
    containers: [
      {
        image: "me/myfirstapp",
        name: "other",
        state: "running",
        ports: [{ containerPort: 5000, protocol: "tcp", hostPort: 8888 }],
      },
    ],
    busyPorts: [9999],
    replies: { "Which port": ["8888", "9999", "70000", "8889"] },
  });
  const messages = host.ui.verdicts.map(({ message }) => message);
  assert.match(messages[0] ?? "", /taken by the container other/);
  assert.match(messages[1] ?? "", /taken by another program/);
  assert.match(messages[2] ?? "", /from 1 to 65535/);
  assert.ok(
    (await host.memoryEngine.containers.list()).some(({ ports }) =>
      ports.some(({ hostPort }) => hostPort === 8889),
    ),
  );
});

test("the proposed port is free, and the last one chosen comes again", async () => {
  const busy = await run({ busyPorts: [5000, 5001] });
  assert.match(busy.ui.notices[0]?.message ?? "", /:5002\//);
  assert.equal(busy.remembered.get("run.ports:me/myfirstapp"), "5002:5000");
});

test("an empty answer leaves the port unpublished", async () => {
  const host = await run({ replies: { "Which port": "" } });
  const [container] = await host.memoryEngine.containers.list();
  assert.deepEqual(
    container?.ports.filter(({ hostPort }) => hostPort !== undefined),
    [],
  );
  assert.equal(host.ui.notices[0]?.message, "myfirstapp is running.");
});

test("a program that ends at once is explained by its code and last words", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["me/broken"], command: ["sh", "-c", "echo no such module; exit 1"] }],
  });
  const image = await findImage(host.memoryEngine, "me/broken:latest");
  assert.ok(image);
  await runOn(runImage, host, image);
  const [notice] = host.ui.notices;
  assert.equal(notice?.severity, "error");
  assert.match(notice?.message ?? "", /broken ended with exit code 1\. Its last words: no such module/);
});
