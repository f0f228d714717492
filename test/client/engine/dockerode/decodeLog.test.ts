import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeMultiplexedLog,
  decodeTerminalLog,
  type LogDecoder,
} from "../../../../client/src/engine/dockerode/decodeLog";
import type { LogChunk } from "../../../../client/src/engine/engine";

const log = Buffer.concat([frame(1, "one é\n"), frame(2, "two €\n"), frame(1, ""), frame(1, "three 🐳\n")]);
const told: LogChunk[] = [
  { source: "stdout", text: "one é\n" },
  { source: "stderr", text: "two €\n" },
  { source: "stdout", text: "three 🐳\n" },
];

test("frames are told apart, wherever the bytes are cut", () => {
  for (let first = 0; first <= log.length; first++)
    for (const second of [first, Math.min(first + 1, log.length), Math.min(first + 9, log.length)])
      assert.deepEqual(
        decode([log.subarray(0, first), log.subarray(first, second), log.subarray(second)]),
        told,
      );
});

test("a character may come in two frames, with another stream's between them", () => {
  const whale = Buffer.from("🐳");
  const pieces = [frame(1, whale.subarray(0, 2)), frame(2, "err"), frame(1, whale.subarray(2))];
  assert.deepEqual(decode(pieces), [
    { source: "stderr", text: "err" },
    { source: "stdout", text: "🐳" },
  ]);
});

test("a long frame is told as it comes", () => {
  const heard: LogChunk[] = [];
  const decoder = decodeMultiplexedLog((chunk) => heard.push(chunk));
  decoder.write(frame(1, "a".repeat(1000)).subarray(0, 508));
  assert.equal(heard[0]?.text.length, 500);
});

test("the engine's own failure, told in the log, rejects", () => {
  assert.throws(() => decode([frame(1, "one\n"), frame(3, "error from daemon in stream: gone")]), {
    name: "EngineError",
    message: "error from daemon in stream: gone",
  });
});

test("what has no frames is refused", () => {
  assert.throws(() => decode([Buffer.from("plain text without any frame")]), { name: "EngineError" });
});

test("a terminal's log is text, and an unfinished character shows as one", () => {
  const bytes = Buffer.from("hé🐳");
  for (let cut = 0; cut <= bytes.length; cut++) {
    const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
    assert.equal(textOf(decode(pieces, decodeTerminalLog)), "hé🐳");
  }
  assert.equal(textOf(decode([bytes.subarray(0, 5)], decodeTerminalLog)), "hé\ufffd");
});

function frame(stream: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

function decode(
  pieces: readonly Buffer[],
  decoding: (listener: (chunk: LogChunk) => void) => LogDecoder = decodeMultiplexedLog,
): LogChunk[] {
  const chunks: LogChunk[] = [];
  const decoder = decoding((chunk) => {
    const last = chunks.at(-1);
    if (last?.source === chunk.source) chunks[chunks.length - 1] = { ...last, text: last.text + chunk.text };
    else chunks.push(chunk);
  });
  for (const piece of pieces) decoder.write(piece);
  decoder.end();
  return chunks;
}

function textOf(chunks: readonly LogChunk[]): string {
  return chunks.map(({ text }) => text).join("");
}
