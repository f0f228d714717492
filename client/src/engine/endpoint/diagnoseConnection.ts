import { basename } from "node:path";
import { dockerConfigFolder } from "../dockerConfig/dockerConfigFolder";
import type { Endpoint } from "../endpoint";
import type { Engine, EngineVersion } from "../engine";
import { EngineError } from "../engineError";
import { isEngineError } from "../isEngineError";
import { type Machine, pipeCandidates, presentPipes, socketCandidates } from "./defaultEndpoint";
import { currentContext, type DockerContext, listContexts } from "./dockerContexts";
import { installedPrograms } from "./installedPrograms";
import type { ResolvedEndpoint } from "./resolveEndpoint";
import { type SocketFacts, socketFacts } from "./socketFacts";

/** All that is known of the connection and of what could be connected to instead. */
export interface Diagnosis {
  readonly machine: Machine;
  /** Undefined where the settings name none; `answer` says why. */
  readonly resolved: ResolvedEndpoint | undefined;
  readonly answer: EngineAnswer;
  /** Of the resolved endpoint, where it is a Unix socket. */
  readonly socket: SocketFacts | undefined;
  readonly candidates: readonly Candidate[];
  readonly configFolder: string;
  /** In docker's config file; an error where that can't be read. */
  readonly currentContext: string | EngineError;
  readonly contexts: readonly DockerContext[] | EngineError;
  /** Of those that bring an engine, on the PATH. */
  readonly programs: readonly string[];
}

export type EngineAnswer =
  | { readonly kind: "answers"; readonly version: EngineVersion }
  | { readonly kind: "fails"; readonly error: EngineError };

/** A place where an engine of this machine may listen; `answer` is there where something is. */
export interface Candidate {
  readonly endpoint: Endpoint & { readonly path: string };
  readonly facts: SocketFacts;
  readonly answer: EngineAnswer | undefined;
}

export interface DiagnosisOptions {
  readonly machine: Machine;
  resolve(): Promise<ResolvedEndpoint>;
  engineAt(endpoint: Endpoint): Promise<Engine>;
}

/** Looks at everything that a connection depends on; changes nothing, and rejects for nothing that it finds. */
export async function diagnoseConnection({
  machine,
  resolve,
  engineAt,
}: DiagnosisOptions): Promise<Diagnosis> {
  const configFolder = dockerConfigFolder(machine.environment, machine.homeFolder);
  const resolved = await resolve().catch(engineError);
  const ask = (endpoint: Endpoint) => answerOf(engineAt, endpoint);
  const [answer, socket, candidates, current, contexts, programs] = await Promise.all([
    isEngineError(resolved) ? { kind: "fails" as const, error: resolved } : ask(resolved.endpoint),
    isEngineError(resolved) || resolved.endpoint.kind !== "unix"
      ? undefined
      : socketFacts(resolved.endpoint.path),
    candidatesOf(machine, ask),
    currentContext(configFolder).catch(engineError),
    listContexts(configFolder).catch(engineError),
    installedPrograms(machine),
  ]);
  return {
    machine,
    resolved: isEngineError(resolved) ? undefined : resolved,
    answer,
    socket,
    candidates,
    configFolder,
    currentContext: current,
    contexts,
    programs,
  };
}

async function candidatesOf(
  machine: Machine,
  ask: (endpoint: Endpoint) => Promise<EngineAnswer>,
): Promise<Candidate[]> {
  const isWindows = machine.platform === "win32";
  const pipes = isWindows ? await presentPipes() : new Set<string>();
  const paths = isWindows ? pipeCandidates : socketCandidates(machine);
  return Promise.all(
    paths.map(async (path): Promise<Candidate> => {
      const endpoint = { kind: isWindows ? "pipe" : "unix", path } as const;
      const facts = isWindows ? pipeFacts(path, pipes) : await socketFacts(path);
      return { endpoint, facts, answer: facts.presence === "socket" ? await ask(endpoint) : undefined };
    }),
  );
}

function pipeFacts(path: string, present: ReadonlySet<string>): SocketFacts {
  return { path, presence: present.has(basename(path)) ? "socket" : "missing", permissions: undefined };
}

async function answerOf(engineAt: DiagnosisOptions["engineAt"], endpoint: Endpoint): Promise<EngineAnswer> {
  let engine: Engine | undefined;
  try {
    engine = await engineAt(endpoint);
    await engine.system.ping();
    return { kind: "answers", version: await engine.system.version() };
  } catch (error) {
    return { kind: "fails", error: engineError(error) };
  } finally {
    engine?.dispose();
  }
}

function engineError(error: unknown): EngineError {
  if (isEngineError(error)) return error;
  return new EngineError("engine-failed", error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}
