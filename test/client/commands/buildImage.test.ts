import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { buildImage } from "../../../client/src/commands/images/buildImage";
import { createInMemoryHost, type InMemoryHostOptions, runOn } from "../../support/inMemoryHost";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "Flask App-"));
});
after(() => rm(folder, { recursive: true, force: true }));

async function hostWith(dockerfile: string, options: InMemoryHostOptions = {}) {
  const path = join(folder, "Dockerfile");
  await writeFile(path, dockerfile);
  const host = createInMemoryHost({ images: [{ tags: ["alpine:3.20"] }], folders: [folder], ...options });
  return { host, path, file: { kind: "file", path, uri: `file://${path}` } as const };
}

test("builds the clicked Dockerfile and offers what comes next", async () => {
  const { host, file, path } = await hostWith("FROM alpine:3.20\nRUN echo hello\nEXPOSE 5000\n", {
    replies: { "Name the image": "me/app" },
  });
  await runOn(buildImage, host, file);
  const [notice] = host.ui.notices;
  assert.match(notice?.message ?? "", /^Built me\/app in /);
  assert.deepEqual((await host.memoryEngine.images.inspect("me/app:latest")).exposedPorts, [
    { port: 5000, protocol: "tcp" },
  ]);
  assert.match(host.ui.outputs.get("Drydock Build") ?? "", /hello\n/);
  assert.match(host.ui.verdicts[0]?.message ?? "", /:latest/);

  await host.ui.press("Run…");
  assert.equal(host.started[0]?.id, "images.run");
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, `docker build -t me/app '${folder}'`);
  assert.equal(host.remembered.get(`build.tag:${path}`), "me/app");
});

test("proposes the registry's user and the folder, and the last answer from then on", async () => {
  const { host, file } = await hostWith("FROM alpine:3.20\n", {
    logins: [{ server: "https://index.docker.io/v1/", user: "Ship", password: "x" }],
  });
  await runOn(buildImage, host, file);
  const proposed = `ship/${basename(folder).toLowerCase().replace(" ", "-")}`;
  assert.equal(host.remembered.get(`build.tag:${file.path}`), proposed);
  assert.ok(await host.memoryEngine.images.inspect(proposed));
});

test("a name that docker would refuse is held back with the reason", async () => {
  const { host, file } = await hostWith("FROM alpine:3.20\n", {
    replies: { "Name the image": ["Me/App", "me/app:1"] },
  });
  await runOn(buildImage, host, file);
  assert.match(host.ui.verdicts[0]?.message ?? "", /in lower case/);
  assert.ok(await host.memoryEngine.images.inspect("me/app:1"));
});

test("a failed build is put on its instruction with its last words, and cleared by the next one", async () => {
  const { host, file, path } = await hostWith("FROM alpine:3.20\n# why\nRUN echo oh dear; exit 3\n", {
    replies: { "Name the image": "me/app:1" },
  });
  await runOn(buildImage, host, file);
  const problem = host.problems.get(path);
  assert.equal(problem?.firstLine, 2);
  assert.match(problem?.message ?? "", /exit code 3\.\noh dear$/);
  const [notice] = host.ui.notices;
  assert.equal(notice?.severity, "error");
  assert.match(notice?.message ?? "", /failed at step 2\/2: RUN echo oh dear/);

  await writeFile(path, "FROM alpine:3.20\n");
  await runOn(buildImage, host, file);
  assert.equal(host.problems.size, 0);
});

test("from the palette the active Dockerfile is built, else the only one, else the picked one", async () => {
  const { host, path } = await hostWith("FROM alpine:3.20\n", { replies: { "Name the image": "me/app" } });
  await runOn(buildImage, { ...host, workspace: { ...host.workspace, dockerfiles: async () => [path] } });
  assert.equal(host.ui.notices.length, 1);

  const none = createInMemoryHost();
  await runOn(buildImage, none);
  assert.match(none.ui.notices[0]?.message ?? "", /no Dockerfile/);
});

test("a Dockerfile that is on no disk is not built, nor another one in its place", async () => {
  const elsewhere = { kind: "file", path: undefined, uri: "vscode-vfs://github/me/app/Dockerfile" } as const;
  const unsaved = { kind: "file", path: undefined, uri: "untitled:Untitled-1" } as const;
  const { host, path } = await hostWith("FROM alpine:3.20\n", { activeDockerfile: unsaved });
  const both = { ...host, workspace: { ...host.workspace, dockerfiles: async () => [path] } };
  await runOn(buildImage, both, elsewhere);
  await runOn(buildImage, both);
  const messages = host.ui.notices.map(({ message }) => message);
  assert.match(messages[0] ?? "", /not on this machine's disk.* Open a copy/);
  assert.match(messages[1] ?? "", /not been saved yet/);
  assert.equal(messages.length, 2);

  const virtual = createInMemoryHost({ hasVirtualFolders: true });
  await runOn(buildImage, virtual);
  assert.match(virtual.ui.notices[0]?.message ?? "", /not on this machine's disk.* Open a copy/);
});

test("asks for the build context where the Dockerfile lies below a workspace folder", async () => {
  const { host, file } = await hostWith("FROM alpine:3.20\n", {
    folders: [tmpdir()],
    replies: { "Name the image": "me/app", "Which folder": basename(tmpdir()) },
  });
  await runOn(buildImage, host, file);
  assert.equal(host.remembered.get(`build.contextFolder:${file.path}`), tmpdir());
  await host.ui.press("Copy as docker Command");
  assert.equal(host.ui.clipboard, `docker build -t me/app -f '${file.path}' ${tmpdir()}`);
});

test("dismissing a question builds nothing and remembers nothing", async () => {
  const { host, file } = await hostWith("FROM alpine:3.20\n", { replies: { "Name the image": "dismiss" } });
  await runOn(buildImage, host, file);
  assert.equal(host.ui.notices.length, 0);
  assert.equal(host.remembered.size, 0);
});

test("an engine that goes away in the middle is told with the next step", async () => {
  const { host, file } = await hostWith("FROM alpine:3.20\n", { replies: { "Name the image": "me/app" } });
  host.memoryEngine.goDown("connection-lost");
  await runOn(buildImage, host, file);
  assert.match(host.ui.notices[0]?.message ?? "", /was lost.*reconnects automatically/);
  assert.match(host.ui.outputs.get("Drydock Build") ?? "", /broke off/);
});
