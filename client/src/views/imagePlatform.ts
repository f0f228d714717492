import type { ImageFacts } from "../engine/image";

/** As `--platform` wants it: `linux/arm/v7`. */
export function platformOf({ operatingSystem, architecture, variant }: ImageFacts): string {
  return [operatingSystem, architecture, ...(variant === undefined ? [] : [variant])].join("/");
}

/** What to say of a platform that is not the engine's own: the architecture, with the system where that differs, too. */
export function foreignPlatform(
  facts: ImageFacts | undefined,
  hostPlatform: string | undefined,
): string | undefined {
  if (!facts || hostPlatform === undefined || facts.architecture === "") return undefined;
  const { operatingSystem, architecture } = facts;
  if (`${operatingSystem}/${architecture}` === hostPlatform) return undefined;
  const platform = platformOf(facts);
  return hostPlatform.startsWith(`${operatingSystem}/`)
    ? platform.slice(operatingSystem.length + 1)
    : platform;
}
