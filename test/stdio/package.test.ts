import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { version } from "../../package.json";
import { projectFolder } from "../../scripts/testbed/projectFolders";
import { startStdioClient } from "../support/stdioClient";

describe("the npm package, installed where nothing else is", () => {
  const place = mkdtempSync(join(tmpdir(), "drydock-package-"));
  const modules = join(place, "node_modules");
  // A home of its own and a short PATH: nothing of this machine's set-up helps.
  const bare = { PATH: [dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter), HOME: place };
  const npm = (args: string[]) =>
    execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: place,
      env: bare,
      encoding: "utf8",
    });
  before(() => {
    // The bundles are there: the tier has built them.
    npm(["pack", projectFolder, "--ignore-scripts", "--pack-destination", place]);
    npm(["install", "--offline", `./drydock-${version}.tgz`]);
    writeFileSync(join(place, "Dockerfile"), "FROM alpine:3.23\nMAINTAINER me\n");
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  test("brings no other package along, since all it needs is in its bundles", () => {
    assert.deepEqual(
      readdirSync(modules).filter((name) => !name.startsWith(".")),
      ["drydock"],
    );
    assert.deepEqual(readdirSync(join(modules, ".bin")).sort(), ["drydock", "drydock-language-server"]);
  });

  test("drydock lints", () => {
    const bin = join(modules, ".bin", "drydock");
    assert.equal(execFileSync(bin, ["--version"], { env: bare, encoding: "utf8" }).trim(), version);
    assert.throws(
      () => execFileSync(bin, ["lint", "Dockerfile"], { cwd: place, env: bare, encoding: "utf8" }),
      ({ status, stdout }: { status: number; stdout: string }) =>
        status === 1 && /maintainer-deprecated/.test(stdout),
    );
  });

  test("drydock-language-server serves, and its rules' documentation is beside it", async () => {
    const bin = join(modules, ".bin", "drydock-language-server");
    assert.equal(execFileSync(bin, ["--version"], { env: bare, encoding: "utf8" }).trim(), version);
    assert.match(execFileSync(bin, ["--help"], { env: bare, encoding: "utf8" }), /--stdio/);
    const client = await startStdioClient({ program: [bin, "--stdio"] });
    await client.open("file:///project/Dockerfile", "FROM alpine:3.23\nMAINTAINER me\n");
    const [problem] = await client.pullDiagnostics("file:///project/Dockerfile");
    assert.equal(problem?.code, "maintainer-deprecated");
    assert.match(problem.codeDescription?.href ?? "", /node_modules\/drydock\/docs\/rules\.md#/);
    await client.close();
  });
});
