/** What may follow the version in the tags of well-known images, the most used first. */
const variants: Readonly<Record<string, readonly string[]>> = {
  "eclipse-temurin": ["jre", "jre-alpine", "jdk-alpine"],
  debian: ["slim"],
  golang: ["alpine"],
  nginx: ["alpine", "alpine-slim"],
  node: ["slim", "alpine"],
  php: ["fpm", "fpm-alpine", "apache", "cli-alpine"],
  postgres: ["alpine"],
  python: ["slim", "alpine"],
  redis: ["alpine"],
  ruby: ["slim", "alpine"],
};

/** The words that stand for another make of the same version: `slim`, `alpine`; none for most images. */
export function tagVariants(repository: string): readonly string[] {
  return variants[repository] ?? [];
}
