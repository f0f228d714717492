import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { findImage } from "../../../../client/src/commands/images/chooseImages";
import { duplicateContainer } from "../../../../client/src/commands/run/duplicateContainer";
import { rememberedProfile } from "../../../../client/src/commands/run/rememberProfile";
import { runAgain } from "../../../../client/src/commands/run/runAgain";
import { runImage } from "../../../../client/src/commands/run/runImage";
import { makeFolder } from "../../../support/buildFolder";
import {
  createInMemoryHost,
  type InMemoryHost,
  type InMemoryHostOptions,
  runOn,
} from "../../../support/inMemoryHost";
import { containerSubject } from "../../../support/subjects";

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
  const host = await run({ replies: { "Which host port": "8888" } });
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
    busyPorts: [9999, 9998],
    replies: { "Which host port": ["8888", "9999", "9998", "70000", "8889"] },
  });
  const messages = host.ui.verdicts.map(({ message }) => message);
  assert.match(messages[0] ?? "", /taken by the container other/);
  assert.match(messages[1] ?? "", /taken by the program nc \(process 42\)/);
  assert.match(messages[2] ?? "", /taken by another program/);
  assert.match(messages[3] ?? "", /from 1 to 65535/);
  assert.ok(
    (await host.memoryEngine.containers.list()).some(({ ports }) =>
      ports.some(({ hostPort }) => hostPort === 8889),
    ),
  );
});

test("the proposed port is free, and the last one chosen comes again", async () => {
  const busy = await run({ busyPorts: [5000, 5001] });
  assert.match(busy.ui.notices[0]?.message ?? "", /:5002\//);
  assert.equal(rememberedProfile(busy.memory, "me/myfirstapp:2")?.ports[0]?.hostPort, 5002);
});

test("the same number is free for each protocol", async () => {
  const exposedPorts = [
    { port: 5353, protocol: "tcp" },
    { port: 5353, protocol: "udp" },
  ] as const;
  const host = createInMemoryHost({
    images: [{ ...app, exposedPorts }],
    replies: { "Which host port": "5353" },
  });
  const image = await findImage(host.memoryEngine, "me/myfirstapp:latest");
  assert.ok(image);
  await runOn(runImage, host, image);
  const { bindings } = await host.memoryEngine.containers.inspect("myfirstapp");
  assert.deepEqual(
    bindings.map(({ hostPort, protocol }) => `${hostPort}/${protocol}`),
    ["5353/tcp", "5353/udp"],
  );
});

test("the networks that there are can be chosen, those made for a purpose first", async () => {
  const host = await run({
    networks: ["shop"],
    replies: { "Run it like this": ["Network", "Run"], "Containers on the same network": "shop" },
  });
  assert.deepEqual((await host.memoryEngine.containers.inspect("myfirstapp")).networks, ["shop"]);
});

test("a volume that there is can be chosen again", async () => {
  const host = await run({
    containers: [
      {
        image: "me/myfirstapp",
        name: "other",
        mounts: [{ type: "volume", source: "shop-data", target: "/data", readOnly: false }],
      },
    ],
    replies: {
      "Run it like this": ["Volumes", "Run"],
      "path in the container": "/data",
      "What do you want to mount at /data": "A Volume",
      "Choose a volume": "shop-data",
    },
  });
  const { mounts } = await host.memoryEngine.containers.inspect("myfirstapp");
  assert.deepEqual(mounts, [{ type: "volume", source: "shop-data", target: "/data", readOnly: false }]);
});

test("an empty answer leaves the port unpublished", async () => {
  const host = await run({ replies: { "Which host port": "" } });
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
  assert.match(notice?.message ?? "", /broken exited with code 1\. Its last output: no such module/);
});

test("the more common options come after name and port, and the line shows what they make", async () => {
  const { path, remove } = makeFolder({ "app.env": "# mine\nCOLOR=red\nHOME_OF\n\nbad name=1\n" });
  const host = await run({
    folders: [path],
    environment: { HOME_OF: "/home/me" },
    replies: {
      "Run it like this": [
        "Environment",
        "Env Files",
        "Volumes",
        "Network",
        "Restart",
        "Command",
        "Save as Task",
        "Run",
      ],
      "Type NAME=value": ["MODE=fast", "API_TOKEN", ""],
      "The value of API_TOKEN": "s3cret",
      "Files with a NAME": join(path, "app.env"),
      "path in the container": "/data",
      "What do you want to mount at /data": "A Folder, Read-Only",
      "folder's full path": path,
      "Containers on the same network": "host",
      "engine restart it": "unless-stopped",
      "What to run": "sleep '1000'",
    },
  });
  const details = await host.memoryEngine.containers.inspect("myfirstapp");
  for (const variable of ["MODE=fast", "API_TOKEN=s3cret", "COLOR=red", "HOME_OF=/home/me"])
    assert.ok(details.environment.includes(variable), variable);
  assert.deepEqual(details.mounts, [{ type: "bind", source: path, target: "/data", readOnly: true }]);
  assert.deepEqual(
    [details.networks, details.restartPolicy, details.command],
    [["host"], "unless-stopped", ["sleep", "1000"]],
  );
  assert.ok(host.ui.notices.some(({ message }) => /line 5 has no name/.test(message)));
  await host.ui.press("Copy as docker Command");
  assert.match(
    host.ui.clipboard,
    / -e MODE=fast -e API_TOKEN -v \S+:\/data:ro --network host --restart unless-stopped me/,
  );
  const [task] = host.tasks;
  assert.equal((task as { label?: string }).label, "Run myfirstapp");
  for (const kept of [host.ui.clipboard, JSON.stringify(task), JSON.stringify([...host.remembered])])
    assert.doesNotMatch(kept, /s3cret/);
  remove();
});

test("--rm is there only when it is chosen, and not together with a restart", async () => {
  const plain = await run({});
  assert.equal((await plain.memoryEngine.containers.inspect("myfirstapp")).autoRemove, false);
  const host = await run({
    replies: {
      "Run it like this": ["Restart", "When It Ends", "Run"],
      "engine restart it": "always",
      "What should happen": "Remove It",
    },
  });
  const { autoRemove, restartPolicy } = await host.memoryEngine.containers.inspect("myfirstapp");
  assert.deepEqual([autoRemove, restartPolicy], [true, "no"]);
});

test("in a terminal it can be typed at from its first word", async () => {
  const host = await run({
    replies: {
      "Run it like this": ["Terminal", "Command", "Run"],
      "How should it run": "In a Terminal",
      "What to run": "sh",
    },
  });
  const terminal = host.ui.terminals.get("myfirstapp");
  await terminal?.type("echo hello\rexit 3\r");
  assert.equal(await terminal?.ended, 3);
  assert.match(terminal?.shown ?? "", /hello\r\n/);
});

test("Run Again replaces the old container, asked first, and without a first time asks everything", async () => {
  const host = await run({ replies: { "Which host port": "8888" } });
  const [old] = await host.memoryEngine.containers.list();
  await runOn(runAgain, host);
  assert.equal(host.ui.confirmations[0]?.message, "Replace the container myfirstapp?");
  const [next, ...others] = await host.memoryEngine.containers.list();
  assert.deepEqual([next?.name, next?.ports[0]?.hostPort, others], ["myfirstapp", 8888, []]);
  assert.notEqual(next?.id, old?.id);

  const fresh = createInMemoryHost({ images: [app] });
  await runOn(runAgain, fresh);
  assert.deepEqual(fresh.started, [{ id: "images.run", selected: [] }]);
});

test("Run Again names the container that holds its port", async () => {
  const host = await run({ replies: { "Which host port": "8888" } });
  await host.memoryEngine.containers.remove("myfirstapp", { force: true });
  await host.memoryEngine.containers.create({
    image: "me/myfirstapp",
    name: "thief",
    ports: [{ containerPort: 5000, protocol: "tcp", hostPort: 8888 }],
  });
  await host.memoryEngine.containers.start("thief");
  await runOn(runAgain, host);
  assert.match(host.ui.notices.at(-1)?.message ?? "", /Port 8888 is taken by the container thief/);
});

test("a copy has the ports, variables, mounts and name of its model, to be changed", async () => {
  const host = createInMemoryHost({
    images: [app],
    containers: [
      {
        image: "me/myfirstapp:latest",
        name: "web",
        ports: [{ containerPort: 5000, protocol: "tcp", hostPort: 8888 }],
        environment: ["A=b"],
        mounts: [{ type: "volume", source: "data", target: "/data", readOnly: false }],
        restartPolicy: "always",
        command: ["sleep", "1000"],
      },
    ],
  });
  await runOn(duplicateContainer, host, await containerSubject(host, "web"));
  const copy = await host.memoryEngine.containers.inspect("web-2");
  assert.deepEqual(copy.environment, ["A=b"]);
  assert.deepEqual(copy.mounts[0]?.source, "data");
  assert.equal(copy.restartPolicy, "always");
  assert.equal(copy.bindings[0]?.hostPort, 8888);
  assert.equal(copy.state, "running");
});

test("what is run again names the program that has its port by now", async () => {
  const busyPorts: number[] = [];
  const host = createInMemoryHost({ images: [app], busyPorts, replies: { "Which host port": "8888" } });
  const image = await findImage(host.memoryEngine, "me/myfirstapp:latest");
  assert.ok(image);
  await runOn(runImage, host, image);
  await host.memoryEngine.containers.remove("myfirstapp", { force: true });
  busyPorts.push(8888);
  await runOn(runAgain, host, image);
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Port 8888 is taken by the program nc \(process 42\)/);
  assert.deepEqual(await host.memoryEngine.containers.list(), []);
});
