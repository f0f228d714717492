import type { EngineError } from "../../engine/engineError";
import { isEngineError } from "../../engine/isEngineError";
import { askRateLimit, type RateLimit } from "../../engine/registry/askRateLimit";
import type { CommandHost } from "../commandHost";
import { registryServer, registryWords } from "./registryServer";

/** Waits for work at a registry; tells where it has had enough for now, and gives up then. Other errors pass through. */
export async function reportingWaits<T>(
  host: CommandHost,
  reference: string,
  doing: string,
  work: Promise<T>,
): Promise<T | "given up"> {
  try {
    return await work;
  } catch (error) {
    if (!isRateLimited(error)) throw error;
    host.reportFailure(error, doing, [{ label: "Ask How Long", run: () => tellRateLimit(host, reference) }]);
    return "given up";
  }
}

async function tellRateLimit(host: CommandHost, reference: string): Promise<void> {
  const server = registryServer(reference);
  const credential = await host.credentials.credentialFor(server);
  const name = registryWords(server);
  const limit = await host.ui.progress(`Asking ${name} for its limits`, () =>
    askRateLimit(reference, credential),
  );
  host.ui.report({ severity: "information", message: rateLimitWords(name, limit) });
}

/** In sentences; what the registry does not tell is left out. */
export function rateLimitWords(name: string, limit: RateLimit): string {
  const { remaining, windowSeconds, retryAfterSeconds } = limit;
  const window = windowSeconds === undefined ? "" : ` in ${durationWords(windowSeconds)}`;
  const sentences = [
    ...(limit.limit === undefined ? [] : [`${name} allows ${limit.limit}${window}.`]),
    ...(remaining === undefined ? [] : [`${remaining} are left.`]),
    ...(retryAfterSeconds === undefined ? [] : [`It asks you to wait ${durationWords(retryAfterSeconds)}.`]),
  ];
  if (sentences.length === 0) return `${name} does not say how long to wait. Try again in an hour or so.`;
  return sentences.join(" ");
}

function durationWords(seconds: number): string {
  const [unit, size] = seconds < 120 ? ["second", 1] : seconds < 7200 ? ["minute", 60] : ["hour", 3600];
  const count = Math.ceil(seconds / Number(size));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function isRateLimited(error: unknown): error is EngineError {
  return isEngineError(error) && error.kind === "registry-rate-limited";
}
