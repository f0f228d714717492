import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkInstruction,
  commitContainer,
} from "../../../../client/src/commands/containers/commitContainer";
import { dockerfileDraft } from "../../../../client/src/commands/containers/dockerfileDraft";
import { createInMemoryHost, type InMemoryHost, runOn } from "../../../support/inMemoryHost";
import { containerSubject } from "../../../support/subjects";

const app = { image: "alpine:3.20", name: "web", command: ["sh", "-c", "touch /srv/app.py; sleep 1000"] };

function hostWith(replies: Readonly<Record<string, string | readonly string[]>>): InMemoryHost {
  return createInMemoryHost({
    images: [{ tags: ["alpine:3.20"] }],
    containers: [{ ...app, state: "running" }],
    replies,
  });
}

test("the changes are shown first, then the image has message, author and instructions", async () => {
  const host = hostWith({
    "name for the new image": "me/app:1",
    "message for the image": "by hand",
    author: "Jane",
    "Type an instruction": ['CMD ["python", "app.py"]', ""],
  });
  await runOn(commitContainer, host, await containerSubject(host, "web"));
  const [changes] = host.ui.documents;
  assert.equal(changes?.name, "container/web.changes.txt");
  assert.match(changes?.text ?? "", /1 added\.\n.*\n\n {2}srv\/\nA {3}app\.py\n$/);
  const image = await host.memoryEngine.images.inspect("me/app:1");
  assert.deepEqual(image.command, ["python", "app.py"]);
  assert.deepEqual([image.comment, image.author], ["by hand", "Jane"]);

  await host.ui.press("Copy as docker Command");
  assert.equal(
    host.ui.clipboard,
    `docker commit --author Jane --message 'by hand' --change 'CMD ["python", "app.py"]' web me/app:1`,
  );
  await host.ui.press("Show as Dockerfile");
  const draft = host.ui.documents[1];
  assert.equal(draft?.name, "container/web.dockerfile");
  assert.match(draft?.text ?? "", /^FROM alpine:3\.20$/m);
  assert.match(draft?.text ?? "", /^COPY srv\/app\.py \/srv\/app\.py$/m);
  assert.match(draft?.text ?? "", /^CMD \["python", "app\.py"\]$/m);
});

test("dismissing any question commits nothing, and the author comes again", async () => {
  const host = hostWith({ "Type an instruction": "dismiss" });
  await runOn(commitContainer, host, await containerSubject(host, "web"));
  assert.equal((await host.memoryEngine.images.list()).length, 1);
  const again = hostWith({ author: "Joe", "name for the new image": "" });
  await runOn(commitContainer, again, await containerSubject(again, "web"));
  assert.equal(again.remembered.get("commit.author"), "Joe");
  assert.match(again.ui.notices[0]?.message ?? "", /^Committed web as [0-9a-f]{12}\./);
});

test("only what `docker commit --change` takes is taken", () => {
  for (const good of ["", 'CMD ["a"]', "env A=b", "USER joe"])
    assert.equal(checkInstruction(good), undefined, good);
  for (const bad of ["RUN ls", "CMD", "COPY a b", "hello"])
    assert.equal(checkInstruction(bad)?.severity, "error", bad);
});

test("packages are named from their databases, and what they brought along is left out", () => {
  const added = (path: string) => ({ path, kind: "added" as const });
  const modified = (path: string) => ({ path, kind: "modified" as const });
  const draft = dockerfileDraft({
    container: "web",
    image: "python:3.13-slim",
    instructions: [],
    changes: [
      modified("/var"),
      modified("/var/lib/dpkg/status"),
      added("/var/lib/dpkg/info/curl.list"),
      added("/var/lib/dpkg/info/libcurl4:amd64.list"),
      added("/usr/bin/curl"),
      added("/usr/local/lib/python3.13/site-packages/Flask_Login-0.6.3.dist-info"),
      added("/usr/local/lib/python3.13/site-packages/flask_login"),
      added("/root/.bash_history"),
      added("/srv/a file"),
      { path: "/etc/motd", kind: "deleted" },
    ],
  });
  assert.match(draft, /apt-get install -y --no-install-recommends curl libcurl4 &&/);
  assert.match(draft, /^RUN pip install --no-cache-dir Flask_Login==0\.6\.3$/m);
  assert.match(draft, /^COPY \["srv\/a file","\/srv\/a file"\]$/m);
  assert.match(draft, /^RUN rm -rf \/etc\/motd$/m);
  assert.doesNotMatch(draft, /bash_history|usr\/bin\/curl/);
});

test("a hostile file name stays one harmless line", () => {
  const draft = dockerfileDraft({
    container: "web",
    image: "alpine\nRUN evil",
    instructions: [],
    changes: [
      { path: "/srv/x\nRUN rm -rf --no-preserve-root /", kind: "added" },
      { path: "/var/lib/dpkg/info/$(evil).list", kind: "added" },
    ],
  });
  assert.ok(!/^RUN (?:evil|rm -rf --no)/m.test(draft), draft);
  assert.doesNotMatch(draft, /apt-get install[^\n]*\$\(/);
});
