import { type KnownPort, ports, portsSuggestedBy } from "../../grammar/ports";
import type { BuildContextFiles } from "../../lint/outside";
import type { DockerfileContext } from "../feature";

export interface SuggestedPort {
  readonly port: KnownPort;
  /** The file that speaks of it. */
  readonly file: string;
}

/** The ports that files at the top of the build context hint at; read once for each state of the build context. */
export function suggestedPorts({
  outside,
  ports: { files },
}: DockerfileContext): Promise<readonly SuggestedPort[]> {
  const { buildContext } = outside;
  const folder = buildContext?.folder;
  if (buildContext === undefined || folder === undefined || !files) return Promise.resolve([]);
  const known = kept.get(buildContext);
  if (known) return known;
  const found = read(buildContext, (name) => files.readText(`${folder}/${encodeURIComponent(name)}`));
  kept.set(buildContext, found);
  return found;
}

/** Falls away with the listing that it was read from. */
const kept = new WeakMap<BuildContextFiles, Promise<readonly SuggestedPort[]>>();

/** Names that any hint speaks of; where a star stands, its beginning and end. */
const HINTED = [...new Set(ports.flatMap(({ suggestedBy }) => suggestedBy.map(({ file }) => file)))].map(
  (file) => file.split("*") as [string, string?],
);

/** No more than these many files are read, and nobody has more of them by hand. */
const MOST_FILES = 30;

async function read(
  { paths }: BuildContextFiles,
  readText: (name: string) => Promise<string | undefined>,
): Promise<SuggestedPort[]> {
  const names = [...paths].filter((path) => !path.includes("/") && HINTED.some((hint) => fits(hint, path)));
  const texts = await Promise.all(
    names.slice(0, MOST_FILES).map(async (name) => ({ name, text: (await readText(name)) ?? "" })),
  );
  return texts.flatMap(({ name, text }) =>
    portsSuggestedBy(name, text).map((port) => ({ port, file: name })),
  );
}

function fits([before, after]: [string, string?], name: string): boolean {
  return after === undefined ? name === before : name.startsWith(before) && name.endsWith(after);
}
