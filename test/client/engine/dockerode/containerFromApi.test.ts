import assert from "node:assert/strict";
import { test } from "node:test";
import { containerDetailsFromApi } from "../../../../client/src/engine/dockerode/containerDetailsFromApi";
import {
  containerFromApi,
  fileChangeFromApi,
  processListFromApi,
} from "../../../../client/src/engine/dockerode/containerFromApi";
import { containerToApi } from "../../../../client/src/engine/dockerode/containerToApi";
import containerChanges from "../../../fixtures/engineApi/20.10/containerChanges.json";
import containerExited from "../../../fixtures/engineApi/20.10/containerExited.json";
import containerInspect from "../../../fixtures/engineApi/20.10/containerInspect.json";
import containersList from "../../../fixtures/engineApi/20.10/containersList.json";
import containerTop from "../../../fixtures/engineApi/20.10/containerTop.json";

test("a container has its own name, not the one by which another is linked to it", () => {
  const [linked, web, exited] = containersList.map(containerFromApi);
  assert.equal(linked?.name, "linked");
  assert.equal(web?.name, "web");
  assert.equal(web?.state, "running");
  assert.equal(web?.status, "Up 2 seconds (healthy)");
  assert.equal(web?.created, 1_795_446_054_000);
  assert.equal(web?.labels["who"], "me");
  assert.deepEqual(web?.ports, [
    { containerPort: 80, protocol: "tcp", hostAddress: "127.0.0.1", hostPort: 32_768 },
    { containerPort: 81, protocol: "tcp", hostAddress: undefined, hostPort: undefined },
  ]);
  assert.equal(exited?.state, "exited");
});

test("an engine may leave out everything but the id", () => {
  const { id, name, state, ports, labels } = containerFromApi({
    Id: "1",
    Names: null,
    Ports: null,
    Labels: null,
  });
  assert.deepEqual(
    { id, name, state, ports, labels },
    { id: "1", name: "", state: "exited", ports: [], labels: {} },
  );
  assert.equal(containerDetailsFromApi({ Id: "1" }).health, "none");
  assert.equal(containerFromApi({ Id: "1", State: "stopping" }).state, "exited");
});

test("an inspected container", () => {
  const { raw, ...container } = containerDetailsFromApi(containerInspect);
  assert.equal(raw, containerInspect);
  assert.deepEqual(container, {
    id: containerInspect.Id,
    name: "web",
    image: "alpine:3.20",
    imageId: containerInspect.Image,
    state: "running",
    started: Date.parse(containerInspect.State.StartedAt),
    exitCode: undefined,
    error: "",
    health: "healthy",
    lastProbe: "",
    tty: false,
    environment: ["PATH=/bin:/usr/bin"],
    mounts: container.mounts,
    ports: [
      { containerPort: 80, protocol: "tcp", hostAddress: "127.0.0.1", hostPort: 32_768 },
      { containerPort: 81, protocol: "tcp", hostAddress: undefined, hostPort: undefined },
    ],
    bindings: [{ containerPort: 80, protocol: "tcp", hostPort: 0, hostAddress: "127.0.0.1" }],
    networks: ["bridge"],
    restartPolicy: "on-failure",
    autoRemove: false,
    command: ["sleep", "1000"],
    entrypoint: [],
    user: "",
    workingDirectory: "",
  });
  assert.deepEqual(
    [...container.mounts].sort((one, other) => one.type.localeCompare(other.type)),
    [
      { type: "bind", source: "/srv/site", target: "/host", readOnly: true },
      { type: "volume", source: "data", target: "/data", readOnly: false },
    ],
  );
});

test("an exit code is told once there is one", () => {
  assert.equal(containerDetailsFromApi(containerExited).exitCode, 0);
  assert.equal(
    containerDetailsFromApi({ Id: "1", State: { Status: "created", ExitCode: 0 } }).exitCode,
    undefined,
  );
});

test("changes and processes", () => {
  assert.deepEqual(containerChanges.map(fileChangeFromApi), [{ path: "/made", kind: "added" }]);
  assert.deepEqual(fileChangeFromApi({ Path: "/x", Kind: 2 }), { path: "/x", kind: "deleted" });
  const { titles, rows } = processListFromApi(containerTop);
  assert.equal(rows[0]?.[titles.indexOf("CMD")], "sleep 1000");
  assert.deepEqual(processListFromApi({ Titles: null, Processes: null }), { titles: [], rows: [] });
});

test("a container that is asked for", () => {
  const tcp = "tcp" as const;
  assert.deepEqual(
    containerToApi({
      image: "alpine",
      ports: [
        { containerPort: 80, protocol: tcp, hostPort: 8080, hostAddress: "127.0.0.1" },
        { containerPort: 80, protocol: tcp, hostPort: 0 },
      ],
      mounts: [{ type: "bind", source: "/srv", target: "/data", readOnly: true }],
      environment: ["A=b"],
      network: "host",
      restartPolicy: "always",
      interactive: true,
    }),
    {
      Image: "alpine",
      Env: ["A=b"],
      Tty: true,
      OpenStdin: true,
      AttachStdin: true,
      ExposedPorts: { "80/tcp": {} },
      HostConfig: {
        PortBindings: {
          "80/tcp": [
            { HostIp: "127.0.0.1", HostPort: "8080" },
            { HostIp: "", HostPort: "" },
          ],
        },
        Mounts: [{ Type: "bind", Source: "/srv", Target: "/data", ReadOnly: true }],
        NetworkMode: "host",
        RestartPolicy: { Name: "always" },
      },
    },
  );
  assert.deepEqual(containerToApi({ image: "alpine" }), {
    Image: "alpine",
    ExposedPorts: {},
    HostConfig: { PortBindings: {}, Mounts: [] },
  });
});
