import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createDockerContext } from "../../../client/src/commands/engine/createDockerContext";
import { inspectDockerContext } from "../../../client/src/commands/engine/inspectDockerContext";
import { removeDockerContext } from "../../../client/src/commands/engine/removeDockerContext";
import { useDockerContext } from "../../../client/src/commands/engine/useDockerContext";
import { createContext, listContexts } from "../../../client/src/engine/endpoint/dockerContexts";
import { makeFolder } from "../../support/buildFolder";
import {
  createInMemoryHost,
  type InMemoryHost,
  type InMemoryHostOptions,
  runOn,
} from "../../support/inMemoryHost";

interface Place {
  readonly configFolder: string;
  host(options?: InMemoryHostOptions): InMemoryHost;
}

/** A docker config folder with the Docker contexts `box` and `secure` in it. */
async function withContexts(work: (place: Place) => Promise<void>): Promise<void> {
  const folder = makeFolder({ "certificates/ca.pem": "CA", "certificates/cert.pem": "CERT" });
  const configFolder = join(folder.path, ".docker");
  try {
    await createContext(configFolder, { name: "box", host: "ssh://me@box", description: "Under the desk" });
    await createContext(configFolder, {
      name: "secure",
      host: "tcp://secure:2376",
      tls: { ca: "CA", certificate: "CERT", key: "KEY", verify: true },
    });
    await work({ configFolder, host: (options) => createInMemoryHost({ configFolder, ...options }) });
  } finally {
    folder.remove();
  }
}

const configOf = (configFolder: string) =>
  JSON.parse(readFileSync(join(configFolder, "config.json"), "utf8")) as unknown;

test("a Docker context is chosen for this window, and given up again", () =>
  withContexts(async ({ configFolder, host: newHost }) => {
    const host = newHost({
      replies: {
        "Which engine?": ["box", "docker's command line"],
        "Where do you want to use": "In this window",
      },
    });
    await runOn(useDockerContext, host);
    assert.equal(host.dockerContexts.windowChoice(), "box");
    assert.equal(existsSync(join(configFolder, "config.json")), false);
    assert.match(host.ui.notices.at(-1)?.message ?? "", /now ssh:\/\/me@box.*chosen for this window/);
    await runOn(useDockerContext, host);
    assert.equal(host.dockerContexts.windowChoice(), undefined);
  }));

test("a Docker context is used as the CLI does, and the window's own choice ends", () =>
  withContexts(async ({ configFolder, host: newHost }) => {
    const host = newHost({
      replies: { "Which engine?": ["secure", "default"], "Where do you want to use": "Everywhere" },
    });
    await host.dockerContexts.chooseForWindow("box");
    await runOn(useDockerContext, host);
    assert.deepEqual(configOf(configFolder), { currentContext: "secure" });
    assert.equal((await host.dockerContexts.inForce()).decidedBy, "config");
    await host.ui.press("Copy as docker Command");
    assert.equal(host.ui.clipboard, "docker context use secure");
    await runOn(useDockerContext, host);
    assert.deepEqual(configOf(configFolder), {});
  }));

test("where DOCKER_HOST wins over docker's config file, that is said", () =>
  withContexts(async ({ host: newHost }) => {
    const host = newHost({
      environment: { DOCKER_HOST: "tcp://127.0.0.1:1" },
      replies: { "Which engine?": "box", "Where do you want to use": "Everywhere" },
    });
    await runOn(useDockerContext, host);
    const [notice] = host.ui.notices;
    assert.equal(notice?.severity, "warning");
    assert.match(
      notice?.message ?? "",
      /names box, but here the engine is tcp:\/\/127\.0\.0\.1:1.*DOCKER_HOST/,
    );
  }));

test("a choice that is gone can be replaced", () =>
  withContexts(async ({ host: newHost }) => {
    const host = newHost({
      replies: { "Which engine?": "box", "Where do you want to use": "In this window" },
    });
    await host.dockerContexts.chooseForWindow("gone");
    await runOn(useDockerContext, host);
    assert.equal(host.dockerContexts.windowChoice(), "box");
  }));

test("what docker knows of a Docker context is shown without its key", () =>
  withContexts(async ({ host: newHost }) => {
    const host = newHost({ replies: { "Which Docker context?": "secure" } });
    await runOn(inspectDockerContext, host);
    const { name, text } = host.ui.documents[0] ?? {};
    assert.equal(name, "dockerContext/secure.json");
    assert.match(text ?? "", /tcp:\/\/secure:2376.*key\.pem/s);
    assert.doesNotMatch(text ?? "", /KEY/);
  }));

test("a Docker context over ssh is created and can be used at once", () =>
  withContexts(async ({ configFolder, host: newHost }) => {
    const host = newHost({
      replies: {
        "Name the Docker context": ["box", "x", "far"],
        "Where does the engine listen": ["ftp://far", "ssh://far"],
        Describe: "Far away",
      },
    });
    await runOn(createDockerContext, host);
    assert.equal(host.ui.verdicts.length, 3);
    assert.deepEqual(
      (await listContexts(configFolder)).find(({ name }) => name === "far"),
      {
        name: "far",
        description: "Far away",
        host: "ssh://far",
        skipTlsVerify: false,
      },
    );
    await host.ui.press("Copy as docker Command");
    assert.equal(
      host.ui.clipboard,
      "docker context create --description 'Far away' --docker host=ssh://far far",
    );
    await host.ui.press("Use in This Window");
    assert.equal(host.dockerContexts.windowChoice(), "far");
  }));

test("a Docker context over TLS takes its certificates from a folder that holds a whole pair", () =>
  withContexts(async ({ configFolder, host: newHost }) => {
    const good = makeFolder({ "ca.pem": "CA", "cert.pem": "CERT", "key.pem": "KEY" });
    const host = newHost({
      replies: {
        "Name the Docker context": "tls",
        "Where does the engine listen": "tcp://tls:2376",
        "Drydock connect": "only an engine whose certificate is right",
        "folder with ca.pem": [join(configFolder, "..", "certificates"), "/nowhere", good.path],
        Describe: "",
      },
    });
    await runOn(createDockerContext, host);
    assert.match(host.ui.verdicts[0]?.message ?? "", /both cert\.pem and key\.pem/);
    const { endpoint } = await createInMemoryHost({
      configFolder,
      environment: { DOCKER_CONTEXT: "tls" },
    }).dockerContexts.inForce();
    assert(endpoint.kind === "tcp");
    assert.deepEqual(endpoint.tls, { ca: "CA", certificate: "CERT", key: "KEY", verify: true });
    good.remove();
  }));

test("a Docker context is removed after a question, unless it is in use", () =>
  withContexts(async ({ configFolder, host: newHost }) => {
    const host = newHost({ replies: { "Which Docker context?": "box" } });
    await host.dockerContexts.chooseForWindow("box");
    await runOn(removeDockerContext, host);
    assert.equal(host.ui.confirmations.length, 1);
    assert.equal(host.dockerContexts.windowChoice(), undefined);
    assert.deepEqual(
      (await listContexts(configFolder)).map(({ name }) => name),
      ["secure"],
    );
    const using = newHost({
      replies: {
        "Which engine?": "secure",
        "Where do you want to use": "Everywhere",
        "Which Docker context?": "secure",
      },
    });
    await runOn(useDockerContext, using);
    await runOn(removeDockerContext, using);
    assert.match(using.ui.notices.at(-1)?.message ?? "", /in use/);
  }));
