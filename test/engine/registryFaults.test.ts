import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine } from "../../client/src/engine/engine";
import type { EngineErrorKind } from "../../client/src/engine/engineError";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { fails } from "../support/contract/contractSubject";
import { type FaultyRegistry, type RegistryFault, startFaultyRegistry } from "../support/faultyRegistry";

const kinds: readonly (readonly [RegistryFault, EngineErrorKind])[] = [
  [401, "registry-unauthorized"],
  [403, "registry-denied"],
  [404, "not-found"],
  [429, "registry-rate-limited"],
  [500, "registry-failed"],
  [503, "registry-failed"],
  ["hangs up", "registry-unreachable"],
];

describe("a registry that fails", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let registry: FaultyRegistry;
  let engine: Engine;
  let reference: string;
  const credential = () => ({ server: registry.domain, user: "me", password: "s3cr3t-word" });

  before(async () => {
    [live, registry] = await Promise.all([startPrivateEngine(), startFaultyRegistry()]);
    engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    reference = `${registry.domain}/me/app:1`;
    await engine.images.import(await busyboxFileSystem(), { reference });
  });

  after(async () => {
    engine?.dispose();
    await registry?.stop();
    await live?.stop();
  });

  for (const [fault, kind] of kinds)
    for (const body of typeof fault === "number" ? (["json", "html"] as const) : (["json"] as const)) {
      test(`${fault}, said in ${body}: a pull tells ${kind}`, async () => {
        registry.fail(fault, "request", body);
        await fails(engine.images.pull(reference, { credential: credential() }), kind);
        await fails(engine.registries.digest(reference, credential()), kind);
      });

      test(`${fault}, said in ${body}: a push tells ${kind}`, async () => {
        registry.fail(fault, "manifest", body);
        await fails(engine.images.push(reference, { credential: credential() }), kind);
      });

      test(`${fault}, said in ${body} to the greeting: a login and a pull tell ${kind}`, async () => {
        registry.fail(fault, "greeting", body);
        await fails(engine.registries.checkLogin(credential()), kind);
        await fails(engine.images.pull(reference, { credential: credential() }), kind);
      });
    }

  test("a push that the engine tries again shows it, and can be cancelled meanwhile", async () => {
    registry.fail(500, "request");
    const stop = new AbortController();
    const onProgress = ({ status }: { readonly status: string }) => {
      if (status.startsWith("Retrying")) stop.abort();
    };
    await fails(
      engine.images.push(reference, { credential: credential(), onProgress, signal: stop.signal }),
      "cancelled",
    );
  });

  test("a silent one can be given up", async () => {
    registry.fail("is silent", "request");
    const given = () => ({ credential: credential(), signal: AbortSignal.timeout(300) });
    await fails(engine.images.pull(reference, given()), "cancelled");
    await fails(engine.images.push(reference, given()), "cancelled");
    await engine.system.ping();
  });

  test("no error holds the password, nor its base64", async () => {
    registry.fail(403, "greeting");
    const error = await engine.images
      .pull(reference, { credential: credential() })
      .catch((reason: unknown) => reason);
    const { inspect } = await import("node:util");
    const everything = inspect(error, { depth: 20, showHidden: true });
    assert.ok(!everything.includes("s3cr3t-word"));
    assert.ok(!everything.includes(Buffer.from("s3cr3t-word").toString("base64").slice(0, 8)));
  });
});
