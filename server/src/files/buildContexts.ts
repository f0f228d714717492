import type { BuildContextFiles } from "../lint/outside";
import type { Dockerfile } from "../model/dockerfile";
import type { FilesPort } from "../ports";
import { copySources } from "./copySources";
import { globMatcher } from "./globMatcher";
import { holdsNothingToCopy, likelyContext } from "./likelyContext";
import { type Listing, listingOf, MOST_PATHS } from "./listing";
import { encodePath } from "./workspaceDockerfiles";

/** The files of each build context, listed once and kept until `forget`. */
export interface BuildContexts {
  /**
   * What is known of a Dockerfile's build context; undefined where no files can be read.
   * `folders`: the setting `drydock.lint.buildContext`, globs to folders, relative to `workspaceFolder`.
   */
  of(request: BuildContextRequest): Promise<BuildContextFiles | undefined>;
  /** Files came, went or changed. */
  forget(): void;
}

export interface BuildContextRequest {
  readonly uri: string;
  readonly dockerfile: Dockerfile;
  readonly workspaceFolder: string | undefined;
  readonly folders: Readonly<Record<string, string>>;
}

export function createBuildContexts(files: FilesPort | undefined): BuildContexts {
  let listings = new Map<string, Promise<Listing>>();

  function list(folder: string): Promise<Listing> {
    const known = listings.get(folder);
    if (known) return known;
    const listing = (files?.list(folder, MOST_PATHS) ?? Promise.resolve([])).then(listingOf);
    listings.set(folder, listing);
    return listing;
  }

  async function listingFor(
    request: BuildContextRequest,
  ): Promise<{ folder: string; listing: Listing } | undefined> {
    const chosen = chosenFolder(request);
    const folder = chosen ?? (await guessedFolder(request));
    const listing = await list(folder);
    // Nobody could list it, or it is not there: then nothing is known, rather than that nothing is there.
    if (listing.paths.size === 0) return undefined;
    return chosen === undefined && holdsNothingToCopy(listing) ? undefined : { folder, listing };
  }

  async function guessedFolder({ uri, workspaceFolder, dockerfile }: BuildContextRequest): Promise<string> {
    const own = uri.slice(0, uri.lastIndexOf("/"));
    const root = workspaceFolder?.replace(/\/$/, "");
    if (root === undefined || !own.startsWith(`${root}/`)) return own;
    const sources = copySources(dockerfile);
    const isIn = ({ paths }: Listing, path: string) => paths.has(path) || paths.has(`${path}/`);
    const inOwn = await list(own);
    if (sources.every((source) => isIn(inOwn, source))) return own;
    // What the root lists tells of the folders between as well.
    const inRoot = await list(root);
    const isThere = (folder: string, source: string) =>
      folder === own
        ? isIn(inOwn, source)
        : isIn(inRoot, decodeURIComponent(`${folder.slice(root.length + 1)}/`.replace(/^\//, "")) + source);
    return likelyContext(foldersUpTo(root, own), sources, isThere);
  }

  async function ignoreFileOf(uri: string, folder: string): Promise<BuildContextFiles["ignoreFile"]> {
    const ownName = `${uri.slice(uri.lastIndexOf("/") + 1)}.dockerignore`;
    // https://docs.docker.com/build/concepts/context/#filename-and-location: the Dockerfile's own goes first, beside it.
    const own = await files?.readText(`${uri}.dockerignore`);
    if (own !== undefined) return { name: decodeURIComponent(ownName), text: own };
    const shared = await files?.readText(`${folder}/.dockerignore`);
    return shared === undefined ? undefined : { name: ".dockerignore", text: shared };
  }

  return {
    async of(request) {
      if (!files || !request.uri.includes("://")) return undefined;
      const found = await listingFor(request);
      if (!found) return undefined;
      const { folder, listing } = found;
      return { folder, ...listing, ignoreFile: await ignoreFileOf(request.uri, folder) };
    },
    forget: () => {
      listings = new Map();
    },
  };
}

/** From the inner one to the root. */
function foldersUpTo(root: string, inner: string): [string, ...string[]] {
  const found: [string, ...string[]] = [inner];
  for (let folder = inner; folder.length > root.length; found.push(folder))
    folder = folder.slice(0, folder.lastIndexOf("/"));
  return found;
}

/** The folder that the settings give. */
function chosenFolder({ uri, workspaceFolder, folders }: BuildContextRequest): string | undefined {
  const root = workspaceFolder?.replace(/\/$/, "");
  if (root === undefined || !uri.startsWith(`${root}/`)) return undefined;
  const path = decodeURIComponent(uri.slice(root.length + 1));
  const entry = Object.entries(folders).find(([glob]) => globMatcher(glob)(path));
  if (!entry) return undefined;
  const parts = entry[1].split(/[\\/]/).filter((part) => part !== "" && part !== ".");
  // A build context above the workspace is nobody's business here: rules would name files that lie outside of it.
  if (parts.includes("..") || /^[\\/]|^[A-Za-z]:/.test(entry[1])) return undefined;
  return [root, ...parts.map(encodePath)].join("/");
}
