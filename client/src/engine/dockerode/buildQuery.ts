import type { BuildOptions } from "../build";

/** A build's options as the Engine API's `POST /build` takes them, for both builders. */
export function buildQuery({
  tags,
  target,
  buildArguments,
  platform,
  labels,
  cache,
  pull,
}: BuildOptions): Record<string, string | readonly string[] | Readonly<Record<string, string>>> {
  return {
    t: tags,
    ...(target === undefined ? {} : { target }),
    ...(buildArguments === undefined ? {} : { buildargs: buildArguments }),
    ...(platform === undefined ? {} : { platform }),
    ...(labels === undefined ? {} : { labels }),
    ...(cache === "ignore" ? { nocache: "1" } : {}),
    ...(pull === "always" ? { pull: "1" } : {}),
  };
}
