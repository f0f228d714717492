import { type EndOfLifeProduct, endOfLifeProducts } from "./endOfLifeProducts";

/** How long what an image's tag stands for gets security fixes. */
export interface Lifetime {
  /** `Alpine Linux`. */
  readonly product: string;
  /** `3.5`; for a repository that was given up, its tag. */
  readonly version: string;
  /** The last day with fixes, as `2018-11-01`. */
  readonly ends: string;
  /** What to move to: the same repository with a newer version, or a successor. */
  readonly instead: {
    readonly repository: string;
    readonly tag: string;
    /** Whether the tag has all that the old one had, `-slim` and the like, and so can stand in its place. */
    readonly isSameVariant: boolean;
  };
  /** Whether the tag's main version is meant, or the distribution at its end (`-buster`, `-alpine3.15`). */
  readonly part: "version" | "distribution";
}

/** The first of what is known of an image that is past its end of life at a date; undefined where nothing is. */
export function endOfLife(known: readonly Lifetime[], at: Date): Lifetime | undefined {
  const today = at.toISOString().slice(0, 10);
  return known.find(({ ends }) => ends < today);
}

/**
 * What is known of a reference's lifetime, whether over or not: the version of the tag first, then the distribution that it
 * names. Empty for what follows the newest (`latest`, `3`), or is not known here.
 */
export function lifetimes(repository: string, tag: string | undefined): readonly Lifetime[] {
  const name = shortRepository(repository);
  const found: Lifetime[] = [];
  const product = productOf(name);
  if (product) {
    const version = versionOf(product, tag) ?? givenUp(product, tag);
    if (version) found.push(ofVersion(product, version, name, tag));
  }
  const distribution = distributionOf(name, tag);
  if (distribution && distribution.product !== product) {
    found.push(ofDistribution(distribution.product, distribution.version));
  }
  return found;
}

const distributions = endOfLifeProducts.filter(({ isDistribution }) => isDistribution);

interface Version {
  readonly name: string;
  readonly ends: string;
}

function givenUp({ discontinued }: EndOfLifeProduct, tag: string | undefined): Version | undefined {
  return discontinued === undefined ? undefined : { name: tag ?? "latest", ends: discontinued };
}

function ofVersion(
  product: EndOfLifeProduct,
  { name, ends }: Version,
  repository: string,
  tag: string | undefined,
): Lifetime {
  const { variant, isWhole } = variantOf(product, tag);
  // The images of before .NET 5 lay one folder deeper.
  const successor = product.successor ?? repository.replace("/dotnet/core/", "/dotnet/");
  const instead = {
    repository: successor,
    tag: [product.newest, ...variant].join("-"),
    isSameVariant: isWhole,
  };
  return { product: product.name, version: name, ends, instead, part: "version" };
}

function ofDistribution(product: EndOfLifeProduct, { name, ends }: Version): Lifetime {
  const repository = product.successor ?? product.repositories[0] ?? "";
  const instead = { repository, tag: product.newest, isSameVariant: false };
  return { product: product.name, version: name, ends, instead, part: "distribution" };
}

/** The words behind the version that the newest tag has too; of a distribution's own version nothing is kept. */
function variantOf(
  product: EndOfLifeProduct,
  tag: string | undefined,
): { variant: string[]; isWhole: boolean } {
  const words = (tag?.split("-") ?? [])
    .map((word) => word.replace(/^alpine[\d.]+$/, "alpine"))
    .filter((word) => !/^v?\d/.test(word) && !isCodename(word, product));
  const variant = words.filter((word) => product.variants?.includes(word));
  return { variant, isWhole: variant.length === words.length };
}

function isCodename(word: string, product: EndOfLifeProduct): boolean {
  return [product, ...distributions].some(
    ({ codenames, suffix }) => codenames?.[word] !== undefined || suffix?.test(word),
  );
}

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

/** `20-buster-slim` and `3.9-alpine3.13` say which distribution the image was built on, as does `distroless/base-debian10`. */
function distributionOf(
  repository: string,
  tag: string | undefined,
): { product: EndOfLifeProduct; version: Version } | undefined {
  const inName = repository.startsWith("gcr.io/distroless/") ? repository.split("-") : [];
  for (const part of [...(tag?.split("-") ?? []), ...inName]) {
    for (const product of distributions) {
      const version = product.suffix?.exec(part)?.[1] ?? product.codenames?.[part];
      const ends = version === undefined ? undefined : product.releases[version];
      if (version !== undefined && ends !== undefined) return { product, version: { name: version, ends } };
    }
  }
  return undefined;
}
