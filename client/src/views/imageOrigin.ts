import type { Image } from "../engine/image";

/** Where a repository's images come from, as far as its name and digests tell. */
export type ImageOrigin = "official" | "user" | "registry" | "local";

export const originWords: Readonly<
  Record<ImageOrigin, { readonly word: string; readonly icon: string; readonly explanation: string }>
> = {
  official: {
    word: "official",
    icon: "verified",
    explanation: "An official image: Docker Hub's own team reviews and publishes it.",
  },
  user: {
    word: "user",
    icon: "account",
    explanation: "A user image: the first part of its name is a Docker Hub user or organization.",
  },
  registry: {
    word: "other registry",
    icon: "cloud",
    explanation: "From the registry named in the first part of its name.",
  },
  local: {
    word: "local",
    icon: "home",
    explanation: "Never pulled or pushed: it exists on this engine only.",
  },
};

/** A digest of the same repository is known only after a pull or a push; without one the image was made here. */
export function imageOrigin(repository: string, images: readonly Pick<Image, "digests">[]): ImageOrigin {
  const prefix = `${repository}@`;
  const known = images.some(({ digests }) => digests.some((digest) => digest.startsWith(prefix)));
  if (!known) return "local";
  const slash = repository.indexOf("/");
  if (slash === -1) return "official";
  const first = repository.slice(0, slash);
  return /[.:]/.test(first) || first === "localhost" ? "registry" : "user";
}
