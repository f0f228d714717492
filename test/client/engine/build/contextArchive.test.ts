import assert from "node:assert/strict";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { extract } from "tar-stream";
import { contextArchive } from "../../../../client/src/engine/build/contextArchive";
import { makeFolder } from "../../../support/buildFolder";

interface Packed {
  readonly dockerfile: string;
  /** Names with contents, or with what else they are. */
  readonly entries: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, number>>;
}

async function packed(
  files: Readonly<Record<string, string>>,
  { dockerfile = "Dockerfile", prepare = (_: string): void => undefined } = {},
): Promise<Packed> {
  const folder = makeFolder(files);
  prepare(folder.path);
  try {
    const archive = await contextArchive(
      { contextFolder: folder.path, dockerfile: join(folder.path, dockerfile) },
      () => undefined,
    );
    const entries: Record<string, string> = {};
    const modes: Record<string, number> = {};
    const unpacked = extract();
    // streamx's streams are Node's in all that pipe needs, but not in their types.
    archive.stream.pipe(unpacked as unknown as NodeJS.WritableStream);
    for await (const entry of unpacked) {
      let text = "";
      for await (const chunk of entry) text += String(chunk);
      const { name, type, linkname, mode } = entry.header;
      entries[name] = type === "symlink" ? `-> ${linkname}` : type === "directory" ? "folder" : text;
      modes[name] = mode;
    }
    await archive.packed;
    return { dockerfile: archive.dockerfile, entries, modes };
  } finally {
    folder.remove();
  }
}

describe("the classic builder's archive", () => {
  it("holds what the ignore file leaves, with modes and links as they are", async () => {
    const { dockerfile, entries, modes } = await packed(
      { Dockerfile: "FROM a", ".dockerignore": "*.log\nd", "a.log": "", "d/x": "", "e/f": "F", empty: "" },
      {
        prepare(folder) {
          symlinkSync("/etc/passwd", join(folder, "link"));
          chmodSync(join(folder, "empty"), 0o751);
        },
      },
    );
    assert.equal(dockerfile, "Dockerfile");
    assert.deepEqual(entries, {
      ".dockerignore": "*.log\nd",
      Dockerfile: "FROM a",
      e: "folder",
      "e/f": "F",
      empty: "",
      link: "-> /etc/passwd",
    });
    assert.equal(modes["empty"], 0o751);
  });

  it("hides a Dockerfile from outside, and one that is ignored, from what the builder copies", async () => {
    for (const files of [
      { "b/Dockerfile": "FROM a", ".dockerignore": "b\nx", x: "" },
      { "b/Dockerfile": "FROM a", ".dockerignore": ".dockerignore\n**/Dockerfile" },
    ]) {
      const { dockerfile, entries } = await packed(files, { dockerfile: "b/Dockerfile" });
      assert.match(dockerfile, /^\.dockerfile\.[0-9a-f]{20}$/);
      assert.equal(entries[dockerfile], "FROM a");
      assert(entries[".dockerignore"]?.split("\n").includes(dockerfile), entries[".dockerignore"]);
      assert.equal(entries["b/Dockerfile"], undefined);
    }
  });

  it("ends with what could not be read, on both its promise and its stream", async () => {
    await assert.rejects(packed({ a: "" }), {
      kind: "invalid-request",
      message: /Dockerfile" .* is not there/,
    });
  });

  it("stops reading when nobody wants it any more", async () => {
    const folder = makeFolder({ Dockerfile: "FROM a", large: "x".repeat(5_000_000) });
    const { stream, packed: done } = await contextArchive(
      { contextFolder: folder.path, dockerfile: join(folder.path, "Dockerfile") },
      () => undefined,
    );
    stream.once("data", () => stream.destroy());
    await assert.rejects(done);
    folder.remove();
  });
});
