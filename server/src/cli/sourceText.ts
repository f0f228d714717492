import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { standardInput } from "./findFiles";

/** A file as it was read. */
export interface SourceText {
  /** Without the byte order mark, which no editor counts as a character. */
  readonly text: string;
  readonly bytes: Buffer;
  /** Whether the bytes can be had back from the text: what is no UTF-8 was read, but must not be written. */
  readonly encoding: "utf-8" | "unknown";
}

/** Throws where the file can't be read, with a sentence that says why. */
export function readSource(path: string): SourceText {
  const bytes = readFileSync(path === standardInput ? 0 : path);
  if (isUtf16(bytes)) throw new Error("it is UTF-16 text, which builders do not take. Save it as UTF-8.");
  const text = bytes.toString("utf8");
  return {
    text: text.startsWith(byteOrderMark) ? text.slice(1) : text,
    bytes,
    encoding: isUtf8(bytes) ? "utf-8" : "unknown",
  };
}

/** What the file would hold with another text: the byte order mark stays where there is one. */
export function withText({ bytes }: SourceText, text: string): string {
  return bytes.subarray(0, 3).equals(markBytes) ? byteOrderMark + text : text;
}

const byteOrderMark = "\uFEFF";
const markBytes = Buffer.from(byteOrderMark);

/** Windows programs like to write it, and mark it so. */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
