import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  Container,
  ContainerDetails,
  ContainerState,
  ContainerStats,
} from "../../../client/src/engine/container";
import type { ContainerArrangement } from "../../../client/src/views/containerArrangement";
import { readContainerArrangement } from "../../../client/src/views/containerArrangement";
import { containersSummary, containerRows as rowsOf } from "../../../client/src/views/containerRows";
import type { TreeNode } from "../../../client/src/views/treeNode";

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

interface Shown {
  readonly arrangement?: ContainerArrangement;
  readonly usage?: ContainerStats;
  readonly details?: Partial<ContainerDetails>;
}

function containerRows(
  containers: readonly Container[],
  { arrangement = { groupBy: "project", label: "" }, usage, details }: Shown = {},
): TreeNode[] {
  return rowsOf({
    containers,
    arrangement,
    usage: () => usage,
    async inspect() {
      if (!details) throw new Error("It is gone.");
      // Only what the tooltip reads.
      return {
        mounts: [],
        networks: [],
        restartPolicy: "no",
        error: "",
        ...details,
      } as unknown as ContainerDetails;
    },
  });
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

test("containers of one Compose project stand together, the others after them", () => {
  const project = { "com.docker.compose.project": "shop" };
  const rows = containerRows([
    container({ id: "1", name: "alone" }),
    container({ id: "2", name: "db", labels: project }),
    container({ id: "3", name: "web", labels: project, state: "exited" }),
  ]);
  assert.deepEqual(
    rows.map(({ label, description }) => [label, description]),
    [
      ["shop", "1 of 2 running"],
      ["alone", "Up 3 minutes · me/app"],
    ],
  );
  assert.deepEqual(
    rows[0]?.children?.().map(({ label }) => label),
    ["db", "web"],
  );
});

test("they are grouped by image, state, a label, or not at all", () => {
  const containers = [
    container({ id: "1", labels: { team: "blue" } }),
    container({ id: "2", image: "other", state: "exited" }),
  ];
  const labels = (groupBy: ContainerArrangement["groupBy"]) =>
    containerRows(containers, { arrangement: { groupBy, label: "team" } }).map(({ label }) => label);
  assert.deepEqual(labels("image"), ["me/app", "other"]);
  assert.deepEqual(labels("state"), ["Exited", "Running"]);
  assert.deepEqual(labels("label"), ["blue", "web"]);
  assert.deepEqual(labels("none"), ["web", "web"]);
});

test("an arrangement of another version is read as far as it goes", () => {
  assert.deepEqual(readContainerArrangement('{"groupBy":"moon","label":3}'), {
    groupBy: "project",
    label: "",
  });
  assert.deepEqual(readContainerArrangement("{"), { groupBy: "project", label: "" });
  assert.deepEqual(readContainerArrangement('{"groupBy":"label","label":"team"}'), {
    groupBy: "label",
    label: "team",
  });
});

test("what a running one uses is on its row, and not read out every time", () => {
  const usage = { cpu: 0.0213, memory: 34_400_000, memoryLimit: 8e9 };
  const [row] = containerRows([container()], { usage });
  assert.equal(row?.description, "2.1% CPU, 34MB · Up 3 minutes · me/app");
  assert.doesNotMatch(row?.spoken ?? "", /CPU/);
});

test("health has shapes of its own, and the tooltip the last probe", async () => {
  const shape = (status: string) => containerRows([container({ status })])[0]?.icon.name;
  const shapes = ["Up 3 minutes", "Up 3 minutes (unhealthy)", "Up 3 seconds (health: starting)"].map(shape);
  assert.equal(new Set(shapes).size, 3);
  assert.equal(shape("Up 3 minutes (healthy)"), shapes[0]);
  const [row] = containerRows([container()], {
    details: { health: "unhealthy", lastProbe: "connection refused\n" },
  });
  assert.match((await row?.tooltip?.()) ?? "", /Health: unhealthy\nLast probe: connection refused$/);
  const [gone] = containerRows([container()]);
  assert.match((await gone?.tooltip?.()) ?? "", /Publishes no ports$/);
});
