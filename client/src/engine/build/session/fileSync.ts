import { open } from "node:fs/promises";
import { contextError } from "../contextError";
import type { ContextEntry } from "../contextFiles";
import { readMessage, writeMessage } from "../protobuf";
import type { GrpcCall } from "./grpcServer";

/** Packet types of https://github.com/tonistiigi/fsutil/blob/master/types/wire.proto. */
const packet = { stat: 0, request: 1, data: 2, finished: 3, error: 4 } as const;

const chunkBytes = 32 * 1024;

/** Small files cost mostly the wait for the disk, which several can share. */
const readersAtOnce = 4;

/**
 * Sends a folder to BuildKit by the protocol of its DiffCopy: we tell every entry's facts, the builder asks for the
 * contents that it does not have from the last time, and both say that they are done.
 */
export async function sendFolder(
  call: GrpcCall,
  entries: AsyncIterable<ContextEntry>,
  onSent: (bytes: number) => void,
): Promise<void> {
  const sources = new Map<number, ContextEntry>();
  const queue = requestQueue();

  async function tellEntries(): Promise<void> {
    let id = 0;
    for await (const entry of entries) {
      if (entry.stat.isFile()) sources.set(id, entry);
      id += 1;
      await call.send(writeMessage({ 1: packet.stat, 2: statMessage(entry) }));
    }
    await call.send(writeMessage({ 1: packet.stat }));
  }

  // Requests are read at once, even while contents go out: a builder that waits for us to read would not read us.
  async function listen(): Promise<void> {
    try {
      for await (const bytes of call.messages) {
        const message = readMessage(bytes);
        const type = message.integer(1);
        if (type === packet.request) queue.add(message.integer(3));
        if (type === packet.error)
          throw new Error(message.bytes(4)?.toString("utf8") ?? "The builder gave up.");
        if (type === packet.finished) break;
      }
    } finally {
      queue.close();
    }
  }

  async function sendContents(): Promise<void> {
    for await (const id of queue.requests) {
      const source = sources.get(id);
      if (!source) throw new Error(`The builder asked for the unknown file ${id}.`);
      sources.delete(id);
      onSent(await sendContent(call, id, source));
    }
  }

  await Promise.all([listen(), tellEntries(), ...Array.from({ length: readersAtOnce }, sendContents)]);
  await call.send(writeMessage({ 1: packet.finished }));
}

async function sendContent(call: GrpcCall, id: number, { path, file }: ContextEntry): Promise<number> {
  const handle = await open(file, "r").catch((error: unknown) => {
    throw contextError(path, error);
  });
  try {
    let sent = 0;
    for (;;) {
      // The bytes are copied into the message, but not before `send` has run: each chunk needs its own buffer.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, sent);
      await call.send(writeMessage({ 1: packet.data, 3: id, 4: buffer.subarray(0, bytesRead) }));
      // An empty chunk, just sent, tells the end of the file.
      if (bytesRead === 0) return sent;
      sent += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Modes as Go's os.FileMode has them, which are not the operating system's. */
const goMode = {
  directory: 0x8000_0000,
  symlink: 0x0800_0000,
  setuid: 0x80_0000,
  setgid: 0x40_0000,
  sticky: 0x10_0000,
};

function statMessage({ path, stat, linkTarget }: ContextEntry): Buffer {
  const permissions = process.platform === "win32" ? 0o755 : stat.mode & 0o777;
  let mode = permissions;
  if (stat.isDirectory()) mode += goMode.directory;
  if (linkTarget !== undefined) mode += goMode.symlink;
  if (stat.mode & 0o4000) mode += goMode.setuid;
  if (stat.mode & 0o2000) mode += goMode.setgid;
  if (stat.mode & 0o1000) mode += goMode.sticky;
  return writeMessage({
    1: path,
    2: mode,
    5: stat.isFile() ? stat.size : 0,
    6: BigInt(Math.round(stat.mtimeMs * 1000)) * 1000n,
    7: linkTarget,
  });
}

function requestQueue() {
  const waiting: number[] = [];
  let closed = false;
  let wake: () => void = () => undefined;

  async function* requests(): AsyncGenerator<number> {
    for (;;) {
      yield* waiting.splice(0);
      if (closed && waiting.length === 0) return;
      if (waiting.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    requests: requests(),
    add(id: number) {
      waiting.push(id);
      wake();
    },
    close() {
      closed = true;
      wake();
    },
  };
}
