import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine } from "../../client/src/engine/engine";
import type { EngineErrorKind } from "../../client/src/engine/engineError";
import { isEngineError } from "../../client/src/engine/isEngineError";
import { wordEngineError } from "../../client/src/ui/wordEngineError";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import { makeCertificates } from "../../scripts/testbed/certificates";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import { makePrivateBridge, type PrivateBridge } from "../../scripts/testbed/privateBridge";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { type PrivateRegistry, startPrivateRegistry } from "../../scripts/testbed/privateRegistry";

const login = { user: "me", password: "s3cr3t-word" };

/**
 * Engines trust whatever is on the loopback, so the registries are on an address of a network of their own, which ends
 * at this machine, under names that this engine alone knows.
 */
describe("whether the engine trusts a registry", { skip: privateEngineObstacle() ?? false }, () => {
  const folder = mkdtempSync(join(tmpdir(), "drydock-trust-"));
  // Unlike all others, as the engine reads what it trusts from a folder of the whole machine.
  const name = `registry-${process.pid}.test`;
  let bridge: PrivateBridge;
  let live: PrivateEngine;
  let engine: Engine;
  let secure: PrivateRegistry;
  let plain: PrivateRegistry;
  let trusted: string | undefined;

  before(async () => {
    await ensurePrograms(["openssl"]);
    await makeCertificates(folder, [`DNS:${name}`]);
    bridge = await makePrivateBridge();
    const address = bridge.subnet.replace(/0\/24$/, "1");
    const hostsFile = join(folder, "hosts");
    writeFileSync(hostsFile, `127.0.0.1 localhost\n${address} ${name} other-${name}\n`);
    const tls = { certificate: join(folder, "server-cert.pem"), key: join(folder, "server-key.pem") };
    [secure, plain, live] = await Promise.all([
      startPrivateRegistry(login, { tls, address }),
      startPrivateRegistry(undefined, { address }),
      startPrivateEngine({ hostsFile }),
    ]);
    engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    await engine.images.import(await busyboxFileSystem(), { reference: "base:1" });
  });
  after(async () => {
    engine?.dispose();
    if (trusted !== undefined) rmSync(trusted, { recursive: true, force: true });
    await Promise.all([live?.stop(), secure?.stop(), plain?.stop()]);
    bridge?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A push, a pull and a login fail by this kind, and are told of so. */
  async function allFail(domain: string, kind: EngineErrorKind, told: RegExp): Promise<void> {
    const reference = `${domain}/me/app:1`;
    await engine.images.tag("base:1", reference);
    const credential = { server: domain, ...login };
    for (const call of [
      () => engine.images.push(reference, { credential }),
      () => engine.images.pull(reference, { credential }),
      () => engine.registries.checkLogin(credential),
      () => engine.registries.digest(reference, credential),
    ]) {
      const error = await call().then(
        () => assert.fail("it went well"),
        (reason: unknown) => reason,
      );
      assert.ok(isEngineError(error), String(error));
      assert.equal(error.kind, kind, error.message);
      const { message, nextStep } = wordEngineError(error, live.host);
      assert.match(`${message} ${nextStep}`, told);
      assert.doesNotMatch(message, /s3cr3t-word/);
    }
  }

  test("a certificate that nobody vouches for: where to put the authority's", async () => {
    const domain = `${name}:${secure.port}`;
    await allFail(
      domain,
      "registry-insecure",
      new RegExp(`may be self-signed.*/etc/docker/certs\\.d/${domain}/ca\\.crt`),
    );
  });

  test("and that next step works, at once", async () => {
    const domain = `${name}:${secure.port}`;
    trusted = `/etc/docker/certs.d/${domain}`;
    mkdirSync(trusted, { recursive: true });
    copyFileSync(join(folder, "ca.pem"), join(trusted, "ca.crt"));
    const credential = { server: domain, ...login };
    const reference = `${domain}/me/app:1`;
    assert.equal(await engine.registries.checkLogin(credential), undefined);
    const digest = await engine.images.push(reference, { credential });
    assert.equal(await engine.registries.digest(reference, credential), digest);
    assert.deepEqual(await secure.tags("me/app"), ["1"]);
    await engine.images.pull(reference, { credential });
  });

  test("a certificate for another name", async () => {
    const domain = `other-${name}:${secure.port}`;
    const folderOfOther = `/etc/docker/certs.d/${domain}`;
    mkdirSync(folderOfOther, { recursive: true });
    try {
      copyFileSync(join(folder, "ca.pem"), join(folderOfOther, "ca.crt"));
      await allFail(domain, "registry-insecure", /is for a different host name/);
    } finally {
      rmSync(folderOfOther, { recursive: true, force: true });
    }
  });

  test("no TLS at all, under a name that is not the loopback's", async () => {
    const domain = `${name}:${plain.port}`;
    await allFail(
      domain,
      "registry-insecure",
      new RegExp(`${domain} speaks plain HTTP.*“insecure-registries”`),
    );
  });

  test("nobody there, and no such name", async () => {
    await allFail(`${name}:1`, "registry-unreachable", /Nothing is listening at the registry's address/);
    await allFail("no-such.invalid", "registry-unreachable", /can't find a registry by that name/);
  });
});
