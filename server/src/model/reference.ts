/** `[domain/]path[:tag][@digest]`, as the distribution project's reference grammar has it. */
export interface Reference {
  /** Undefined where the text names none: Docker Hub. */
  readonly domain: string | undefined;
  /** As written, `library/` not added. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Why a text is no reference, and which part of it, in offsets of the text. */
export interface ReferenceProblem {
  readonly reason: "empty" | "upper-case" | "path" | "domain" | "tag" | "digest" | "too-long" | "image-id";
  readonly start: number;
  readonly end: number;
}

/** Reads a reference, or says what keeps the text from being one. See https://github.com/distribution/reference */
export function parseReference(text: string): Reference | ReferenceProblem {
  if (text === "") return { reason: "empty", start: 0, end: 0 };
  const at = text.indexOf("@");
  const nameAndTag = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !isDigest(digest)) return { reason: "digest", start: at + 1, end: text.length };

  const colon = nameAndTag.indexOf(":", nameAndTag.lastIndexOf("/") + 1);
  const name = colon < 0 ? nameAndTag : nameAndTag.slice(0, colon);
  const tag = colon < 0 ? undefined : nameAndTag.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return { reason: "tag", start: colon + 1, end: nameAndTag.length };

  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const domain = slash > 0 && looksLikeDomain(first) ? first : undefined;
  const pathStart = domain === undefined ? 0 : slash + 1;
  if (domain !== undefined && !isDomain(domain)) return { reason: "domain", start: 0, end: slash };
  const path = name.slice(pathStart);
  const wrong = wrongPart(path, pathStart);
  if (wrong !== undefined) return wrong;
  if (name.length > LONGEST_NAME) return { reason: "too-long", start: 0, end: name.length };
  if (domain === undefined && IMAGE_ID.test(path)) return { reason: "image-id", start: 0, end: path.length };
  return { domain, path, tag, digest };
}

export function isReference(result: Reference | ReferenceProblem): result is Reference {
  return "path" in result;
}

const LONGEST_NAME = 255;
const TAG = /^\w[\w.-]{0,127}$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;

/** The first part names a registry where it has a dot or a port, an upper-case letter, or is `localhost`. */
function looksLikeDomain(part: string): boolean {
  return /[.:]/.test(part) || part === "localhost" || part.toLowerCase() !== part;
}

function isDomain(domain: string): boolean {
  const match = /^(\[[a-fA-F0-9:]+\]|[^:[\]]+)(:\d+)?$/.exec(domain);
  const host = match?.[1];
  if (host === undefined) return false;
  return host.startsWith("[") || host.split(".").every((part) => HOST_PART.test(part));
}

function wrongPart(path: string, start: number): ReferenceProblem | undefined {
  let at = start;
  for (const part of path.split("/")) {
    if (!PATH_PART.test(part)) {
      const isOnlyCase = PATH_PART.test(part.toLowerCase());
      return { reason: isOnlyCase ? "upper-case" : "path", start: at, end: at + part.length };
    }
    at += part.length + 1;
  }
  return undefined;
}

/** Of the algorithms, the length is known and checked for those that the specification registers. */
export function isDigest(digest: string): boolean {
  const match = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:([0-9a-fA-F]{32,})$/.exec(digest);
  const hex = match?.[1];
  if (hex === undefined) return false;
  const length = DIGEST_LENGTHS[digest.slice(0, digest.indexOf(":"))];
  return length === undefined || (hex.length === length && hex === hex.toLowerCase());
}

const DIGEST_LENGTHS: { readonly [algorithm: string]: number | undefined } = {
  sha256: 64,
  sha384: 96,
  sha512: 128,
};
