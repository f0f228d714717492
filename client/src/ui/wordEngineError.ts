import type { EngineError, EngineErrorKind } from "../engine/engineError";
import { callWordings } from "./callWordings";
import { connectionWordings } from "./connectionWordings";
import type { CauseWording, KindWording, Wording } from "./wording";

const wordings: Readonly<Record<EngineErrorKind, KindWording>> = { ...connectionWordings, ...callWordings };

/** Words an engine's error for a person. `engine` says where the engine is, for example `unix:///var/run/docker.sock`. */
export function wordEngineError(error: EngineError, engine: string): Wording {
  const { message, nextStep } = causeIn(error) ?? wordings[error.kind];
  const registry = registryIn(error.message);
  const values = { engine, ssh: withoutPath(engine), words: sentence(error.message.trim()) };
  return {
    message: filled(message, { ...values, registry: registry ?? "in question" }),
    nextStep: filled(nextStep, { ...values, registry: registry ?? "HOST:PORT" }),
  };
}

/** The cause's own name where its kind has several, else the kind. Views choose their welcome text by it. */
export function causeOf(error: EngineError): string {
  return causeIn(error)?.cause ?? error.kind;
}

function causeIn({ kind, message }: EngineError): CauseWording | undefined {
  return wordings[kind].causes?.find(({ said }) => said.test(message));
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What ssh takes: it knows addresses, but none with the path of a socket. */
function withoutPath(engine: string): string {
  return engine.replace(/^(ssh:\/\/[^/]+)\/.*$/, "$1");
}

/** The host that the engine tried, as it quotes it: `Get "https://registry.example:5000/v2/": …`. */
function registryIn(words: string): string | undefined {
  return /https?:\/\/([^/\s"]+)\/v[12]\//.exec(words)?.[1];
}

function sentence(words: string): string {
  if (words === "") return "no reason was given.";
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
