import assert from "node:assert/strict";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { createCredentialStore } from "../../../../client/src/engine/credentials/credentialStore";
import { isAlive } from "../../../../scripts/testbed/ownedProcess";
import { until } from "../../../../scripts/testbed/until";

const helpers = join(__dirname, "..", "..", "..", "fixtures", "engine", "helpers");
const hub = "https://index.docker.io/v1/";

describe("the credential store", () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drydock-credentials-"));
    environment = {
      PATH: [helpers, process.env["PATH"]].join(delimiter),
      HELPER_FILE: join(folder, "helper.json"),
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const store = () => createCredentialStore({ configFolder: folder, environment });
  const configFile = () => join(folder, "config.json");
  const write = (config: object) => writeFileSync(configFile(), JSON.stringify(config));
  const read = () => JSON.parse(readFileSync(configFile(), "utf8"));
  const base64 = (text: string) => Buffer.from(text).toString("base64");

  it("has no logins where docker was never used", async () => {
    assert.equal(await store().credentialFor(hub), undefined);
    assert.deepEqual(await store().servers(), []);
    assert.deepEqual(await store().storageFor(hub), { kind: "file", path: configFile() });
  });

  it("reads and writes the plain file as the CLI does, private to its owner", async () => {
    await store().logIn({ server: "localhost:5000", user: "joe", password: "s3:cr=et" });
    assert.deepEqual(read(), { auths: { "localhost:5000": { auth: base64("joe:s3:cr=et") } } });
    assert.equal(readFileSync(configFile(), "utf8")[2], "\t");
    assert.equal(statSync(configFile()).mode & 0o777, 0o600);
    assert.deepEqual(await store().credentialFor("localhost:5000"), {
      server: "localhost:5000",
      user: "joe",
      password: "s3:cr=et",
    });
    assert.deepEqual(await store().servers(), ["localhost:5000"]);
    await store().logOut("localhost:5000");
    assert.deepEqual(read(), { auths: {} });
  });

  it("keeps Docker Hub under its old address, whatever it is called", async () => {
    await store().logIn({ server: "docker.io", user: "joe", password: "x" });
    assert.deepEqual(Object.keys(read().auths), [hub]);
    for (const name of ["docker.io", "index.docker.io", hub]) {
      assert.equal((await store().credentialFor(name))?.user, "joe");
    }
  });

  it("keeps identity tokens, and forgets the token when a password follows", async () => {
    await store().logIn({ server: "reg.example", user: "joe", identityToken: "t0ken" });
    assert.deepEqual(read().auths, { "reg.example": { auth: base64("joe:"), identitytoken: "t0ken" } });
    assert.deepEqual(await store().credentialFor("reg.example"), {
      server: "reg.example",
      identityToken: "t0ken",
    });
    await store().logIn({ server: "reg.example", user: "joe", password: "pw" });
    assert.equal((await store().credentialFor("reg.example"))?.password, "pw");
  });

  it("finds a login that an old CLI stored under an address", async () => {
    write({ auths: { "https://reg.example/v1/": { auth: base64("old:pw") } } });
    assert.equal((await store().credentialFor("reg.example"))?.user, "old");
    await store().logOut("reg.example");
    assert.deepEqual(read(), { auths: {} });
  });

  it("keeps every other key, the file's mode, and a symbolic link", async () => {
    mkdirSync(join(folder, "real"));
    const real = join(folder, "real", "settings");
    writeFileSync(real, JSON.stringify({ HttpHeaders: { a: "b" }, auths: {}, psFormat: "x", future: [1] }), {
      mode: 0o640,
    });
    symlinkSync(real, configFile());
    await store().logIn({ server: "reg.example", user: "joe", password: "pw" });
    assert(lstatSync(configFile()).isSymbolicLink());
    assert.equal(statSync(real).mode & 0o777, 0o640);
    assert.deepEqual(Object.keys(read()), ["HttpHeaders", "auths", "psFormat", "future"]);
  });

  it("uses the helper for all servers, leaving the CLI's sign in the file", async () => {
    write({ credsStore: "drydocktest" });
    assert.deepEqual(await store().storageFor("reg.example"), { kind: "helper", name: "drydocktest" });
    await store().logIn({ server: "reg.example", user: "joe", password: "pw" });
    assert.deepEqual(read(), { credsStore: "drydocktest", auths: { "reg.example": {} } });
    assert.deepEqual(await store().credentialFor("reg.example"), {
      server: "reg.example",
      user: "joe",
      password: "pw",
    });
    assert.deepEqual(await store().servers(), ["reg.example"]);
    await store().logIn({ server: "two.example", identityToken: "t0ken" });
    assert.deepEqual(await store().credentialFor("two.example"), {
      server: "two.example",
      identityToken: "t0ken",
    });
    await store().logOut("reg.example");
    assert.equal(await store().credentialFor("reg.example"), undefined);
    assert.deepEqual(Object.keys(read().auths), ["two.example"]);
  });

  it("prefers a server's own helper, and an empty one means the file", async () => {
    write({ credsStore: "missing", credHelpers: { "own.example": "drydocktest", "plain.example": "" } });
    assert.deepEqual(await store().storageFor("own.example"), { kind: "helper", name: "drydocktest" });
    assert.equal((await store().storageFor("plain.example")).kind, "file");
    await store().logIn({ server: "own.example", user: "joe", password: "pw" });
    assert.equal((await store().credentialFor("own.example"))?.user, "joe");
  });

  it("says which helper is missing or failed, and never a secret", async () => {
    write({ credsStore: "missing-one" });
    await assert.rejects(store().credentialFor("a"), /docker-credential-missing-one .* not on the PATH/);
    write({ credsStore: "../evil" });
    await assert.rejects(store().credentialFor("a"), /no credential helper's name/);
    write({ credsStore: "drydocktest" });
    await assert.rejects(
      store().logIn({ server: "a", user: "refuse", password: "hunter2" }),
      (error: Error) => /failed at "store"/.test(error.message) && !JSON.stringify(error).includes("hunter2"),
    );
    writeFileSync(configFile(), '{"auths": {"a": {"auth": "c2VjcmV0"');
    await assert.rejects(
      store().credentialFor("a"),
      (error: Error) => error.message.includes(configFile()) && !error.message.includes("c2Vj"),
    );
  });

  it("remembers what is not to be kept, and writes it nowhere", async () => {
    const mine = store();
    mine.remember({ server: "docker.io", user: "joe", password: "pw" });
    assert.equal((await mine.credentialFor(hub))?.user, "joe");
    assert.deepEqual(await mine.servers(), [hub]);
    assert.equal(await store().credentialFor(hub), undefined);
    assert.throws(() => readFileSync(configFile()), { code: "ENOENT" });
    await mine.logOut(hub);
    assert.equal(await mine.credentialFor(hub), undefined);
    assert.throws(() => readFileSync(configFile()), { code: "ENOENT" });
  });

  it("waits for a helper that hangs no longer than it may, and leaves none behind", async () => {
    write({ credsStore: "hanging" });
    const programs = join(folder, "bin");
    mkdirSync(programs);
    const pidFile = join(folder, "pid");
    writeFileSync(
      join(programs, "docker-credential-hanging"),
      `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 1000\n`,
      {
        mode: 0o755,
      },
    );
    const hanging = createCredentialStore({
      configFolder: folder,
      environment: { PATH: [programs, process.env["PATH"]].join(delimiter) },
      helperPatienceMs: 1500,
    });
    await assert.rejects(hanging.credentialFor("a"), /docker-credential-hanging did not answer in time/);
    await until("it is gone", () => !isAlive(Number(readFileSync(pidFile, "utf8"))));
  });

  it("never writes over a file that does not parse", async () => {
    for (const text of ["{ broken", "[]", '{"auths": 3}', '"words"']) {
      writeFileSync(configFile(), text);
      await assert.rejects(store().logIn({ server: "a", user: "joe", password: "pw" }), {
        kind: "settings-invalid",
        message: /Mend it, or move it away/,
      });
      await assert.rejects(store().logOut("a"), { kind: "settings-invalid" });
      assert.equal(readFileSync(configFile(), "utf8"), text);
    }
    assert.deepEqual(readdirSync(folder), ["config.json"]);
  });
});
