import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { BuildEvent, BuildOptions } from "../../client/src/engine/build";
import { failedInstruction } from "../../client/src/engine/build/failedInstruction";
import { BuildFailedError } from "../../client/src/engine/buildFailedError";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine } from "../../client/src/engine/engine";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { type PrivateRegistry, startPrivateRegistry } from "../../scripts/testbed/privateRegistry";
import { makeFolder } from "../support/buildFolder";
import { dockerCommands } from "../support/dockerCommands";

const builders = ["buildkit", "classic"] as const;
const login = { user: "me", password: "sécret+/?=" };

describe("builds on a live engine", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let registry: PrivateRegistry;
  let engine: Engine;
  before(async () => {
    [live, registry] = await Promise.all([startPrivateEngine(), startPrivateRegistry(login)]);
    await importBusyboxImage(live.docker, "alpine:3.20");
    engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
  });
  after(async () => {
    engine?.dispose();
    await Promise.all([live?.stop(), registry?.stop()]);
  });

  /** Builds a folder of these files, and removes it; `prepare` may add what is no plain file. */
  async function build(
    files: Readonly<Record<string, string>>,
    options: Partial<BuildOptions> & { readonly prepare?: (folder: string) => void } = {},
    signal?: AbortSignal,
    onEvent: (event: BuildEvent) => void = () => undefined,
  ) {
    const folder = makeFolder(files);
    const { prepare, ...rest } = options;
    prepare?.(folder.path);
    const events: BuildEvent[] = [];
    try {
      const result = await engine.images.build(
        { contextFolder: folder.path, dockerfile: join(folder.path, "Dockerfile"), tags: [], ...rest },
        (event) => {
          events.push(event);
          onEvent(event);
        },
        signal,
      );
      return { ...result, events, output: outputOf(events) };
    } finally {
      folder.remove();
    }
  }

  for (const builder of builders) {
    describe(`with ${builder}`, () => {
      it("tells the steps, tags the image, and takes from the cache the second time", async () => {
        const files = {
          Dockerfile: "FROM alpine:3.20\nARG WHO=nobody\nRUN echo grüße $WHO\nCOPY a /\n",
          a: builder,
        };
        const options: Partial<BuildOptions> = {
          builder,
          tags: [`me/${builder}:1`, `me/${builder}:2`],
          buildArguments: { WHO: `${builder} & co.` },
          labels: { "a.b": "c d" },
        };
        const first = await build(files, options);
        assert.match(first.output, new RegExp(`grüße ${builder} & co\\.\\n`));
        assert.deepEqual(first.events[0], { type: "builder", builder });
        const details = await engine.images.inspect(`me/${builder}:2`);
        assert.equal(details.id, first.imageId);
        assert.equal(details.labels["a.b"], "c d");
        const second = await build(files, options);
        assert.equal(second.imageId, first.imageId);
        assert(
          stepsOf(second.events).some((step) => /RUN echo.*: cached$/.test(step)),
          stepsOf(second.events).join("\n"),
        );
        const third = await build(files, { ...options, cache: "ignore" });
        assert(!stepsOf(third.events).some((step) => /RUN echo.*: cached$/.test(step)));
      });

      it("tells which instruction failed, its exit code and its last words", async () => {
        const dockerfile =
          "FROM alpine:3.20\n\n# why\nRUN echo out; \\\n  echo err >&2; \\\n  exit 7\nRUN echo never\n";
        const { failure, kind } = await failing(build({ Dockerfile: dockerfile }, { builder }));
        assert.equal(failure.exitCode, 7);
        assert.deepEqual([...failure.output].sort(), ["err", "out"]);
        assert.deepEqual(failedInstruction(dockerfile, failure), { firstLine: 3, lastLine: 5 });
        assert.equal(kind, "invalid-request");
      });

      it("puts other failures on their instruction, too", async () => {
        const cases: Readonly<Record<string, number>> = {
          "FROM alpine:3.20\nRUN true\nCOPPY a /\n": 2,
          "FROM alpine:3.20\nCOPY missing /\n": 1,
          "FROM alpine:3.20 AS one\nFROM 127.0.0.1:1/nobody/nothing:1\n": 1,
          "FROM alpine:3.20 AS base\nRUN one\nFROM base\nRUN exit 3\n": 1,
        };
        for (const [dockerfile, line] of Object.entries(cases)) {
          const { failure } = await failing(build({ Dockerfile: dockerfile }, { builder, cache: "ignore" }));
          assert.equal(
            failedInstruction(dockerfile, failure)?.firstLine,
            line,
            `${dockerfile}\n${failure.message}`,
          );
        }
      });

      it("sends what the ignore file leaves, with modes and links as they are", async () => {
        const { output } = await build(
          {
            Dockerfile:
              "FROM alpine:3.20\nCOPY . /w\nRUN cd /w && find . | sort && ls -l run.sh | cut -c1-10 && readlink link && readlink dangling\n",
            ".dockerignore": "# comment\n*.log\nnode_modules\n!node_modules/keep/me.txt\nsub/**/x\n",
            "a.log": "",
            "sub/b.log": "",
            "sub/deep/x": "",
            "sub/deep/y": "",
            "node_modules/drop.txt": "",
            "node_modules/keep/me.txt": "",
            "run.sh": "",
          },
          {
            builder,
            cache: "ignore",
            prepare(folder) {
              chmodSync(join(folder, "run.sh"), 0o750);
              symlinkSync("sub/deep", join(folder, "link"));
              symlinkSync("/etc/shadow", join(folder, "dangling"));
              execFileSync("mkfifo", [join(folder, "pipe")]);
            },
          },
        );
        assert.deepEqual(output.trim().split("\n"), [
          ".",
          "./.dockerignore",
          "./Dockerfile",
          "./dangling",
          "./link",
          "./node_modules",
          "./node_modules/keep",
          "./node_modules/keep/me.txt",
          "./run.sh",
          "./sub",
          "./sub/b.log",
          "./sub/deep",
          "./sub/deep/y",
          "-rwxr-x---",
          "sub/deep",
          "/etc/shadow",
        ]);
      });

      const list = "FROM alpine:3.20\nCOPY . /w\nRUN cd /w && find . -type f | sort\n";

      it("builds from a Dockerfile and an ignore file that are ignored themselves", async () => {
        const files = { Dockerfile: list, ".dockerignore": "Dockerfile\n.dockerignore\nb", a: "", b: "" };
        const { output } = await build(files, { builder, cache: "ignore" });
        assert.equal(output.trim(), "./a");
      });

      it("builds from a Dockerfile outside of the build context, with the ignore file beside it", async () => {
        const elsewhere = makeFolder({ "My.Dockerfile": list, "My.Dockerfile.dockerignore": "b\n" });
        const { output } = await build(
          { a: "", b: "", c: "", ".dockerignore": "c\n" },
          { builder, cache: "ignore", dockerfile: join(elsewhere.path, "My.Dockerfile") },
        );
        elsewhere.remove();
        assert.equal(output.trim(), "./.dockerignore\n./a\n./c");
      });

      it("builds from a Dockerfile in a folder of the build context", async () => {
        const folder = makeFolder({ "docker/Dockerfile": list, a: "" });
        const { imageId } = await engine.images.build(
          {
            contextFolder: folder.path,
            dockerfile: join(folder.path, "docker", "Dockerfile"),
            tags: [],
            builder,
          },
          () => undefined,
        );
        folder.remove();
        assert.match(imageId, /^sha256:/);
      });

      it("logs in for a private base image, and says what is wanted where it cannot", async () => {
        const reference = `${registry.domain}/team/base:${builder}`;
        await engine.images.tag("alpine:3.20", reference);
        await engine.images.push(reference, { credential: { server: registry.domain, ...login } });
        await engine.images.remove(reference);
        const files = { Dockerfile: `FROM ${reference}\nRUN true\n` };
        const refused = await failing(
          build(files, { builder, credentials: [{ server: "other.example", ...login }] }),
        );
        assert.equal(refused.kind, "registry-unauthorized", refused.message);
        assert.equal(failedInstruction(files.Dockerfile, refused.failure)?.firstLine, 0);
        const credentials = [
          { server: "other.example", user: "other", password: "other" },
          { server: registry.domain, ...login },
        ];
        const { imageId } = await build(files, { builder, credentials });
        assert.match(imageId, /^sha256:/);
      });

      it("ends at once when it is cancelled, and leaves no image", async () => {
        const cancel = new AbortController();
        const started = Date.now();
        const tag = `me/cancelled:${builder}`;
        const files = { Dockerfile: "FROM alpine:3.20\nRUN echo begun && sleep 600\n" };
        const seen: BuildEvent[] = [];
        const building = build(files, { builder, tags: [tag], cache: "ignore" }, cancel.signal, (event) => {
          seen.push(event);
          if (event.type === "output") cancel.abort();
        });
        await assert.rejects(building, { kind: "cancelled" });
        assert(Date.now() - started < 30_000);
        assert(
          stepsOf(seen).some((step) => /sleep 600: cancelled$/.test(step)),
          stepsOf(seen).join("\n"),
        );
        await assert.rejects(engine.images.inspect(tag), { kind: "not-found" });
        await untilNoProcess("sleep 600");
      });

      it("is cancelled before it begins", async () => {
        const building = build({ Dockerfile: "FROM alpine:3.20\n" }, { builder }, AbortSignal.abort());
        await assert.rejects(building, { kind: "cancelled" });
      });

      it("names what it cannot read", async () => {
        await assert.rejects(build({ a: "" }, { builder }), {
          kind: "invalid-request",
          message: /Dockerfile" in the build context is not there/,
        });
        const broken = { Dockerfile: "FROM alpine:3.20\nCOPY . /\n", ".dockerignore": "[a" };
        await assert.rejects(build(broken, { builder }), { kind: "invalid-request" });
      });

      it("sends a large file and many small ones", async () => {
        const large = "0123456789abcdef".repeat(4 * 1024 * 1024);
        const many = Object.fromEntries(
          Array.from({ length: 3000 }, (_, i) => [`d${i % 20}/f${i}`, String(i)]),
        );
        const { output, events } = await build(
          {
            ...many,
            Dockerfile:
              "FROM alpine:3.20\nCOPY . /w\nRUN find /w -type f | wc -l; md5sum /w/large | cut -c1-8\n",
            large,
          },
          { builder, cache: "ignore" },
        );
        const digest = createHash("md5").update(large).digest("hex").slice(0, 8);
        assert.deepEqual(output.trim().split("\n"), ["3002", digest]);
        const sent = events.findLast((event) => event.type === "context");
        assert(
          sent?.type === "context" && sent.files >= 3002 && sent.bytes > 64 * 1024 * 1024,
          JSON.stringify(sent),
        );
      });
    });
  }

  it("sends BuildKit only what a build needs and has changed", async () => {
    const folder = makeFolder({
      Dockerfile: "FROM alpine:3.20\nCOPY src /src\n",
      "src/a": "a",
      "src/b": "b",
      other: "o",
    });
    const sent = async () => {
      let files = 0;
      await engine.images.build(
        {
          contextFolder: folder.path,
          dockerfile: join(folder.path, "Dockerfile"),
          tags: [],
          builder: "buildkit",
        },
        (event) => {
          if (event.type === "context") files = event.files;
        },
      );
      return files;
    };
    assert.equal(await sent(), 2);
    assert.equal(await sent(), 0);
    writeFileSync(join(folder.path, "src/a"), "changed");
    assert.equal(await sent(), 1);
    folder.remove();
  });

  it("follows a link that COPY names", async () => {
    const { output } = await build(
      { Dockerfile: "FROM alpine:3.20\nCOPY link/ /w\nRUN ls /w\n", "real/a": "" },
      {
        builder: "buildkit",
        cache: "ignore",
        prepare: (folder) => symlinkSync("real", join(folder, "link")),
      },
    );
    assert.equal(output.trim(), "a");
  });

  for (const builder of builders) {
    const cli = dockerCommands().find(({ buildKit }) => builder === "classic" || buildKit)?.path ?? "";
    const skip = cli === "" ? `no docker CLI that builds with ${builder}` : false;
    it(`copies the same files as the docker CLI with ${builder}`, { skip }, async () => {
      const names = [
        "a",
        "b.md",
        "README.md",
        "d/a",
        "d/b.md",
        "d/e/a",
        "d/e/x.md",
        ".hidden",
        "node_modules/p/a",
      ];
      const files = Object.fromEntries(names.map((name) => [name, name]));
      const ignoreFiles = [
        "*.md\n!README.md",
        "**/*.md",
        "d\n!d/e",
        "d/*\n!d/e/x.md",
        "*\n!d/e/*.md\n!Dockerfile",
        "*/a\n/b.md",
        "**/a\n!d/**/a",
        ".*\n./d/../a",
        "node_modules/\nd/",
      ];
      for (const ignoreFile of ignoreFiles) {
        const folder = makeFolder({
          ...files,
          Dockerfile: `FROM alpine:3.20\nCOPY . /w\nRUN cd /w && find . -type f | sort > /list\n`,
          ".dockerignore": ignoreFile,
        });
        execFileSync(cli, ["-H", live.host, "build", "-q", "-t", "theirs", folder.path], {
          env: {
            ...process.env,
            DOCKER_BUILDKIT: builder === "buildkit" ? "1" : "0",
            DOCKER_CONFIG: folder.path,
          },
          stdio: ["ignore", "pipe", "ignore"],
        });
        await engine.images.build(
          {
            contextFolder: folder.path,
            dockerfile: join(folder.path, "Dockerfile"),
            tags: ["ours"],
            builder,
            cache: "ignore",
          },
          () => undefined,
        );
        folder.remove();
        const { output } = await build(
          {
            Dockerfile:
              "FROM theirs AS t\nFROM ours\nCOPY --from=t /list /theirs\nRUN diff /theirs /list && echo same || true\n",
          },
          { builder, cache: "ignore" },
        );
        assert.match(output, /^same$/m, `${ignoreFile}\n${output}`);
      }
    });
  }

  it("ends with a clear error when the engine is killed during a build", async () => {
    for (const builder of builders) {
      let killing: Promise<void> | undefined;
      const building = build(
        { Dockerfile: "FROM alpine:3.20\nRUN echo begun && sleep 600\n" },
        { builder, cache: "ignore" },
        undefined,
        (event) => {
          if (event.type === "output") killing ??= live.kill();
        },
      );
      await assert.rejects(building, { kind: "connection-lost" });
      await killing;
      await live.start();
    }
  });
});

async function failing(building: Promise<unknown>): Promise<BuildFailedError> {
  const error = await building.then(
    () => assert.fail("The build should have failed."),
    (reason: unknown) => reason,
  );
  assert(error instanceof BuildFailedError, String(error));
  return error;
}

/** Each step's name and last state. */
function stepsOf(events: readonly BuildEvent[]): string[] {
  const last = new Map<string, string>();
  for (const event of events) {
    if (event.type === "step") last.set(event.step.id, `${event.step.name}: ${event.step.state}`);
  }
  return [...last.values()];
}

function outputOf(events: readonly BuildEvent[]): string {
  return events.map((event) => (event.type === "output" ? event.text : "")).join("");
}

async function untilNoProcess(words: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const running = execFileSync("ps", ["ax", "-o", "args"], { encoding: "utf8" });
    if (!running.split("\n").some((line) => line.startsWith(words))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`"${words}" still runs.`);
}
