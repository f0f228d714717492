import assert from "node:assert/strict";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readMessage, writeMessage } from "../../../../client/src/engine/build/protobuf";
import type { SessionOptions } from "../../../../client/src/engine/build/session/sessionMethods";
import { type BuilderSession, openBuilderSession } from "../../../support/builderSession";
import { makeFolder } from "../../../support/buildFolder";

async function withSession(
  options: Partial<SessionOptions>,
  use: (session: BuilderSession) => Promise<void>,
): Promise<void> {
  const session = await openBuilderSession(options);
  try {
    await use(session);
  } finally {
    await session.close();
  }
}

/** What the builder receives of a build context of these files, asking with these headers. */
async function received(
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  prepare: (folder: string) => void = () => undefined,
): Promise<Record<string, string>> {
  const folder = makeFolder(files);
  prepare(folder.path);
  let entries = new Map<string, string>();
  await withSession({ contextFolder: folder.path }, async (session) => {
    entries = await session.receiveFolder({ "dir-name": "context", ...headers });
  });
  folder.remove();
  return Object.fromEntries(entries);
}

describe("a build's session", () => {
  it("is healthy", async () => {
    await withSession({}, async (session) => {
      const answer = await session.call("/grpc.health.v1.Health/Check", Buffer.alloc(0));
      assert.equal(readMessage(answer).integer(1), 1);
    });
  });

  it("gives a registry its own login and nobody another's", async () => {
    const credentials = [
      { server: "https://index.docker.io/v1/", user: "hub", password: "h" },
      { server: "localhost:5000", user: "me", password: "p" },
      { server: "token.example", user: "me", identityToken: "t" },
    ];
    await withSession({ credentials }, async (session) => {
      const ask = async (host: string) => {
        const request = writeMessage({ 1: host });
        const answer = readMessage(await session.call("/moby.filesync.v1.Auth/Credentials", request));
        return `${answer.text(1)}:${answer.text(2)}`;
      };
      assert.equal(await ask("registry-1.docker.io"), "hub:h");
      assert.equal(await ask("localhost:5000"), "me:p");
      assert.equal(await ask("token.example"), ":t");
      for (const host of ["localhost", "localhost:5001", "evil.example", "docker.io.evil.example", ""]) {
        assert.equal(await ask(host), ":", host);
      }
    });
  });

  it("serves nothing else", async () => {
    await withSession({}, async (session) => {
      await assert.rejects(session.call("/moby.filesync.v1.FileSend/DiffCopy", Buffer.alloc(0)), /status 12/);
      for (const name of ["", "..", "/etc", "home"]) {
        await assert.rejects(
          session.receiveFolder({ "dir-name": name }),
          /status 5: The folder .* is not shared/,
        );
      }
    });
  });

  it("sends the build context but what is excluded", async () => {
    assert.deepEqual(
      await received(
        { a: "A", "b.log": "", "d/e/f": "F", "d/g.log": "G", "n/deep/x": "" },
        { "exclude-patterns": ["*.log", "n", "d/g.log", "!d/g.log"] },
        (folder) => {
          symlinkSync("../outside", join(folder, "link"));
          chmodSync(join(folder, "a"), 0o4755);
        },
      ),
      { a: "A", d: "folder", "d/e": "folder", "d/e/f": "F", "d/g.log": "G", link: "-> ../outside" },
    );
  });

  it("takes patterns that Node or a newer builder would change on their way", async () => {
    const files = { "a, b": "", grüße: "", c: "" };
    assert.deepEqual(Object.keys(await received(files, { "exclude-patterns": ["a, b", "x"] })), [
      "c",
      "grüße",
    ]);
    const encoded = { "exclude-patterns": "gr%C3%BC%C3%9Fe+x", "exclude-patterns-encoded": "1" };
    assert.deepEqual(Object.keys(await received({ ...files, "grüße x": "" }, encoded)), [
      "a, b",
      "c",
      "grüße",
    ]);
  });

  it("sends only what the Dockerfile copies", async () => {
    const files = { "src/a": "", "src/b/c": "", other: "", "x1.txt": "", "x2.md": "" };
    const paths = async (...followpaths: string[]) => Object.keys(await received(files, { followpaths }));
    assert.deepEqual(await paths("src"), ["src", "src/a", "src/b", "src/b/c"]);
    assert.deepEqual(await paths("src/b"), ["src", "src/b", "src/b/c"]);
    assert.deepEqual(await paths("*.txt", "missing"), ["x1.txt"]);
    assert.equal((await paths("/")).length, 7);
    assert.equal((await paths("**/c")).length, 7);
  });

  it("sends all where a link is among what is copied", async () => {
    const link = (folder: string) => symlinkSync("real", join(folder, "link"));
    const files = { "real/a": "", b: "" };
    const sent = await received(files, { followpaths: ["link/a"] }, link);
    assert.deepEqual(Object.keys(sent), ["b", "link", "real", "real/a"]);
    assert.deepEqual(Object.keys(await received(files, { followpaths: ["l*"] }, link)).length, 4);
  });

  it("sends paths in the order of their bytes, which is not JavaScript's", async () => {
    const names = ["a.b", "a/x", "a0", "\u{1F600}", "\uFF5E", "B"];
    const sent = await received(Object.fromEntries(names.map((name) => [name, ""])));
    assert.deepEqual(
      Object.keys(sent),
      ["B", "a", "a/x", "a.b", "a0", "\uFF5E", "\u{1F600}"].sort((x, y) => {
        const [left, right] = [x, y].map((path) => Buffer.from(path.replaceAll("/", "\0")));
        return Buffer.compare(left ?? Buffer.alloc(0), right ?? Buffer.alloc(0));
      }),
    );
  });

  it("shares no more of the Dockerfile's folder than the Dockerfile and ignore files, links followed", async () => {
    const folder = makeFolder({
      "real.txt": "FROM a",
      "App.dockerignore": "x",
      ".dockerignore": "y",
      secret: "s",
    });
    symlinkSync("real.txt", join(folder.path, "App"));
    await withSession({ dockerfile: join(folder.path, "App") }, async (session) => {
      const sent = await session.receiveFolder({ "dir-name": "dockerfile", followpaths: ["secret"] });
      assert.deepEqual(Object.fromEntries(sent), {
        ".dockerignore": "y",
        App: "FROM a",
        "App.dockerignore": "x",
      });
    });
    folder.remove();
  });

  it("sends thousands of files and large ones without waiting for itself", async () => {
    const large = "x".repeat(3_000_000);
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`d${i % 40}/file-${i}`, "content"]),
    );
    let told = { files: 0, bytes: 0 };
    const folder = makeFolder({ ...many, large });
    await withSession(
      {
        contextFolder: folder.path,
        onContextSent: (sent) => {
          told = sent;
        },
      },
      async (session) => {
        const entries = await session.receiveFolder({ "dir-name": "context" });
        assert.equal(entries.get("large"), large);
        assert.equal(entries.size, 2041);
      },
    );
    folder.remove();
    assert.deepEqual(told, { files: 2001, bytes: 2000 * 7 + 3_000_000 });
  });

  it("tells what it cannot read, in words for a person", async () => {
    const problems: unknown[] = [];
    const options = {
      contextFolder: "/nowhere/at/all",
      onProblem: (problem: unknown) => problems.push(problem),
    };
    await withSession(options, async (session) => {
      await assert.rejects(session.receiveFolder({ "dir-name": "context" }), /status 2: .*is not there/);
    });
    assert.match(String(problems[0]), /"\/nowhere\/at\/all" in the build context is not there/);
  });
});
