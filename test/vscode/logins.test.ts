import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, describe } from "node:test";
import { until } from "../../scripts/testbed/until";
import { makeFolder } from "../support/buildFolder";
import { dockerCommands } from "../support/dockerCommands";
import { useTestEngine } from "../support/useTestEngine";
import type { OpenWorkbench } from "../support/vscode/openWorkbench";
import { useWorkbench } from "../support/vscode/useWorkbench";

const login = { user: "joe", password: "hunter2-and-more" };
const helpers = join(__dirname, "..", "fixtures", "engine", "helpers");

describe("logins in the editor", () => {
  const folder = makeFolder({});
  const configFile = join(folder.path, "config.json");
  const helperFile = join(folder.path, "helper.json");
  const PATH = [helpers, process.env["PATH"]].join(delimiter);
  const bed = useTestEngine({ images: ["alpine:3.20"], login });
  const reference = () => `${bed().registry.domain}/joe/app:1`;
  const write = (config: object) => writeFileSync(configFile, JSON.stringify(config));
  const read = () => JSON.parse(readFileSync(configFile, "utf8")) as Record<string, unknown>;
  const helperLogins = () => Object.keys(JSON.parse(readFileSync(helperFile, "utf8")) as object);
  before(async () => {
    write({ credsStore: "drydocktest", psFormat: "kept" });
    const [repo, tag] = [`${bed().registry.domain}/joe/app`, "1"];
    await bed().engine.docker.getImage("alpine:3.20").tag({ repo, tag });
  });
  after(() => folder.remove());
  const step = useWorkbench(() => ({
    environment: {
      DOCKER_HOST: bed().engine.host,
      DOCKER_CONFIG: folder.path,
      HELPER_FILE: helperFile,
      PATH,
    },
  }));

  const cli = (path: string, ...args: readonly string[]) =>
    execFileSync(path, args, {
      env: {
        PATH,
        HOME: folder.path,
        DOCKER_CONFIG: folder.path,
        HELPER_FILE: helperFile,
        DOCKER_HOST: bed().engine.host,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });

  async function startLogin({ quickInput }: OpenWorkbench): Promise<string> {
    const { domain } = bed().registry;
    await quickInput.command("Drydock: Log In to Registry…");
    await quickInput.pick("Another Registry…", { title: "Log In" });
    await quickInput.answer(domain, { title: "Log In to Another Registry" });
    return `Log In to ${domain}`;
  }

  async function push(workbench: OpenWorkbench): Promise<void> {
    const { notifications } = workbench;
    await workbench.view("Images").inlineAction("1", "Push…");
    await notifications.find(new RegExp(`Pushed ${reference()} .*sha256:`), { seconds: 30 });
    await notifications.clear();
  }

  step("a login goes to the credential helper, and nowhere else", async (workbench) => {
    const { quickInput, notifications } = workbench;
    await workbench.openViews("Drydock");
    const title = await startLogin(workbench);
    await quickInput.answer(login.user, { title: `${title} (1/2)` });
    await quickInput.message("It will be stored by Docker's credential helper “drydocktest”.");
    await workbench.screenshots("login-helper");
    await quickInput.answer(login.password, { title: `${title} (2/2)` });
    await notifications.find(`Logged in to ${bed().registry.domain} as joe.`);
    await notifications.clear();
    assert.deepEqual(helperLogins(), [bed().registry.domain]);
    const { domain } = bed().registry;
    assert.deepEqual(read(), { credsStore: "drydocktest", psFormat: "kept", auths: { [domain]: {} } });
  });

  step("docker's command line pushes with it, and so does Drydock", async (workbench) => {
    for (const { path } of dockerCommands()) cli(path, "push", reference());
    await push(workbench);
    assert.deepEqual(await bed().registry.tags("joe/app"), ["1"]);
  });

  step("logged out here, the command line is logged out, too, and the other way round", async (workbench) => {
    const { quickInput, notifications } = workbench;
    const { domain } = bed().registry;
    const [first] = dockerCommands();
    assert(first);
    await workbench.command("Drydock: Log Out of Registry…");
    await quickInput.pick(domain, { title: "Log Out" });
    await notifications.find(`Logged out of ${domain}.`);
    await notifications.clear();
    assert.deepEqual(helperLogins(), []);
    assert.throws(() => cli(first.path, "push", reference()), /no basic auth credentials/);
    cli(first.path, "login", "-u", login.user, "-p", login.password, domain);
    await push(workbench);
    cli(first.path, "logout", domain);
  });

  step("a helper that is missing is named, with what to do", async (workbench) => {
    const { notifications } = workbench;
    write({ credsStore: "not-there" });
    await workbench.view("Images").inlineAction("1", "Push…");
    await notifications.find(
      /docker-credential-not-there is named in docker's config file but is not on the PATH\. Install it/,
    );
    await workbench.screenshots("login-helper-missing");
    await notifications.clear();
  });

  step("a file that does not parse is told of, and left as it is", async (workbench) => {
    const { notifications } = workbench;
    writeFileSync(configFile, "{ broken");
    await workbench.view("Images").inlineAction("1", "Push…");
    await notifications.find(
      /Docker's settings can't be used: .*config\.json is not what docker writes there/,
    );
    await workbench.screenshots("config-broken");
    await notifications.clear();
    assert.equal(readFileSync(configFile, "utf8"), "{ broken");
  });

  step("without a helper the person is asked before a login is kept as base64", async (workbench) => {
    const { quickInput, notifications } = workbench;
    write({ psFormat: "kept" });
    const title = await startLogin(workbench);
    await quickInput.waitForTitle(title);
    const kept = (await quickInput.items()).map(({ label, detail }) => `${label}: ${detail}`);
    assert.match(kept[0] ?? "", /^In docker's own file: As base64, which is not encryption/);
    await workbench.screenshots("login-file");
    await quickInput.pick("Nowhere: forget it when this window closes");
    await quickInput.answer(login.user, { title: `${title} (1/2)` });
    await quickInput.answer(login.password, { title: `${title} (2/2)` });
    await notifications.find(`Logged in to ${bed().registry.domain} as joe.`);
    await notifications.clear();
    await push(workbench);
    assert.deepEqual(read(), { psFormat: "kept" });
  });

  step(
    "of all this no file of the editor's holds a word: neither settings, nor state, nor logs",
    async (workbench) => {
      const secrets = [login.password, `${login.user}:${login.password}`].flatMap((text) => [
        Buffer.from(text),
        Buffer.from(Buffer.from(text).toString("base64").replace(/=+$/, "").slice(0, -1)),
      ]);
      const { dataFolder } = workbench.server;
      let files = 0;
      await until("the log is written", () => /Push… failed/.test(logsOf(dataFolder)));
      for (const entry of readdirSync(dataFolder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        files += 1;
        for (const secret of secrets) assert.ok(!bytes.includes(secret), join(entry.parentPath, entry.name));
      }
      assert.ok(files > 10);
    },
  );
});

function logsOf(dataFolder: string): string {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /Drydock.*\.log$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("");
}
