import assert from "node:assert/strict";
import { test } from "node:test";
import type { Container, ContainerState } from "../../../client/src/engine/container";
import { containerRows, containersSummary } from "../../../client/src/views/containerRows";

function container(parts: Partial<Container> = {}): Container {
  return {
    id: "c".repeat(64),
    name: "web",
    image: "me/app",
    imageId: `sha256:${"1".repeat(64)}`,
    command: "python app.py",
    state: "running",
    status: "Up 3 minutes",
    created: 0,
    ports: [],
    labels: {},
    ...parts,
  };
}

test("a row tells name, image, state and published ports, each port once", () => {
  const published = { containerPort: 5000, protocol: "tcp", hostPort: 8888 } as const;
  const [row] = containerRows([
    container({
      ports: [
        { ...published, hostAddress: "0.0.0.0" },
        { ...published, hostAddress: "::" },
        { containerPort: 9000, protocol: "tcp", hostAddress: undefined, hostPort: undefined },
        { containerPort: 53, protocol: "udp", hostAddress: "127.0.0.1", hostPort: 5353 },
      ],
    }),
  ]);
  assert.equal(row?.label, "web");
  assert.equal(row?.description, "8888→5000 · 127.0.0.1:5353→53/udp · Up 3 minutes · me/app");
  assert.equal(row?.contextValue, "container.running.published");
  assert.match(row?.spoken ?? "", /running, Up 3 minutes, ports 8888→5000/);
});

test("each state has a shape of its own", () => {
  const states: ContainerState[] = [
    "created",
    "running",
    "paused",
    "restarting",
    "removing",
    "exited",
    "dead",
  ];
  const shapes = states.map((state) => containerRows([container({ state })])[0]?.icon.name);
  assert.equal(new Set(shapes).size, states.length);
});

test("running ones come first, then the newest", () => {
  const rows = containerRows([
    container({ id: "1", name: "old", state: "exited", created: 1 }),
    container({ id: "2", name: "new", state: "exited", created: 2 }),
    container({ id: "3", name: "live", created: 0 }),
  ]);
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["live", "new", "old"],
  );
  assert.equal(containersSummary([container(), container({ state: "exited" })]), "1 of 2 running");
});
