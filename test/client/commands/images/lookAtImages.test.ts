import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clearImageFilter,
  filterImages,
  groupImages,
  showOnlyImages,
  sortImages,
} from "../../../../client/src/commands/images/arrangeImages";
import { findImage } from "../../../../client/src/commands/images/chooseImages";
import { copyImageDigest } from "../../../../client/src/commands/images/copyImage";
import {
  inspectImage,
  inspectImageJson,
  showImageHistory,
} from "../../../../client/src/commands/images/inspectImage";
import { createInMemoryHost, runOn } from "../../../support/inMemoryHost";

const digest = `sha256:${"d".repeat(64)}`;
const app = {
  tags: ["me/app:1", "ghcr.io/me/app:1"],
  digests: [`me/app@${digest}`],
  exposedPorts: [
    { port: 5000, protocol: "tcp" },
    { port: 53, protocol: "udp" },
  ],
  environment: ["A=1"],
  labels: { "org.opencontainers.image.title": "App" },
  history: [
    {
      id: undefined,
      created: 0,
      createdBy: "/bin/sh -c apk add curl",
      size: 5e6,
      comment: "",
      tags: [],
    },
  ],
} as const;

async function hostWithApp() {
  const host = createInMemoryHost({
    images: [app],
    containers: [
      {
        image: "me/app:1",
        name: "web",
        state: "running",
        ports: [{ containerPort: 5000, protocol: "tcp", hostAddress: "0.0.0.0", hostPort: 8888 }],
      },
    ],
  });
  const subject = await findImage(host.memoryEngine, "me/app:1");
  assert.ok(subject);
  return { host, subject };
}

test("an inspection sets exposed ports against published ones", async () => {
  const { host, subject } = await hostWithApp();
  await runOn(inspectImage, host, subject);
  const [document] = host.ui.documents;
  assert.equal(document?.name, "image/me/app:1.txt");
  assert.match(document?.text ?? "", /5000\/tcp exposed, published 8888→5000 by web/);
  assert.match(document?.text ?? "", /53\/udp exposed, not published/);
  assert.match(document?.text ?? "", /User +root \(none is set\)/);
  assert.match(document?.text ?? "", /Environment\n {2}A=1/);
  assert.match(document?.text ?? "", /web: Up/);
  assert.match(document?.text ?? "", /5MB .*RUN apk add curl/);
});

test("the engine's own answer is shown as JSON", async () => {
  const { host, subject } = await hostWithApp();
  await runOn(inspectImageJson, host, subject);
  assert.equal(host.ui.documents[0]?.name, "image/me/app:1.json");
  assert.equal(JSON.parse(host.ui.documents[0]?.text ?? "").id, subject.image.id);
});

test("layers are shown in the order of their making", async () => {
  const { host, subject } = await hostWithApp();
  await runOn(showImageHistory, host, subject);
  assert.equal(host.ui.documents[0]?.name, "image/me/app:1.layers.txt");
  assert.match(host.ui.documents[0]?.text.split("\n")[0] ?? "", /^ *5MB +RUN apk add curl$/);
});

test("a digest is copied under the row's own repository, where there is one", async () => {
  const { host, subject } = await hostWithApp();
  await runOn(copyImageDigest, host, subject);
  assert.equal(host.ui.clipboard, `me/app@${digest}`);
  const local = createInMemoryHost({ images: [{ tags: ["local:1"] }] });
  const one = await findImage(local.memoryEngine, "local:1");
  assert.ok(one);
  await runOn(copyImageDigest, local, one);
  assert.equal(local.ui.clipboard, "");
  assert.match(local.ui.notices[0]?.message ?? "", /A registry gives it/);
});

test("the view is arranged by questions, and all of it comes back at once", async () => {
  const host = createInMemoryHost({
    replies: {
      "group them": "Base Image",
      "come first": "Largest",
      "Show images whose": " me ",
      "everything you tick": "Dangling, Not in Use",
    },
  });
  for (const command of [groupImages, sortImages, filterImages, showOnlyImages]) await runOn(command, host);
  assert.deepEqual(host.imagesView.arrangement(), {
    groupBy: "base",
    order: "largest",
    filter: "me",
    only: ["dangling", "unused"],
  });
  await runOn(clearImageFilter, host);
  assert.deepEqual(host.imagesView.arrangement(), {
    groupBy: "base",
    order: "largest",
    filter: "",
    only: [],
  });
});

test("an escaped question changes nothing", async () => {
  const host = createInMemoryHost({
    replies: { "group them": "dismiss", "Show images whose": "dismiss", "everything you tick": "dismiss" },
  });
  const before = host.imagesView.arrangement();
  for (const command of [groupImages, filterImages, showOnlyImages]) await runOn(command, host);
  assert.deepEqual(host.imagesView.arrangement(), before);
});
