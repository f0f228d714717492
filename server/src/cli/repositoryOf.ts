import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder at or above this one that holds `.git`; undefined outside of any repository. */
export function repositoryOf(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, ".git"))) return place;
    if (dirname(place) === place) return undefined;
  }
}
