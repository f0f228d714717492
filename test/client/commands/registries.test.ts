import assert from "node:assert/strict";
import { test } from "node:test";
import { findImage } from "../../../client/src/commands/images/chooseImages";
import { pullImage } from "../../../client/src/commands/images/pullImage";
import { pushImage } from "../../../client/src/commands/images/pushImage";
import { logInToRegistry } from "../../../client/src/commands/registries/logInToRegistry";
import { logOutOfRegistry } from "../../../client/src/commands/registries/logOutOfRegistry";
import type { Engine } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../support/inMemoryHost";

const hub = "https://index.docker.io/v1/";
const closed = { domain: "localhost:5000", user: "ship", password: "wright" };
const dockerIo = { domain: "docker.io", user: "ship", password: "wright", images: ["library/alpine:latest"] };

async function push(host: InMemoryHost, reference: string): Promise<void> {
  const image = await findImage(host.memoryEngine, reference);
  assert.ok(image);
  await runOn(pushImage, host, image);
}

test("pushing asks for a login where the registry wants one, and again after a wrong password", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["localhost:5000/app:1"] }],
    registries: [closed],
    replies: { "Your user name": "ship", "Your password": ["wrong", "wright"] },
  });
  await push(host, "localhost:5000/app:1");
  assert.ok(host.ui.questions.some((words) => /needs a login for this/.test(words)));
  assert.ok(
    host.ui.questions.some((words) => /refused that user and password; nothing was stored/.test(words)),
  );
  assert.ok(
    host.ui.questions.some((words) => /needs a login for this\. Where do you want to keep/.test(words)),
  );
  assert.ok(host.ui.questions.some((words) => words.includes("in /home/me/.docker/config.json, as base64")));
  assert.match(
    host.ui.notices.at(-1)?.message ?? "",
    /^Pushed localhost:5000\/app:1 .*sha256:[0-9a-f]{64}\.$/,
  );
  assert.deepEqual(host.logins.get("localhost:5000"), closedLogin());
  await host.ui.press("Copy Digest");
  assert.match(host.ui.clipboard, /^localhost:5000\/app@sha256:/);
});

test("a login that is not to be kept is used until the window closes, and asked for once", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["localhost:5000/app:1"] }],
    registries: [closed],
    replies: {
      "Where do you want to keep the login": "Nowhere",
      "Your user name": "ship",
      "Your password": "wright",
    },
  });
  await push(host, "localhost:5000/app:1");
  await push(host, "localhost:5000/app:1");
  assert.equal(host.ui.questions.filter((words) => words.includes("Your password")).length, 1);
  assert.equal(host.logins.size, 0);
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Pushed localhost:5000\/app:1 /);
});

test("whoever wants a helper first is led to how to get one, and nothing is asked", async () => {
  const host = createInMemoryHost({
    registries: [closed],
    replies: {
      "Which registry?": "Another Registry…",
      "registry's host": "localhost:5000",
      "Where do you want to keep the login": "How to Set Up",
    },
  });
  await runOn(logInToRegistry, host);
  assert.match(host.ui.opened[0] ?? "", /^https:\/\/docs\.docker\.com\//);
  assert.ok(!host.ui.questions.some((words) => words.includes("Your user name")));
});

test("giving up at the login pushes and stores nothing", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["localhost:5000/app:1"] }],
    registries: [closed],
    replies: { "Your user name": "dismiss" },
  });
  await push(host, "localhost:5000/app:1");
  assert.equal(host.ui.notices.length, 0);
  assert.equal(host.logins.size, 0);
});

test("on Docker Hub a foreign namespace is seen before the push, and a tag of one's own offered", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["myfirstapp:latest"] }],
    registries: [dockerIo],
    logins: [{ server: hub, user: "ship", password: "wright" }],
    replies: { "official images": "Tag as ship/myfirstapp:latest" },
  });
  await push(host, "myfirstapp:latest");
  assert.equal(host.ui.offered.length, 1);
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Pushed ship\/myfirstapp:latest to Docker Hub/);
});

test("an organization's image may be pushed as it is", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["yard/app:1"] }],
    registries: [dockerIo],
    logins: [{ server: hub, user: "ship", password: "wright" }],
    replies: { "yard is not your user": "Push yard/app:1 as is" },
  });
  await push(host, "yard/app:1");
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Pushed yard\/app:1/);
});

test("what a tag names in the registry is replaced only after a question, and another tag offered", async () => {
  const seeds = {
    registries: [{ ...closed, images: ["app:1"] }],
    images: [{ tags: ["localhost:5000/app:1"] }],
  };
  const logins = [{ server: "localhost:5000", user: "ship", password: "wright" }];
  const replies = { "already has another image": "Another Tag", "with which tag": ["", "1", "2"] };
  const host = createInMemoryHost({ ...seeds, logins, replies });
  await push(host, "localhost:5000/app:1");
  assert.equal(host.ui.questions.filter((words) => words.includes("already has another")).length, 2);
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Pushed localhost:5000\/app:2 /);
  await push(host, "localhost:5000/app:2");
  assert.equal(host.ui.questions.filter((words) => words.includes("already has another")).length, 2);

  const dismissing = createInMemoryHost({ ...seeds, logins, replies: { "already has another": "dismiss" } });
  await push(dismissing, "localhost:5000/app:1");
  assert.equal(dismissing.ui.notices.length, 0);
});

test("an engine that can't look into registries says so before it pushes, and another tag is offered", async () => {
  const seeds = { images: [{ tags: ["localhost:5000/app:1"] }], registries: [{ domain: "localhost:5000" }] };
  const pushed = async (reply: string): Promise<string | undefined> => {
    const host = createInMemoryHost({
      ...seeds,
      replies: { "can't check whether": reply, "with which tag": "2" },
    });
    host.memoryEngine.registries.digest = async () => {
      throw new EngineError("unsupported", "Not Found");
    };
    await push(host, "localhost:5000/app:1");
    assert.match(
      host.ui.questions[0] ?? "",
      /localhost:5000 already has another image under localhost:5000\/app:1/,
    );
    return host.ui.notices.at(-1)?.message;
  };
  assert.match((await pushed("Push Anyway")) ?? "", /^Pushed localhost:5000\/app:1 /);
  assert.equal(await pushed("dismiss"), undefined);
});

test("where a push is denied, another name and another login are offered, and lead on", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["localhost:5000/theirs/app:1"] }],
    registries: [closed],
    logins: [{ server: "localhost:5000", user: "ship", password: "wright" }],
    replies: { "Under which name?": ["NOT lower", "localhost:5000/ship/app:1"] },
  });
  const { memoryEngine } = host;
  const push: Engine["images"]["push"] = async (reference, options) => {
    if (!reference.includes("theirs")) return memoryEngine.images.push(reference, options);
    throw new EngineError("registry-denied", "requested access to the resource is denied");
  };
  const engine = { ...memoryEngine, images: { ...memoryEngine.images, push } };
  const image = await findImage(memoryEngine, "localhost:5000/theirs/app:1");
  assert.ok(image);
  await runOn(pushImage, { ...host, engine: async () => engine }, image);
  const denied = host.ui.notices.at(-1);
  assert.match(denied?.message ?? "", /does not allow this: requested access to the resource is denied/);
  assert.deepEqual(
    denied?.actions?.map(({ label }) => label),
    ["Push Under Another Name…", "Log In as Someone Else…"],
  );
  await host.ui.press("Push Under Another Name…");
  assert.match(host.ui.notices.at(-1)?.message ?? "", /^Pushed localhost:5000\/ship\/app:1 /);
});

test("a registry that has had enough is asked how long, only when the person wants to know", async () => {
  const host = createInMemoryHost({ replies: { "Which image?": "127.0.0.1:1/app:1" } });
  const pull = () => Promise.reject(new EngineError("registry-rate-limited", "toomanyrequests"));
  const engine = { ...host.memoryEngine, images: { ...host.memoryEngine.images, pull } };
  await runOn(pullImage, { ...host, engine: async () => engine });
  assert.match(host.ui.notices[0]?.message ?? "", /too many requests to the registry/);
  await assert.rejects(host.ui.press("Ask How Long"), { kind: "registry-unreachable" });
});

test("no registry there is a message of its own", async () => {
  const host = createInMemoryHost({ images: [{ tags: ["localhost:5001/app:1"] }] });
  await push(host, "localhost:5001/app:1");
  assert.match(
    host.ui.notices.at(-1)?.message ?? "",
    /The engine can't find a registry by that name: .*Check the registry's spelling/,
  );
});

test("pulling without a tag means latest, said while it is typed", async () => {
  const host = createInMemoryHost({
    registries: [{ domain: "docker.io", images: ["library/alpine:latest"] }],
    replies: { "Which image?": "alpine" },
  });
  await runOn(pullImage, host);
  assert.match(host.ui.verdicts[0]?.message ?? "", /alpine:latest/);
  assert.equal(host.ui.notices[0]?.message, "Pulled alpine:latest.");
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, "docker pull alpine:latest");
});

test("logging in and out by the palette", async () => {
  const host = createInMemoryHost({
    registries: [closed],
    replies: {
      "Which registry?": "Another Registry…",
      "registry's host": ["https://localhost:5000", "localhost:5000"],
      "Your user name": "ship",
      "Your password": "wright",
      "Its login is removed": "localhost:5000",
    },
  });
  await runOn(logInToRegistry, host);
  assert.equal(host.ui.notices[0]?.message, "Logged in to localhost:5000 as ship.");
  const out = createInMemoryHost({ logins: [...host.logins.values()] });
  await runOn(logOutOfRegistry, out);
  assert.equal(out.logins.size, 0);
});

test("no secret is in any text that was shown", async () => {
  const host = createInMemoryHost({
    images: [{ tags: ["localhost:5000/app:1"] }],
    registries: [closed],
    replies: { "Your user name": "ship", "Your password": ["s3cret-typo", "wright"] },
  });
  await push(host, "localhost:5000/app:1");
  const shown = JSON.stringify([host.ui.notices, [...host.ui.outputs.values()], host.ui.questions]);
  assert.doesNotMatch(shown, /wright|s3cret-typo/);
});

function closedLogin() {
  return { server: "localhost:5000", user: "ship", password: "wright" };
}
