import assert from "node:assert/strict";
import { test } from "node:test";
import {
  diskUsageFromApi,
  imagesUsageFromApi,
} from "../../../../client/src/engine/dockerode/diskUsageFromApi";
import { eventFromApi } from "../../../../client/src/engine/dockerode/eventFromApi";
import { statsFromApi } from "../../../../client/src/engine/dockerode/statsFromApi";
import { versionFromApi } from "../../../../client/src/engine/dockerode/versionFromApi";
import diskUsage from "../../../fixtures/engineApi/20.10/diskUsage.json";
import events from "../../../fixtures/engineApi/20.10/events.json";
import stats from "../../../fixtures/engineApi/20.10/stats.json";
import version from "../../../fixtures/engineApi/20.10/version.json";
import newDiskUsage from "../../../fixtures/engineApi/29/diskUsage.json";

test("the space that 20.10 lists is added up as `docker system df` does", () => {
  const { images, containers, volumes, buildCache } = diskUsageFromApi(diskUsage);
  assert.deepEqual(images, { count: 3, total: 1_984_308, reclaimable: 1_984_308 });
  assert.equal(containers.count, 3);
  assert.equal(volumes.count, 1);
  assert.equal(buildCache.count, 0);

  const mixed = diskUsageFromApi({
    LayersSize: 1000,
    Images: [
      { Size: 700, SharedSize: 100, Containers: 1 },
      { Size: 400, SharedSize: 100, Containers: 0 },
      { Size: -1, SharedSize: -1, Containers: 1 },
    ],
    Containers: [{ SizeRw: 5, State: "running" }, { SizeRw: 7, State: "exited" }, { State: "created" }],
    Volumes: [
      { UsageData: { Size: 30, RefCount: 1 } },
      { UsageData: { Size: 40, RefCount: 0 } },
      { UsageData: { Size: -1 } },
    ],
    BuildCache: [{ Size: 3, InUse: true }, { Size: 4 }, { Size: 100, Shared: true }],
  });
  assert.deepEqual(mixed.images, { count: 3, total: 1000, reclaimable: 400 });
  assert.deepEqual(mixed.containers, { count: 3, total: 12, reclaimable: 7 });
  assert.deepEqual(mixed.volumes, { count: 3, total: 70, reclaimable: 40 });
  assert.deepEqual(mixed.buildCache, { count: 3, total: 7, reclaimable: 4 });
});

test("Podman's images are added up, as it says nothing of layers, and its ids get docker's form", () => {
  const id = "5311".repeat(16);
  const podman = { LayersSize: 0, Images: [{ Id: id, Size: 2000, SharedSize: 0, Containers: 0 }] };
  const { total, reclaimable, shared } = imagesUsageFromApi(podman);
  assert.deepEqual({ total, reclaimable }, { total: 2000, reclaimable: 2000 });
  assert.deepEqual([...shared], [[`sha256:${id}`, 0]]);
});

test("the sums of 29 are taken as they are", () => {
  assert.deepEqual(diskUsageFromApi(newDiskUsage), {
    images: { count: 4, total: 98_765_432, reclaimable: 12_345_678 },
    containers: { count: 2, total: 4096, reclaimable: 1024 },
    volumes: { count: 1, total: 300, reclaimable: 300 },
    buildCache: { count: 7, total: 700, reclaimable: 500 },
  });
  assert.equal(diskUsageFromApi({}).images.count, 0);
});

test("the bytes that images share are told by id, in either shape", () => {
  const one = { Id: "sha256:1", Size: 700, SharedSize: 100, Containers: 1 };
  const unknown = { Id: "sha256:2", Size: 700, SharedSize: -1 };
  const old = imagesUsageFromApi({ LayersSize: 1000, Images: [one, unknown] });
  assert.deepEqual(old, { total: 1000, reclaimable: 400, shared: new Map([["sha256:1", 100]]) });
  const ImageUsage = { TotalCount: 2, TotalSize: 900, Reclaimable: 50, Items: [one, unknown] };
  const { total, reclaimable, shared } = imagesUsageFromApi({ ImageUsage });
  assert.deepEqual([total, reclaimable, shared.get("sha256:1"), shared.size], [900, 50, 100, 1]);
});

test("the use of the processors is a share of one core, as `docker stats` counts it", () => {
  const { cpu, memory, memoryLimit } = statsFromApi(stats);
  assert.equal(cpu, ((64_947_943 - 53_651_948) / (5_109_100_000_000 - 5_107_110_000_000)) * 2);
  assert.equal(memory, 622_592);
  assert.ok(memoryLimit > 0);
});

test("what can't be known of a container is nothing", () => {
  assert.deepEqual(statsFromApi({}), { cpu: 0, memory: 0, memoryLimit: 0 });
  const { precpu_stats: _, ...first } = stats;
  assert.equal(statsFromApi(first).cpu, 0, "the first line has nothing to compare with");
});

test("the page cache is left out, whichever cgroup version names it", () => {
  const memoryOf = (counts: Record<string, number>) =>
    statsFromApi({ memory_stats: { usage: 1000, stats: counts } }).memory;
  assert.equal(memoryOf({ total_inactive_file: 300, inactive_file: 1 }), 700);
  assert.equal(memoryOf({ inactive_file: 200 }), 800);
  assert.equal(memoryOf({ inactive_file: 2000 }), 1000);
});

test("Windows counts otherwise", () => {
  const windows = {
    num_procs: 4,
    read: "2026-01-01T00:00:02Z",
    preread: "2026-01-01T00:00:01Z",
    cpu_stats: { cpu_usage: { total_usage: 15_000_000 } },
    precpu_stats: { cpu_usage: { total_usage: 10_000_000 } },
    memory_stats: { privateworkingset: 77 },
  };
  assert.deepEqual(statsFromApi(windows), { cpu: 0.5, memory: 77, memoryLimit: 0 });
});

test("events, old and new, without what a container's maker wrote into them", () => {
  const told = events.map(eventFromApi);
  assert.deepEqual(
    told.map(({ object, action }) => `${object} ${action}`),
    [
      "volume create",
      "container create",
      "network connect",
      "volume mount",
      "container start",
      "container exec_create",
      "container exec_start",
      "container exec_die",
      "container health_status",
      "container top",
      "image untag",
      "image delete",
    ],
  );
  assert.equal(told[1]?.id, events[1]?.Actor.ID);
  const onlyOld = eventFromApi({ status: "die", id: "1", Type: "container" });
  assert.deepEqual(onlyOld, { object: "container", action: "die", id: "1" });
  assert.deepEqual(eventFromApi({ Type: "daemon", Action: "reload" }), {
    object: "other",
    action: "reload",
    id: "",
  });
});

test("what the engine is", () => {
  assert.deepEqual(versionFromApi(version), {
    product: "Docker",
    engine: "20.10.24+dfsg1",
    api: "1.41",
    minimumApi: "1.12",
    operatingSystem: "linux",
    architecture: "amd64",
    buildKit: true,
  });
  const buildKit = (parts: object) => versionFromApi({ ...version, ...parts }).buildKit;
  assert.equal(buildKit({ Os: "windows" }), false);
  assert.equal(buildKit({ ApiVersion: "1.38" }), false);
  assert.equal(buildKit({ Components: [{ Name: "Podman Engine" }] }), false);
  assert.equal(versionFromApi({ Components: [{ Name: "Podman Engine" }] }).product, "Podman");
});
