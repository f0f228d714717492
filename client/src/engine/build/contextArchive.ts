import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pack as createPack, type Header, type Pack } from "tar-stream";
import { isIgnored } from "../../../../server/src/ignoreFile/ignoreFile";
import { contextError } from "./contextError";
import { type ContextEntry, contextFiles } from "./contextFiles";
import { type ContextSize, contextCounter } from "./contextSize";
import { readIgnoreFile } from "./ignoreFile";
import type { IgnorePatterns } from "./ignorePatterns";

/** A build context as the classic builder takes it: one tar archive, written while it is read. */
export interface ContextArchive {
  readonly stream: Readable;
  /** The Dockerfile's path inside the archive. */
  readonly dockerfile: string;
  /** Rejects with an EngineError where a file cannot be read, or where the stream is destroyed before its end. */
  readonly packed: Promise<void>;
}

/**
 * Packs a build context. A Dockerfile that the context does not hold, or that is ignored, travels under a name of its
 * own; the ignore file that goes with it makes the builder take it away again before it copies anything.
 */
export async function contextArchive(
  { contextFolder, dockerfile }: { readonly contextFolder: string; readonly dockerfile: string },
  onProgress: (sent: ContextSize) => void,
): Promise<ContextArchive> {
  const { patterns } = await readIgnoreFile(contextFolder, dockerfile);
  const extra = await hiddenDockerfile(contextFolder, dockerfile, patterns);
  const pack = createPack();
  const packed = fill().catch((error: unknown) => {
    const problem = contextError(contextFolder, error);
    pack.destroy(problem);
    throw problem;
  });
  return {
    stream: Readable.from(pack),
    dockerfile: extra?.name ?? insidePath(contextFolder, dockerfile) ?? dockerfile,
    packed,
  };

  async function fill(): Promise<void> {
    const counter = contextCounter(onProgress);
    for await (const entry of contextFiles(contextFolder, { ignore: patterns })) {
      if (extra && entry.path === ".dockerignore") continue;
      await addEntry(pack, entry);
      if (!entry.stat.isDirectory()) counter.add(entry.stat.isFile() ? entry.stat.size : 0);
    }
    for (const { name, text } of extra ? [extra, extra.ignoreFile] : []) {
      await addText(pack, name, text);
      counter.add(text.length);
    }
    counter.flush();
    pack.finalize();
  }
}

/** The Dockerfile and the ignore file that hides it, or `undefined` where the context's own Dockerfile will do. */
async function hiddenDockerfile(contextFolder: string, dockerfile: string, patterns: IgnorePatterns) {
  const inside = insidePath(contextFolder, dockerfile);
  if (inside !== undefined && !isIgnored(patterns, inside) && !(await isLink(dockerfile))) return undefined;
  const name = `.dockerfile.${randomBytes(10).toString("hex")}`;
  const text = await readFile(dockerfile).catch((error: unknown) => {
    throw contextError(dockerfile, error);
  });
  const kept = isIgnored(patterns, ".dockerignore") ? undefined : await ownIgnoreFile(contextFolder);
  const ignoreText = kept === undefined ? `${name}\n.dockerignore\n` : `${kept}\n${name}\n`;
  return { name, text, ignoreFile: { name: ".dockerignore", text: Buffer.from(ignoreText) } };
}

async function ownIgnoreFile(contextFolder: string): Promise<string | undefined> {
  const file = join(contextFolder, ".dockerignore");
  return readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw contextError(file, error);
  });
}

async function isLink(file: string): Promise<boolean> {
  const stat = await lstat(file).catch((error: unknown) => {
    throw contextError(file, error);
  });
  return stat.isSymbolicLink();
}

/** With slashes, or `undefined` where the file lies outside of the folder. */
function insidePath(folder: string, file: string): string | undefined {
  const path = relative(folder, file).split(sep).join("/");
  return path === "" || path.startsWith("../") || path === ".." || /^[a-z]:/i.test(path) ? undefined : path;
}

async function addEntry(pack: Pack, { path, file, stat, linkTarget }: ContextEntry): Promise<void> {
  const header = { name: path, mode: modeOf(stat.mode), mtime: stat.mtime, uid: 0, gid: 0 };
  if (stat.isDirectory()) {
    await addHeader(pack, { ...header, type: "directory" });
  } else if (linkTarget !== undefined) {
    await addHeader(pack, { ...header, type: "symlink", linkname: linkTarget });
  } else {
    const sink = pack.entry({ ...header, type: "file", size: stat.size });
    if (stat.size === 0) {
      sink.end(Buffer.alloc(0));
      return;
    }
    // What grows while it is read is cut at the size that the header promised.
    await pipeline(
      createReadStream(file, { end: stat.size - 1 }),
      sink as unknown as NodeJS.WritableStream,
    ).catch((error: unknown) => {
      throw contextError(path, error);
    });
  }
}

/** As the docker CLI does: Windows knows no such modes, so everything is made executable there. */
function modeOf(mode: number): number {
  return process.platform === "win32" ? 0o755 : mode & 0o7777;
}

function addHeader(pack: Pack, header: Partial<Header> & Pick<Header, "name">): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry(header, (error) => (error ? reject(error) : resolve()));
  });
}

function addText(pack: Pack, name: string, text: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o644, mtime: new Date(0) }, text, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
