import { coerce, compare } from "semver";
import type { LocalImage } from "./outside";

/** The tag with the highest version that the engine has of a repository; undefined where it has none that is a version. */
export function newestLocalTag(
  repository: string,
  images: readonly LocalImage[] | undefined,
): string | undefined {
  const prefix = `${repository}:`;
  const tags = (images ?? []).flatMap((image) => image.tags).filter((tag) => tag.startsWith(prefix));
  const versions = tags.flatMap((tag) => {
    const text = tag.slice(prefix.length);
    const version = /^v?\d/.test(text) ? coerce(text) : null;
    return version ? [{ text, version }] : [];
  });
  return versions.sort((a, b) => compare(b.version, a.version) || b.text.length - a.text.length)[0]?.text;
}
