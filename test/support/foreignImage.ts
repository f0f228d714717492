import type Docker from "dockerode";
import { extract, pack } from "tar-stream";

/**
 * Makes an image of one that is there, for another architecture by its own word: engines of all ages say the truth
 * about what they import themselves, but believe the configuration of what they load.
 */
export async function loadForeignImage(
  docker: Docker,
  of: string,
  as: string,
  architecture: string,
): Promise<void> {
  const archive = await docker.getImage(of).get();
  const files = extract();
  archive.pipe(files);
  const changed = pack();
  for await (const entry of files) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const { name, type } = entry.header;
    const content = Buffer.concat(chunks);
    if (name === "repositories") continue;
    if (type === "directory") changed.entry({ name, type });
    else changed.entry({ name }, rewritten(name, content, as, architecture));
  }
  changed.finalize();
  // dockerode's types know Node's own streams only; tar-stream's is as good a one.
  const answer: unknown = await docker.loadImage(changed as unknown as NodeJS.ReadableStream);
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(answer as NodeJS.ReadableStream, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

function rewritten(name: string, content: Buffer, as: string, architecture: string): Buffer {
  if (name === "manifest.json") {
    const manifest = JSON.parse(content.toString()) as { RepoTags: string[] }[];
    return json(manifest.map((image) => ({ ...image, RepoTags: [as] })));
  }
  // The configuration is the one file at the top that is named after its digest.
  if (/^[0-9a-f]{64}\.json$/.test(name)) return json({ ...JSON.parse(content.toString()), architecture });
  return content;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
