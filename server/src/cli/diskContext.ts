import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { copySources } from "../files/copySources";
import { holdsNothingToCopy, likelyContext } from "../files/likelyContext";
import { type Listing, listingOf, MOST_PATHS } from "../files/listing";
import { buildFileNames, namedContextsIn } from "../files/namedContexts";
import { unlistedFolders } from "../files/unlistedFolders";
import type { BuildContextFiles } from "../lint/outside";
import type { Dockerfile } from "../model/dockerfile";
import { repositoryOf } from "./repositoryOf";

/** The build contexts of files on disk, each listed once. */
export type ContextFinder = (path: string, dockerfile: Dockerfile) => BuildContextFiles | undefined;

/** A Dockerfile's build context is its own folder, or one above it that has more of its sources. See likelyContext. */
export function contextFinder(directory: string): ContextFinder {
  const listings = new Map<string, Listing>();
  const list = (folder: string): Listing => {
    const listing = listings.get(folder) ?? listFolder(folder);
    listings.set(folder, listing);
    return listing;
  };
  return (path, dockerfile) => {
    if (!takesFiles(dockerfile)) return undefined;
    const isThere = (folder: string, source: string) => existsSync(join(folder, source));
    const folder = likelyContext(foldersAbove(dirname(path), directory), copySources(dockerfile), isThere);
    const listing = list(folder);
    if (holdsNothingToCopy(listing)) return undefined;
    return { ...listing, ignoreFile: ignoreFileOf(path, folder) };
  };
}

/** From the Dockerfile's own folder up to the working directory or the top of its repository, whichever is higher. */
function foldersAbove(own: string, directory: string): [string, ...string[]] {
  const isWithin = own === directory || own.startsWith(directory + sep);
  const repository = repositoryOf(own) ?? own;
  const top = isWithin && directory.length < repository.length ? directory : repository;
  const found: [string, ...string[]] = [own];
  for (let folder = own; folder !== top; found.push(folder)) folder = dirname(folder);
  return found;
}

/** The named build contexts of the working directory and of a Dockerfile's own folder, each folder read once. */
export function namedContextFinder(directory: string): (path: string) => readonly string[] {
  const perFolder = new Map<string, readonly string[]>();
  const namesIn = (folder: string): readonly string[] => {
    const names = perFolder.get(folder) ?? readNames(folder);
    perFolder.set(folder, names);
    return names;
  };
  return (path) => [...new Set([...namesIn(dirname(path)), ...namesIn(directory)])];
}

function readNames(folder: string): readonly string[] {
  return buildFileNames.flatMap((name) => {
    const text = textOf(join(folder, name));
    return text === undefined ? [] : namedContextsIn(name, text);
  });
}

function takesFiles({ instructions }: Dockerfile): boolean {
  return instructions.some(({ keyword }) => keyword === "COPY" || keyword === "ADD" || keyword === "ONBUILD");
}

function ignoreFileOf(path: string, folder: string): BuildContextFiles["ignoreFile"] {
  for (const file of [`${path}.dockerignore`, join(folder, ".dockerignore")]) {
    const text = textOf(file);
    if (text !== undefined) return { name: basename(file), text };
  }
  return undefined;
}

/** Undefined for a folder of that name and for what may not be read, as for what is not there. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Level by level, so that the limit cuts off what is deepest. */
function listFolder(root: string): Listing {
  const found: string[] = [];
  const waiting = [""];
  for (let next = 0; next < waiting.length && found.length < MOST_PATHS; next++) {
    const folder = waiting[next] ?? "";
    for (const entry of entriesOf(join(root, folder))) {
      if (found.length >= MOST_PATHS) break;
      const path = `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`;
      found.push(path);
      if (entry.isDirectory() && !unlistedFolders.has(entry.name)) waiting.push(path);
    }
  }
  return listingOf(found);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What can't be read can't be sent to a builder either.
    return [];
  }
}
