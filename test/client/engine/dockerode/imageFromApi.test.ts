import assert from "node:assert/strict";
import { test } from "node:test";
import { imageDetailsFromApi } from "../../../../client/src/engine/dockerode/imageDetailsFromApi";
import {
  historyEntryFromApi,
  imageFromApi,
  imagesFromApi,
  pruneResultFromApi,
  removedImagesFromApi,
  searchResultFromApi,
} from "../../../../client/src/engine/dockerode/imageFromApi";
import containersList from "../../../fixtures/engineApi/20.10/containersList.json";
import imageHistory from "../../../fixtures/engineApi/20.10/imageHistory.json";
import imageInspect from "../../../fixtures/engineApi/20.10/imageInspect.json";
import imageRemove from "../../../fixtures/engineApi/20.10/imageRemove.json";
import imagesList from "../../../fixtures/engineApi/20.10/imagesList.json";
import newImageInspect from "../../../fixtures/engineApi/29/imageInspect.json";
import newImagesList from "../../../fixtures/engineApi/29/imagesList.json";

const base = "sha256:fb4d4b415467cd000dfffacf2b81d6f9e9dd18d2cb1426c2c11a43b36426af12";

test("the images of 20.10, with the containers made from them", () => {
  const [dangling, tagged, made] = imagesFromApi(imagesList, containersList);
  assert.deepEqual(dangling?.tags, []);
  assert.deepEqual(dangling?.digests, []);
  assert.equal(dangling?.parentId, base);
  assert.equal(tagged?.id, base);
  assert.deepEqual(tagged?.tags, ["alpine:3.20", "me/app:1.0"]);
  assert.equal(tagged?.parentId, undefined);
  assert.equal(tagged?.created, 1_795_446_053_000);
  assert.equal(tagged?.size, 1_984_308);
  assert.deepEqual(
    tagged?.containerIds,
    containersList.map(({ Id }) => Id),
  );
  assert.deepEqual(made?.containerIds, []);
  assert.equal(made?.labels["a"], "b");
});

test("the images of 29, which leaves out what is empty", () => {
  const [tagged, dangling] = imagesFromApi(newImagesList, []);
  assert.deepEqual(tagged?.tags, ["alpine:3.22"]);
  assert.deepEqual(tagged?.labels, {});
  assert.deepEqual(dangling?.tags, []);
  assert.equal(dangling?.created, 0, "the year 1 is no date");
});

test("an engine may leave out everything but the id", () => {
  assert.deepEqual(imageFromApi({ Id: "sha256:1" }, []), {
    id: "sha256:1",
    tags: [],
    digests: [],
    created: 0,
    size: 0,
    labels: {},
    containerIds: [],
    parentId: undefined,
  });
});

test("Podman's long references become docker's", () => {
  const tags = ["docker.io/library/alpine:3.20", "docker.io/me/app:1", "localhost/mine:1", "quay.io/x/y:1"];
  const image = imageFromApi({ Id: "sha256:1", RepoTags: tags }, []);
  assert.deepEqual(image.tags, ["alpine:3.20", "me/app:1", "localhost/mine:1", "quay.io/x/y:1"]);
});

test("an inspected image of 20.10", () => {
  const { raw, ...image } = imageDetailsFromApi(imageInspect);
  assert.equal(raw, imageInspect);
  assert.deepEqual(image, {
    id: imageInspect.Id,
    tags: ["me/made:1"],
    digests: [],
    created: Date.parse("2026-11-23T15:00:53.996Z"),
    size: 1_984_308,
    labels: imageInspect.Config.Labels,
    parentId: base,
    architecture: "amd64",
    operatingSystem: "linux",
    variant: undefined,
    author: "me <me@example.com>",
    comment: "made",
    user: "nobody",
    workingDirectory: "/srv",
    entrypoint: ["httpd"],
    command: ["-f"],
    environment: ["PATH=/bin:/usr/bin"],
    exposedPorts: [
      { port: 53, protocol: "udp" },
      { port: 80, protocol: "tcp" },
    ],
    volumes: ["/data"],
    stopSignal: undefined,
    layers: imageInspect.RootFS.Layers,
  });
});

test("an inspected image of 29", () => {
  const image = imageDetailsFromApi(newImageInspect);
  assert.equal(image.created, 0);
  assert.equal(image.variant, "v8");
  assert.equal(image.author, "");
  assert.deepEqual(image.entrypoint, []);
  assert.deepEqual(image.command, ["/bin/sh"]);
  assert.deepEqual(image.labels, {});
  assert.deepEqual(image.exposedPorts, []);
  assert.deepEqual(imageDetailsFromApi({ Id: "sha256:1", Config: null }).volumes, []);
});

test("the history, where a layer from elsewhere has no id", () => {
  const [newest] = imageHistory.map(historyEntryFromApi);
  assert.deepEqual(newest, {
    id: imageHistory[0]?.Id,
    created: 1_795_446_053_000,
    createdBy: "touch /made",
    size: 0,
    comment: "made",
    tags: ["me/made:1"],
  });
  assert.equal(historyEntryFromApi({ Id: "<missing>", Tags: null }).id, undefined);
});

test("what was removed and pruned", () => {
  const deleted = [imageRemove[1]?.Deleted];
  assert.deepEqual(removedImagesFromApi(imageRemove), { untagged: ["me/made:1"], deleted });
  assert.deepEqual(removedImagesFromApi(null), { untagged: [], deleted: [] });
  assert.deepEqual(pruneResultFromApi({ ImagesDeleted: imageRemove, SpaceReclaimed: 7 }), {
    removed: deleted,
    reclaimed: 7,
  });
  assert.deepEqual(pruneResultFromApi({ ContainersDeleted: ["a"] }), { removed: ["a"], reclaimed: 0 });
  assert.deepEqual(pruneResultFromApi({ ImagesDeleted: null }), { removed: [], reclaimed: 0 });
});

test("a search result", () => {
  const result = { name: "alpine", description: "small", star_count: 11_000, is_official: true };
  const expected = { repository: "alpine", description: "small", stars: 11_000, official: true };
  assert.deepEqual(searchResultFromApi(result), expected);
});
