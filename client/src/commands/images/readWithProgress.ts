import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Progress } from "../../ui/ui";
import { humanSize } from "../../views/humanSize";

/** A file's bytes, with word of how many of them have been read. Rejects where it can't be opened. */
export async function readWithProgress(path: string, report: Progress["report"]): Promise<Readable> {
  const file = await open(path);
  const { size } = await file.stat();
  let count = 0;
  // Closes the file at its end, and when it is destroyed.
  return file.createReadStream().on("data", (chunk) => {
    count += chunk.length;
    report(`${humanSize(count)} of ${humanSize(size)}`, size === 0 ? 1 : count / size);
  });
}
