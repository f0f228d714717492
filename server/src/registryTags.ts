import { coerce, compare } from "semver";
import type { Ports } from "./ports";

/** How long an answer is good for, in milliseconds; tags are pushed now and then. */
const FRESH_MS = 10 * 60_000;
const TIMEOUT_MS = 5000;
/** The most that is read of one answer, in characters: a registry may be anybody's. */
const LONGEST = 4_000_000;
const MOST_TAGS = 5000;
/** Some registries give but fifty at a time. */
const MOST_PAGES = 40;

interface Repository {
  readonly domain: string | undefined;
  readonly path: string;
}

/**
 * Lists the tags of repositories from their registries, without a login; newest version first. Empty where a registry
 * does not tell. See https://distribution.github.io/distribution/spec/api/#listing-image-tags
 */
export function createRegistryTags(request: typeof fetch = fetch): NonNullable<Ports["registryTags"]> {
  const answers = new Map<string, { readonly until: number; readonly tags: Promise<readonly string[]> }>();
  return (repository) => {
    const url = listUrl(repository);
    const known = answers.get(url);
    if (known && known.until > Date.now()) return known.tags;
    // No tags is an answer too: a registry that is not there must not be asked with each keystroke.
    const tags = list(url, request).catch(() => []);
    answers.set(url, { until: Date.now() + FRESH_MS, tags });
    return tags;
  };
}

function listUrl({ domain, path }: Repository): string {
  const isHub = domain === undefined || domain === "docker.io" || domain === "index.docker.io";
  const host = isHub ? "registry-1.docker.io" : domain;
  const name = isHub && !path.includes("/") ? `library/${path}` : path;
  return `${isLoopback(host) ? "http" : "https"}://${host}/v2/${name}/tags/list?n=${MOST_TAGS}`;
}

/** As docker does: nobody can listen in between, so no encryption is asked for. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
}

/** Page by page: of a registry that breaks off, what came until then. */
async function list(url: string, request: typeof fetch): Promise<readonly string[]> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const found: string[] = [];
  let token: string | undefined;
  let next: string | undefined = url;
  for (let page = 0; next !== undefined && page < MOST_PAGES && found.length < MOST_TAGS; page++) {
    try {
      let response = await request(next, options(token, signal));
      if (response.status === 401 && token === undefined) {
        token = await anonymousToken(response.headers.get("www-authenticate") ?? "", url, request, signal);
        if (token === undefined) break;
        response = await request(next, options(token, signal));
      }
      const tags = response.ok ? await tagsIn(response) : undefined;
      if (tags === undefined) break;
      found.push(...tags);
      next = nextPage(response.headers.get("link"), next);
    } catch (error) {
      if (found.length === 0) throw error;
      break;
    }
  }
  return newestFirst([...new Set(found)].slice(0, MOST_TAGS));
}

function options(token: string | undefined, signal: AbortSignal): RequestInit {
  return { signal, credentials: "omit", ...(token && { headers: { authorization: `Bearer ${token}` } }) };
}

/** Undefined for what is no list of tags. */
async function tagsIn(response: Response): Promise<readonly string[] | undefined> {
  const tags = ((await readJson(response)) as { readonly tags?: unknown } | undefined)?.tags;
  if (!Array.isArray(tags)) return undefined;
  return tags.filter((tag): tag is string => typeof tag === "string" && /^\w[\w.-]{0,127}$/.test(tag));
}

/** `</v2/app/tags/list?last=x>; rel="next"`. No registry may send us on to another host, where the token would go too. */
function nextPage(link: string | null, current: string): string | undefined {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/i.exec(link ?? "")?.[1];
  if (target === undefined || !URL.canParse(target, current)) return undefined;
  const url = new URL(target, current);
  return url.origin === new URL(current).origin ? url.href : undefined;
}

/** What a registry gives to everybody. A token is asked for only over the same kind of connection. */
async function anonymousToken(
  challenge: string,
  asked: string,
  request: typeof fetch,
  signal: AbortSignal,
): Promise<string | undefined> {
  const parameter = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = parameter("realm");
  if (!/^bearer /i.test(challenge) || realm === undefined || !URL.canParse(realm)) return undefined;
  const url = new URL(realm);
  if (url.protocol !== "https:" && !(asked.startsWith("http:") && isLoopback(url.host))) return undefined;
  for (const name of ["service", "scope"]) {
    const value = parameter(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  const response = await request(url, { signal, credentials: "omit" });
  const answer = (response.ok ? await readJson(response) : undefined) as
    | { readonly token?: unknown; readonly access_token?: unknown }
    | undefined;
  const token = answer?.token ?? answer?.access_token;
  return typeof token === "string" ? token : undefined;
}

/** Undefined for what is no JSON, or longer than anybody's list. */
async function readJson(response: Response): Promise<unknown> {
  const parts: string[] = [];
  let length = 0;
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    const text = decoder.decode(chunk.value, { stream: true });
    length += text.length;
    if (length > LONGEST) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(text);
  }
  return JSON.parse(parts.join(""));
}

/** `latest`, then versions from the highest, plain ones before their variants, then what is no version. */
export function newestFirst(tags: readonly string[]): string[] {
  const known = tags.map((tag) => ({ tag, version: /^v?\d/.test(tag) ? coerce(tag) : null }));
  return known
    .sort((a, b) => {
      if ((a.tag === "latest") !== (b.tag === "latest")) return a.tag === "latest" ? -1 : 1;
      if (!a.version || !b.version)
        return Number(!a.version) - Number(!b.version) || (a.tag < b.tag ? -1 : 1);
      return compare(b.version, a.version) || a.tag.length - b.tag.length || (a.tag < b.tag ? -1 : 1);
    })
    .map(({ tag }) => tag);
}
