import { type EndOfLifeProduct, endOfLifeProducts } from "./endOfLifeProducts";

/** How long what an image's tag stands for gets security fixes. */
export interface Lifetime {
  /** `Alpine Linux`. */
  readonly product: string;
  /** `3.5`; for a repository that was given up, its tag. */
  readonly version: string;
  /** The last day with fixes, as `2018-11-01`. */
  readonly ends: string;
  /** What to move to: the same repository with a newer version in the same variant, or a successor. */
  readonly instead: { readonly repository: string; readonly tag: string };
  /** Whether the tag's main version is meant, or the distribution at its end (`-buster`, `-alpine3.15`). */
  readonly part: "version" | "distribution";
}

/**
 * What is past its end of life at a date: the version of the tag, or else the distribution it names.
 * Undefined for what is still supported, follows the newest (`latest`, `3`), or is not known here.
 */
export function endOfLife(repository: string, tag: string | undefined, at: Date): Lifetime | undefined {
  const today = at.toISOString().slice(0, 10);
  return lifetimes(repository, tag).find(({ ends }) => ends < today);
}

/** What is known of a reference's lifetime, whether over or not: its version first, then its distribution. */
export function lifetimes(repository: string, tag: string | undefined): readonly Lifetime[] {
  const name = shortRepository(repository);
  const found: Lifetime[] = [];
  const product = productOf(name);
  if (product) {
    const version = product.discontinued
      ? { name: tag ?? "latest", ends: product.discontinued }
      : versionOf(product, tag);
    if (version) {
      const repository = product.successor ?? name;
      const instead = { repository, tag: product.newest + variantOf(tag, product) };
      found.push({
        product: product.name,
        version: version.name,
        ends: version.ends,
        instead,
        part: "version",
      });
    }
  }
  const built = distributionOf(tag);
  if (built && built.product !== product) {
    const { name: distribution, repositories, newest } = built.product;
    const instead = { repository: repositories[0] ?? name, tag: newest };
    found.push({
      product: distribution,
      version: built.version.name,
      ends: built.version.ends,
      instead,
      part: "distribution",
    });
  }
  return found;
}

const distributions = endOfLifeProducts.filter(({ isDistribution }) => isDistribution);

interface Version {
  readonly name: string;
  readonly ends: string;
}

/** `-fpm-alpine` of `8.0.9-fpm-alpine3.14`: what a tag says beyond the version, and newer ones still have. */
function variantOf(tag = "", { successor }: EndOfLifeProduct): string {
  const parts = tag.split("-").slice(1);
  const variants = parts
    .map((part) => part.replace(/^alpine\d.*/, "alpine"))
    .filter((part) => variant.test(part));
  // The one successor that has variants, eclipse-temurin, has no slim one.
  return variants
    .filter((part) => !(successor && part === "slim"))
    .map((part) => `-${part}`)
    .join("");
}

const variant = /^(?:slim|alpine|apache|fpm|cli|zts|perl|jdk|jre|management)$/;

/** The versions of a repository that get fixes at a date, the newest first; empty where none are known. */
export function supportedVersions(
  repository: string,
  at: Date,
): readonly { readonly tag: string; readonly ends: string; readonly product: string }[] {
  const name = shortRepository(repository);
  const today = at.toISOString().slice(0, 10);
  const product = productOf(name);
  if (!product || product.discontinued) return [];
  return Object.entries(product.releases)
    .filter(([, ends]) => ends >= today)
    .sort(([a], [b]) => b.localeCompare(a, "en", { numeric: true }))
    .map(([tag, ends]) => ({ tag, ends, product: product.name }));
}

function productOf(repository: string): EndOfLifeProduct | undefined {
  return endOfLifeProducts.find(({ repositories }) =>
    repositories.some((pattern) => covers(pattern, repository)),
  );
}

/** Docker Hub's own images without their domain and `library/`. */
export function shortRepository(repository: string): string {
  return repository.replace(/^(?:index\.|registry-1\.)?docker\.io\//, "").replace(/^library\//, "");
}

function covers(pattern: string, repository: string): boolean {
  return pattern.endsWith("/*") ? repository.startsWith(pattern.slice(0, -1)) : pattern === repository;
}

function versionOf({ releases, codenames }: EndOfLifeProduct, tag: string | undefined): Version | undefined {
  if (tag === undefined) return undefined;
  // Nothing but the number at the start counts: `python:alpine3.9` says nothing of Python.
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]?.split(".") ?? [];
  // The longest known prefix wins: of 3.21.6 the table knows 3.21.
  for (let length = numbers.length; length > 0; length--) {
    const name = numbers.slice(0, length).join(".");
    const ends = releases[name];
    if (ends !== undefined) return { name, ends };
  }
  for (const part of tag.split("-")) {
    const name = codenames?.[part];
    const ends = name === undefined ? undefined : releases[name];
    if (name !== undefined && ends !== undefined) return { name, ends };
  }
  return undefined;
}

/** `20-buster-slim` and `3.9-alpine3.13` say which distribution the image was built on. */
function distributionOf(
  tag: string | undefined,
): { product: EndOfLifeProduct; version: Version } | undefined {
  for (const part of tag?.split("-") ?? []) {
    for (const product of distributions) {
      const version = product.suffix?.exec(part)?.[1] ?? product.codenames?.[part];
      const ends = version === undefined ? undefined : product.releases[version];
      if (version !== undefined && ends !== undefined) return { product, version: { name: version, ends } };
    }
  }
  return undefined;
}
