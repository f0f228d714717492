import type { DockerfileContext } from "../feature";
import { inlineCode } from "../prose/markdown";

/**
 * Says for which Dockerfiles another ignore file is read instead of `.dockerignore`; undefined where for none. See
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export function overruledBy({ uri, outside: { buildContext } }: DockerfileContext): string | undefined {
  if (!uri.endsWith("/.dockerignore") || !buildContext) return undefined;
  const own = [...buildContext.paths].filter((path) => /[^/]\.dockerignore$/.test(path));
  const served = own.filter((path) => buildContext.paths.has(path.slice(0, -".dockerignore".length)));
  if (served.length === 0) return undefined;
  const list = served
    .slice(0, 3)
    .map((path) => `${inlineCode(path)} for ${inlineCode(path.slice(0, -".dockerignore".length))}`);
  return `Not read for every Dockerfile: ${list.join(", ")}.`;
}
