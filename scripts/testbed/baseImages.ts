import { createReadStream } from "node:fs";
import type Docker from "dockerode";
import { busyboxFileSystem } from "./busyboxFileSystem";
import { pythonFileSystem } from "./pythonFileSystem";

/** The base image of the sample workspace. */
export const sampleBaseImage = "python:3.13-slim";

const standIn = "org.opencontainers.image.description=";

/** A tiny image of one static busybox under each of these tags, made without a network. */
export async function importBusyboxImage(docker: Docker, ...tags: string[]): Promise<void> {
  const [first = "alpine:3.20", ...others] = tags;
  await importImage(docker, await busyboxFileSystem(), first, [
    'CMD ["/bin/sh"]',
    "ENV PATH=/bin:/usr/bin",
    `LABEL ${standIn}"Stand-in made from busybox for use without a network"`,
  ]);
  for (const tag of others) await tagImage(docker, first, tag);
}

/**
 * The sample's base image from Debian's own packages: Python with pip and Flask. It is no copy of the official
 * image and says so in its label, but the sample builds and runs on it without a network.
 */
export async function importPythonImage(
  docker: Docker,
  cacheFolder: string,
  tag = sampleBaseImage,
): Promise<void> {
  const archive = await pythonFileSystem(cacheFolder);
  await importImage(docker, createReadStream(archive), tag, [
    'CMD ["python3"]',
    "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "ENV LANG=C.UTF-8",
    "ENV PIP_DISABLE_PIP_VERSION_CHECK=1",
    "ENV PIP_ROOT_USER_ACTION=ignore",
    `LABEL ${standIn}"Stand-in for ${tag}, made from Debian's packages by Drydock for use without a network"`,
  ]);
}

async function importImage(
  docker: Docker,
  archive: NodeJS.ReadableStream,
  reference: string,
  changes: string[],
): Promise<void> {
  const { repo, tag } = split(reference);
  const stream = await docker.importImage(archive, { repo, tag, changes });
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(stream, (error: Error | null, events: { error?: string }[]) => {
      // The engine reports a failure inside an answer that began well.
      const failure = error ?? events.find((event) => event.error !== undefined)?.error;
      if (failure) reject(new Error(`The image ${reference} could not be imported: ${String(failure)}`));
      else resolve();
    });
  });
}

async function tagImage(docker: Docker, from: string, to: string): Promise<void> {
  await docker.getImage(from).tag(split(to));
}

/** A colon after the last slash begins the tag; one before it belongs to the registry's port. */
function split(reference: string): { repo: string; tag: string } {
  const colon = reference.indexOf(":", reference.lastIndexOf("/") + 1);
  if (colon === -1) return { repo: reference, tag: "latest" };
  return { repo: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}
