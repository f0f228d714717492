import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import {
  contextNameProblem,
  createContext,
  currentContext,
  listContexts,
  removeContext,
  useContext,
} from "../../../../client/src/engine/endpoint/dockerContexts";
import { formatEndpoint } from "../../../../client/src/engine/endpoint/parseEndpoint";
import { resolveEndpoint } from "../../../../client/src/engine/endpoint/resolveEndpoint";

describe("resolveEndpoint", { skip: process.platform === "win32" ? "needs Unix sockets" : false }, () => {
  let home: string;
  const servers: Server[] = [];
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "drydock-home-"));
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    rmSync(home, { recursive: true, force: true });
  });

  const configFolder = () => join(home, ".docker");

  async function check(
    environment: NodeJS.ProcessEnv,
    expected: string,
    contextName?: string,
  ): Promise<void> {
    const resolved = await resolveEndpoint({ environment, homeFolder: home, platform: "linux", contextName });
    const { endpoint } = resolved;
    assert.equal(`${resolved.contextName} ${resolved.decidedBy} ${formatEndpoint(endpoint)}`, expected);
  }

  async function listen(path: string): Promise<string> {
    mkdirSync(dirname(path), { recursive: true });
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(path, resolve));
    return path;
  }

  it("goes by choice, DOCKER_HOST, DOCKER_CONTEXT, the config file, in this order", async () => {
    for (const name of ["one", "two", "three"]) {
      await createContext(configFolder(), { name, host: `tcp://${name}:1` });
    }
    await useContext(configFolder(), "one");
    await check({}, "one config tcp://one:1");
    await check({ DOCKER_CONTEXT: "two" }, "two DOCKER_CONTEXT tcp://two:1");
    await check({ DOCKER_CONTEXT: "two", DOCKER_HOST: "tcp://h:2" }, "default DOCKER_HOST tcp://h:2");
    await check({ DOCKER_HOST: "tcp://h:2" }, "three choice tcp://three:1", "three");
    await check({ DOCKER_HOST: "tcp://h:2" }, "default choice tcp://h:2", "default");
    await useContext(configFolder(), "default");
    assert.equal(readFileSync(join(configFolder(), "config.json"), "utf8"), "{}");
  });

  it("honours DOCKER_CONFIG", async () => {
    const other = join(home, "other");
    await createContext(other, { name: "one", host: "tcp://one:1" });
    await useContext(other, "one");
    await check({ DOCKER_CONFIG: other }, "one config tcp://one:1");
  });

  it("says which Docker context there is none of", async () => {
    await assert.rejects(resolveEndpoint({ environment: { DOCKER_CONTEXT: "gone" }, homeFolder: home }), {
      kind: "context-not-found",
      message: /none named "gone"/,
    });
  });

  it("reads the certificates of DOCKER_CERT_PATH, and any DOCKER_TLS_VERIFY switches them on", async () => {
    const folder = join(home, "certificates");
    mkdirSync(folder);
    for (const name of ["ca", "cert", "key"]) writeFileSync(join(folder, `${name}.pem`), name);
    const environment = { DOCKER_HOST: "tcp://h", DOCKER_CERT_PATH: folder };
    const without = await resolveEndpoint({ environment, homeFolder: home });
    assert.deepEqual(without.endpoint, { kind: "tcp", host: "h", port: 2375, tls: undefined });
    const { endpoint } = await resolveEndpoint({
      environment: { ...environment, DOCKER_TLS_VERIFY: "1" },
      homeFolder: home,
    });
    const tls = { ca: "ca", certificate: "cert", key: "key", verify: true };
    assert.deepEqual(endpoint, { kind: "tcp", host: "h", port: 2376, tls });
  });

  it("finds the sockets of those who bring an engine", async () => {
    const podman = await listen(join(home, "run", "podman", "podman.sock"));
    const environment = { XDG_RUNTIME_DIR: join(home, "run") };
    // A machine with docker's own socket finds that one first.
    const found = await resolveEndpoint({ environment, homeFolder: home, platform: "linux" });
    if (formatEndpoint(found.endpoint) === "unix:///var/run/docker.sock") return;
    await check(environment, `default default unix://${podman}`);
    const colima = await listen(join(home, ".colima", "default", "docker.sock"));
    await check(environment, `default default unix://${colima}`);
    const desktop = await listen(join(home, ".docker", "run", "docker.sock"));
    await check(environment, `default default unix://${desktop}`);
  });

  it("takes a DOCKER_HOST that names the default for the default", async () => {
    await listen(join(home, "run", "podman", "podman.sock"));
    const runtime = { XDG_RUNTIME_DIR: join(home, "run") };
    // That one, or docker's own on a machine that has it.
    const { endpoint } = await resolveEndpoint({ environment: runtime, homeFolder: home, platform: "linux" });
    assert(endpoint.kind === "unix");
    const environment = { ...runtime, DOCKER_HOST: `unix://${endpoint.path}` };
    await check(environment, `default default unix://${endpoint.path}`);
    const link = join(home, "link.sock");
    symlinkSync(endpoint.path, link);
    await check({ ...runtime, DOCKER_HOST: `unix://${link}` }, `default default unix://${link}`);
    const other = await listen(join(home, "other.sock"));
    await check({ ...runtime, DOCKER_HOST: `unix://${other}` }, `default DOCKER_HOST unix://${other}`);
    // Without DOCKER_HOST another one would be used, so it does decide.
    const host = `unix://${endpoint.path}`;
    await createContext(configFolder(), { name: "here", host });
    await check({ ...environment, DOCKER_CONTEXT: "here" }, `default DOCKER_HOST ${host}`);
    await check({ ...environment, DOCKER_CONTEXT: "gone" }, `default DOCKER_HOST ${host}`);
    await useContext(configFolder(), "here");
    await check(environment, `default DOCKER_HOST ${host}`);
  });
});

describe("Docker contexts", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drydock-contexts-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are created, listed, used and removed", async () => {
    const tls = { ca: "a", certificate: "c", key: "k", verify: false };
    await createContext(folder, { name: "two", host: "tcp://b:1", description: "Second", tls });
    await createContext(folder, { name: "one", host: "ssh://a" });
    assert.deepEqual(await listContexts(folder), [
      { name: "one", description: "", host: "ssh://a", skipTlsVerify: false },
      { name: "two", description: "Second", host: "tcp://b:1", skipTlsVerify: true },
    ]);
    await useContext(folder, "two");
    assert.equal(await currentContext(folder), "two");
    await assert.rejects(removeContext(folder, "two"), { kind: "conflict" });
    await useContext(folder, "default");
    await removeContext(folder, "two");
    assert.deepEqual(
      (await listContexts(folder)).map(({ name }) => name),
      ["one"],
    );
    assert.deepEqual(readdirSync(join(folder, "contexts", "tls")), []);
  });

  it("refuses what the CLI would refuse", async () => {
    await createContext(folder, { name: "one", host: "ssh://a" });
    await assert.rejects(createContext(folder, { name: "one", host: "ssh://a" }), { kind: "conflict" });
    await assert.rejects(createContext(folder, { name: "x1", host: "ftp://a" }), {
      kind: "settings-invalid",
    });
    await assert.rejects(useContext(folder, "gone"), { kind: "context-not-found" });
    for (const name of ["default", "", "a", "-a", "a/b", "../a"]) assert(contextNameProblem(name), name);
    assert.equal(contextNameProblem("a.b_c+d-1"), undefined);
  });

  it("passes over files that are no Docker context", async () => {
    await createContext(folder, { name: "one", host: "ssh://a" });
    mkdirSync(join(folder, "contexts", "meta", "broken"));
    writeFileSync(join(folder, "contexts", "meta", "broken", "meta.json"), "{");
    mkdirSync(join(folder, "contexts", "meta", "empty"));
    writeFileSync(join(folder, "contexts", "meta", "stray"), "");
    assert.equal((await listContexts(folder)).length, 1);
  });
});
