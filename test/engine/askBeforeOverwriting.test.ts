import assert from "node:assert/strict";
import { test } from "node:test";
import { askBeforeOverwriting } from "../../client/src/commands/images/askBeforeOverwriting";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import { createInMemoryHost } from "../support/inMemoryHost";
import { useTestEngine } from "../support/useTestEngine";

const login = { user: "joe", password: "s3cret" };
const bed = useTestEngine({ images: ["one:1", "other:1"], login });

test("a tag of a registry is asked about only where it names something else", async () => {
  const { engine: live, registry } = bed();
  const engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
  const credential = { server: registry.domain, ...login };
  const reference = `${registry.domain}/joe/app:1`;
  const host = createInMemoryHost({
    logins: [credential],
    replies: { "already has another image": "Replace" },
  });
  const ask = async (tag: string) => {
    const image = (await engine.images.list()).find(({ tags }) => tags.includes(tag));
    assert(image);
    return askBeforeOverwriting({ ...host, engine: async () => engine }, image, reference);
  };

  // Both stand-ins hold the same files; only what is written beside them makes the second another image.
  const container = await live.docker.createContainer({ Image: "other:1", Cmd: ["true"] });
  await container.commit({ repo: "changed", tag: "1", comment: "not the same" });
  await container.remove();

  assert.equal(await ask("one:1"), reference);
  assert.equal(host.ui.questions.length, 0);
  await engine.images.tag("one:1", reference);
  await engine.images.push(reference, { credential });
  assert.equal(await ask(reference), reference);
  assert.equal(host.ui.questions.length, 0);
  assert.equal(await ask("changed:1"), reference);
  assert.match(host.ui.questions[0] ?? "", /already has another image under .*joe\/app:1/);
  engine.dispose();
});
