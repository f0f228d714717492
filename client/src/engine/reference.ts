import { EngineError } from "./engineError";

/** `repository[:tag][@digest]`, taken apart. */
export interface ReferenceParts {
  /** Domain and path, as written. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** A reference that docker would take, with what it leaves out filled in, but for the tag. */
export interface Reference {
  /** The registry's, for example `docker.io` or `localhost:5000`. */
  readonly domain: string;
  /** For example `library/alpine`. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes a reference apart. A colon after the last slash begins the tag; one before it belongs to the registry's port. */
export function splitReference(reference: string): ReferenceParts {
  const at = reference.indexOf("@");
  const named = at === -1 ? reference : reference.slice(0, at);
  const digest = at === -1 ? undefined : reference.slice(at + 1);
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  if (colon === -1) return { repository: named, tag: undefined, digest };
  return { repository: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}

/** As docker prints references: Docker Hub's own domain and its `library/` left out. Podman writes both. */
export function familiarReference(reference: string): string {
  return reference.replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, "");
}

/**
 * Reads a reference as docker does; see https://pkg.go.dev/github.com/distribution/reference. Throws an EngineError
 * with the reason where docker would refuse it.
 */
export function parseReference(text: string): Reference {
  const problem = referenceProblem(text);
  if (problem !== undefined) throw new EngineError("invalid-request", problem);
  const { repository, tag, digest } = splitReference(text);
  return { ...splitRepository(repository), tag, digest };
}

/** Why docker would refuse a reference, as a sentence for the person who types it; `undefined` where it would not. */
export function referenceProblem(text: string): string | undefined {
  if (text === "") return "Give a name, for example alpine or me/app:1.0.";
  if (/\s/.test(text)) return "A reference can't contain spaces.";
  if (text.includes("://")) return "A reference begins with the registry's name, without https://.";
  const { repository, tag, digest } = splitReference(text);
  return repositoryProblem(repository) ?? tagProblem(tag) ?? digestProblem(digest);
}

/** The registry's name in docker's config file, under which its login is kept. */
export function serverOf({ domain }: Pick<Reference, "domain">): string {
  return domain === dockerHub ? dockerHubServer : domain;
}

export const dockerHub = "docker.io";
/** Docker Hub's key in the config file, kept from the days of its first API. */
export const dockerHubServer = "https://index.docker.io/v1/";

/** The registry that a reference's name begins with, or Docker Hub where it begins with none. For any text. */
export function domainOf(reference: string): string {
  return splitRepository(splitReference(reference).repository).domain;
}

/** `latest` where neither a tag nor a digest is given: what `docker pull` takes. */
export function withDefaultTag(reference: Reference): Reference {
  return reference.tag === undefined && reference.digest === undefined
    ? { ...reference, tag: "latest" }
    : reference;
}

/** In full: with the domain and, for Docker Hub's official images, `library/`. */
export function formatReference({ domain, path, tag, digest }: Reference): string {
  return `${domain}/${path}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** Only what has a dot or a colon, is localhost, or has a capital letter can be a registry; all else is on Docker Hub. */
function splitRepository(repository: string): { readonly domain: string; readonly path: string } {
  const slash = repository.indexOf("/");
  const first = repository.slice(0, Math.max(slash, 0));
  const isDomain = /[.:A-Z]/.test(first) || first === "localhost";
  const domain = isDomain && first !== "index.docker.io" ? first : dockerHub;
  const path = isDomain ? repository.slice(slash + 1) : repository;
  return { domain, path: domain === dockerHub && !path.includes("/") ? `library/${path}` : path };
}

const domainPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[a-f0-9:]+\])(?::\d+)?$/i;

function repositoryProblem(repository: string): string | undefined {
  if (repository === "") return "The repository's name is missing.";
  if (/^[a-f0-9]{64}$/.test(repository)) return "64 hexadecimal digits are an image's id, not a name.";
  const { domain, path } = splitRepository(repository);
  if (!domainPattern.test(domain)) return `"${domain}" is no registry's name.`;
  if (/[A-Z]/.test(path)) return `The repository's name must be in lower case: ${path.toLowerCase()}.`;
  if (domain.length + path.length + 1 > 255) return "The name is longer than 255 characters.";
  const wrong = path.split("/").find((part) => !/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/.test(part));
  if (wrong === undefined) return undefined;
  if (wrong === "") return "The name has a slash too many.";
  return `"${wrong}" may contain lower-case letters and digits, with . _ __ or - between them.`;
}

function tagProblem(tag: string | undefined): string | undefined {
  if (tag === undefined || /^\w[\w.-]{0,127}$/.test(tag)) return undefined;
  if (tag === "") return "The tag after the colon is missing.";
  return "A tag is up to 128 letters, digits, and . _ - but does not begin with . or -.";
}

function digestProblem(digest: string | undefined): string | undefined {
  if (digest === undefined || /^sha256:[a-f0-9]{64}$/.test(digest)) return undefined;
  if (/^(?!sha256:)[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[a-f0-9]{32,}$/i.test(digest)) return undefined;
  return "A digest is sha256: and 64 hexadecimal digits in lower case.";
}
