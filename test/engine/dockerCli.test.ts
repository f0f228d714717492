import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createCredentialStore } from "../../client/src/engine/credentials/credentialStore";
import {
  contextEndpoint,
  createContext,
  currentContext,
  listContexts,
  readContext,
  removeContext,
  useContext,
} from "../../client/src/engine/endpoint/dockerContexts";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import { makeCertificates } from "../../scripts/testbed/certificates";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { type PrivateRegistry, startPrivateRegistry } from "../../scripts/testbed/privateRegistry";
import { makeFolder } from "../support/buildFolder";
import { dockerCommands } from "../support/dockerCommands";

const helpers = join(__dirname, "..", "fixtures", "engine", "helpers");
const login = { user: "me", password: "secret" };

describe("side by side with the docker CLI", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let registry: PrivateRegistry;
  let reference: string;
  before(async () => {
    await ensurePrograms(["openssl"]);
    [live, registry] = await Promise.all([startPrivateEngine(), startPrivateRegistry(login)]);
    reference = `${registry.domain}/team/app:1`;
    await importBusyboxImage(live.docker, reference);
  });
  after(() => Promise.all([live?.stop(), registry?.stop()]));

  for (const { path, version } of dockerCommands()) {
    describe(`docker ${version} at ${path}`, () => {
      function cli(configFolder: string, ...args: readonly string[]): string {
        return execFileSync(path, args, {
          encoding: "utf8",
          env: {
            PATH: [helpers, process.env["PATH"]].join(delimiter),
            HOME: configFolder,
            DOCKER_CONFIG: configFolder,
            HELPER_FILE: join(configFolder, "helper.json"),
            ...(args[0] === "context" ? {} : { DOCKER_HOST: live.host }),
          },
          stdio: ["ignore", "pipe", "pipe"],
        });
      }

      function logins(configFolder: string) {
        const PATH = [helpers, process.env["PATH"]].join(delimiter);
        const environment = { PATH, HELPER_FILE: join(configFolder, "helper.json") };
        return createCredentialStore({ configFolder, environment });
      }

      it("reads its Docker contexts, certificates too", async () => {
        const { path: folder, remove } = makeFolder({});
        await makeCertificates(folder);
        const file = (name: string) => join(folder, `${name}.pem`);
        const text = (name: string) => readFileSync(file(name), "utf8");
        cli(
          folder,
          "context",
          "create",
          "plain",
          "--description",
          "A plain one",
          "--docker",
          `host=${live.host}`,
        );
        const tls = `host=tcp://box:2376,ca=${file("ca")},cert=${file("cert")},key=${file("key")},skip-tls-verify=true`;
        cli(folder, "context", "create", "tls", "--docker", tls);
        cli(folder, "context", "use", "tls");
        assert.equal(await currentContext(folder), "tls");
        assert.deepEqual(await listContexts(folder), [
          { name: "plain", description: "A plain one", host: live.host, skipTlsVerify: false },
          { name: "tls", description: "", host: "tcp://box:2376", skipTlsVerify: true },
        ]);
        assert.deepEqual(await contextEndpoint(folder, await readContext(folder, "tls")), {
          kind: "tcp",
          host: "box",
          port: 2376,
          tls: { ca: text("ca"), certificate: text("cert"), key: text("key"), verify: false },
        });
        await useContext(folder, "default");
        assert.match(cli(folder, "context", "ls"), /^default \*/m);
        await removeContext(folder, "tls");
        assert.doesNotMatch(cli(folder, "context", "ls"), /tls/);
        remove();
      });

      it("writes Docker contexts that it reads and uses", async () => {
        const { path: folder, remove } = makeFolder({});
        await createContext(folder, { name: "ours", description: "Our own", host: live.host });
        const tls = { ca: "authority", certificate: "mine", key: "key", verify: true };
        await createContext(folder, { name: "ours-tls", host: "tcp://box:2376", tls });
        await useContext(folder, "ours");
        assert.match(cli(folder, "context", "ls"), /^ours \* +(?:moby +)?Our own/m);
        assert.match(cli(folder, "context", "inspect", "ours"), new RegExp(`"Host": "${live.host}"`));
        assert.match(cli(folder, "context", "inspect", "ours-tls"), /"ca\.pem",\s+"cert\.pem",\s+"key\.pem"/);
        cli(folder, "context", "use", "default");
        cli(folder, "context", "rm", "ours", "ours-tls");
        assert.deepEqual(await listContexts(folder), []);
        remove();
      });

      for (const storage of ["file", "helper"] as const) {
        it(`shares logins by ${storage}`, async () => {
          const { path: folder, remove } = makeFolder({});
          const settings = storage === "helper" ? { credsStore: "drydocktest" } : {};
          writeFileSync(join(folder, "config.json"), JSON.stringify({ ...settings, psFormat: "kept" }));
          const { domain } = registry;

          cli(folder, "login", "-u", login.user, "-p", login.password, domain);
          const theirs = await logins(folder).credentialFor(domain);
          assert.deepEqual(theirs, { server: domain, ...login });
          assert.deepEqual(await logins(folder).servers(), [domain]);
          const written = readFileSync(join(folder, "config.json"), "utf8");

          await logins(folder).logOut(domain);
          assert.throws(() => cli(folder, "push", reference), /no basic auth credentials/);
          await logins(folder).logIn({ server: domain, ...login });
          cli(folder, "push", reference);
          const ours = readFileSync(join(folder, "config.json"), "utf8");
          assert.deepEqual(JSON.parse(ours), JSON.parse(written));

          cli(folder, "logout", domain);
          assert.equal(await logins(folder).credentialFor(domain), undefined);
          remove();
        });
      }

      it("finds its Docker Hub login where it keeps it", async () => {
        const { path: folder, remove } = makeFolder({});
        await logins(folder).logIn({ server: "docker.io", ...login });
        assert.match(
          cli(folder, "logout"),
          /Removing login credentials for https:\/\/index\.docker\.io\/v1\//,
        );
        assert.equal(await logins(folder).credentialFor("docker.io"), undefined);
        remove();
      });
    });
  }
});
