import { StringDecoder } from "node:string_decoder";
import type { LogChunk } from "../engine";
import { EngineError } from "../engineError";

/** Takes a log's bytes, however they are cut, and hands on its text. `end` gives what an unfinished character leaves. */
export interface LogDecoder {
  write(bytes: Buffer): void;
  end(): void;
}

type Listener = (chunk: LogChunk) => void;

/** The log of a container with a terminal: one stream, as the program wrote it. */
export function decodeTerminalLog(listener: Listener): LogDecoder {
  const decoder = new StringDecoder("utf8");
  const tell = (text: string) => {
    if (text !== "") listener({ source: "stdout", text });
  };
  return { write: (bytes) => tell(decoder.write(bytes)), end: () => tell(decoder.end()) };
}

/**
 * The log of a container without a terminal: frames of 8 bytes (the stream's number, three zeros, the length) and
 * that many bytes of text. A frame's text is handed on as it comes, for a frame may be long and its end far.
 * https://docs.docker.com/reference/api/engine/version/v1.52/ (attach, "Stream format")
 */
export function decodeMultiplexedLog(listener: Listener): LogDecoder {
  const sources = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  const header = Buffer.alloc(headerLength);
  let filled = 0;
  let left = 0;
  let failure = "";

  const tell = (source: LogChunk["source"], text: string) => {
    if (text !== "") listener({ source, text });
  };
  const frameText = (bytes: Buffer) => {
    const source = sourceOf(header[0]);
    if (source === "failure") failure += bytes.toString();
    else tell(source, sources[source].write(bytes));
  };

  return {
    write(bytes) {
      let offset = 0;
      while (offset < bytes.length) {
        if (left > 0) {
          const end = Math.min(bytes.length, offset + left);
          frameText(bytes.subarray(offset, end));
          left -= end - offset;
          offset = end;
          continue;
        }
        const copied = bytes.copy(header, filled, offset);
        filled += copied;
        offset += copied;
        if (filled < headerLength) return;
        filled = 0;
        left = header.readUInt32BE(4);
      }
    },
    end() {
      for (const source of ["stdout", "stderr"] as const) tell(source, sources[source].end());
      if (failure !== "") throw new EngineError("engine-failed", failure.trim());
    },
  };
}

const headerLength = 8;

/** 3 is the engine itself, which has no other way left to say that it failed. */
function sourceOf(stream: number | undefined): LogChunk["source"] | "failure" {
  switch (stream) {
    case 0:
    case 1:
      return "stdout";
    case 2:
      return "stderr";
    case 3:
      return "failure";
    default:
      throw new EngineError("engine-failed", "The engine's log is not in the form that it should have.");
  }
}
