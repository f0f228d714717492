import { shortRepository } from "../grammar/endOfLife";
import type { LocalImage } from "../lint/outside";
import type { Reference } from "../model/reference";
import { repositoryOf } from "./baseOf";

/** The engine's image that a reference means; undefined where it has none, or where no engine answers. */
export function localImageOf(
  images: readonly LocalImage[] | undefined,
  reference: Reference,
): LocalImage | undefined {
  const { tag = "latest", digest } = reference;
  const repository = shortRepository(repositoryOf(reference));
  if (digest !== undefined) {
    return images?.find(({ digests }) => digests.some((one) => short(one) === `${repository}@${digest}`));
  }
  return images?.find(({ tags }) => tags.some((one) => short(one) === `${repository}:${tag}`));
}

function short(written: string): string {
  return shortRepository(written);
}
