import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage, shortId } from "../../selection/subject";
import { humanSize } from "../../views/humanSize";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { archiveKinds } from "./archiveKinds";
import { chooseImages, imageWords } from "./chooseImages";

export const saveImages: Command<ImageSubject> = {
  id: "images.save",
  title: "Save as Archive…",
  icon: "save",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "6_archive@1" }],
  palette: "always",

  async run(host, selected) {
    const subjects = await chooseImages(host, selected, {
      title: "Save Images",
      placeholder: "Which images?",
    });
    const [first] = subjects;
    if (!first) return;
    const path = await host.ui.chooseNewFile({
      title: "Save Images",
      action: "Save",
      kinds: archiveKinds,
      proposed: archiveName(first),
    });
    if (path === undefined) return;
    const words = subjects.length === 1 ? imageWords(first) : `${subjects.length} images`;
    const names = subjects.map(nameOfImage);
    const engine = await host.engine();
    const whole = subjects.reduce((sum, { image }) => sum + image.size, 0);
    const bytes = await host.ui.progress(`Saving ${words}`, async ({ signal, report }) => {
      const archive = await engine.images.save(names, signal);
      const counter = countBytes((count) => report(humanSize(count), Math.min(count / whole, 1)));
      await writeWhole(path, archive, counter.stream, signal);
      return counter.bytes();
    });
    host.ui.report({
      severity: "information",
      message: `Saved ${words} as ${basename(path)}: ${humanSize(bytes)}${isZipped(path) ? " before it was compressed" : ""}.`,
      actions: isZipped(path) ? [] : [copyAction(host, ["docker", "save", "--output", path, ...names])],
    });
  },

  equivalent: (subject) => ["docker", "save", "--output", archiveName(subject), nameOfImage(subject)],
};

/** Under another name until it is complete, so that half an archive is never taken for a whole one. */
async function writeWhole(
  path: string,
  archive: NodeJS.ReadableStream,
  counter: Transform,
  signal: AbortSignal,
): Promise<void> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished);
  try {
    if (isZipped(path)) await pipeline(archive, counter, createGzip(), file, { signal });
    else await pipeline(archive, counter, file, { signal });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function countBytes(tell: (count: number) => void) {
  let count = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      tell(count);
      done(undefined, chunk);
    },
  });
  return { stream, bytes: () => count };
}

/** `me/app:1.0` becomes `me_app_1.0.tar`: what no file system refuses. */
function archiveName({ reference, image }: ImageSubject): string {
  return `${(reference ?? shortId(image.id)).replace(/[^\w.-]+/g, "_")}.tar`;
}

function isZipped(path: string): boolean {
  return /\.(?:t?gz)$/i.test(path);
}
