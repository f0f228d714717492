import type { RegistryCredential } from "../build";
import { EngineError } from "../engineError";
import { dockerHub, parseReference } from "../reference";

/** What a registry says of how much it still gives, as far as it says so. */
export interface RateLimit {
  /** How often something may be had within the window. */
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  readonly windowSeconds: number | undefined;
  /** How long it asks to be left alone. */
  readonly retryAfterSeconds: number | undefined;
}

/**
 * Asks a registry itself, since engines keep its headers to themselves. Only the head of a manifest is asked for, which
 * Docker Hub does not count: https://docs.docker.com/docker-hub/usage/pulls/#view-hourly-pull-rate-and-limit
 */
export async function askRateLimit(
  reference: string,
  credential: RegistryCredential | undefined,
  now: number = Date.now(),
): Promise<RateLimit> {
  const { domain, path, tag, digest } = parseReference(reference);
  const host = domain === dockerHub ? "registry-1.docker.io" : domain;
  const scheme = isLoopback(host) ? "http" : "https";
  const address = `${scheme}://${host}/v2/${path}/manifests/${digest ?? tag ?? "latest"}`;
  const first = await ask(address, { method: "HEAD" });
  const challenge = first.status === 401 ? first.headers.get("www-authenticate") : undefined;
  const authorization = challenge ? await answerTo(challenge, credential) : undefined;
  const answer = authorization ? await ask(address, { method: "HEAD", headers: { authorization } }) : first;
  return rateLimitIn(answer.headers, now);
}

export function rateLimitIn(headers: Headers, now: number): RateLimit {
  const [limit, windowSeconds] = countIn(headers.get("ratelimit-limit"));
  const [remaining, ownWindow] = countIn(headers.get("ratelimit-remaining"));
  return {
    limit,
    remaining,
    windowSeconds: windowSeconds ?? ownWindow,
    retryAfterSeconds: waitIn(headers.get("retry-after"), now),
  };
}

/** As in `100;w=21600`: so many within so many seconds. */
function countIn(text: string | null): [count: number | undefined, windowSeconds: number | undefined] {
  const [, count, window] = /^\s*(\d+)\s*(?:;\s*w\s*=\s*(\d+))?/.exec(text ?? "") ?? [];
  return [count === undefined ? undefined : Number(count), window === undefined ? undefined : Number(window)];
}

/** Seconds, or the date until which to wait. */
function waitIn(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text);
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}

/** The header that a registry's challenge asks for; see https://distribution.github.io/distribution/spec/auth/token/. */
async function answerTo(
  challenge: string,
  credential: RegistryCredential | undefined,
): Promise<string | undefined> {
  const basic = basicOf(credential);
  if (/^basic\b/i.test(challenge)) return basic;
  const parameters = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
  const realm = parameters.get("realm");
  if (!/^bearer\b/i.test(challenge) || realm === undefined || !isSafe(realm)) return undefined;
  const address = new URL(realm);
  for (const key of ["service", "scope"]) {
    const value = parameters.get(key);
    if (value !== undefined) address.searchParams.set(key, value);
  }
  const answer = await ask(address.href, { headers: basic ? { authorization: basic } : {} });
  if (!answer.ok) return undefined;
  const { token, access_token } = (await answer.json()) as { token?: unknown; access_token?: unknown };
  const found = token ?? access_token;
  return typeof found === "string" ? `Bearer ${found}` : undefined;
}

function basicOf({ user, password }: Partial<RegistryCredential> = {}): string | undefined {
  if (user === undefined || password === undefined) return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** A login goes over TLS, or stays on this machine. */
function isSafe(address: string): boolean {
  const { protocol, host } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && isLoopback(host));
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}

async function ask(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...options, redirect: "manual", signal: AbortSignal.timeout(15_000) });
  } catch (cause) {
    throw new EngineError("registry-unreachable", `${new URL(address).host} gave no answer.`, { cause });
  }
}
