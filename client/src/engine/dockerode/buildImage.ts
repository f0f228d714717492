import type Dockerode from "dockerode";
import type { BuildEvent, BuildOptions, BuildResult } from "../build";
import type { BuilderMessage, BuilderStream } from "../build/builderStream";
import { buildkitSteps } from "../build/buildkitSteps";
import { classicSteps } from "../build/classicSteps";
import { stepHeading } from "../build/stepHeading";
import { BuildFailedError } from "../buildFailedError";
import { EngineError } from "../engineError";
import { builderOf } from "./builderOf";
import { startBuildkitBuild } from "./buildkitBuild";
import { buildQuery } from "./buildQuery";
import type { BuildAnswer, BuildRequest } from "./buildRequest";
import { startClassicBuild } from "./classicBuild";
import { dial } from "./dial";
import { jsonLines } from "./jsonLines";
import { registryErrorKind } from "./registryErrorKind";

/**
 * Builds an image with BuildKit where the engine has it, else with the classic builder; `options.builder` asks
 * for one of them. Rejects with BuildFailedError when the build ran and failed, and with an EngineError or one of
 * docker-modem's errors when it could not run to its end. Whatever happens, it settles and leaves nothing open.
 */
export async function buildImage(
  docker: Dockerode,
  options: BuildOptions,
  listener: (event: BuildEvent) => void,
  signal?: AbortSignal,
): Promise<BuildResult> {
  // Ends the request, the session and the reading of files, however this function is left.
  const ending = new AbortController();
  const request: BuildRequest = {
    docker,
    options,
    query: buildQuery(options),
    onContextSent: ({ files, bytes }) => listener({ type: "context", files, bytes }),
    signal: signal ? AbortSignal.any([signal, ending.signal]) : ending.signal,
  };
  try {
    const builder = options.builder ?? (await builderOfEngine(docker, request.signal));
    listener({ type: "builder", builder });
    const steps = builder === "buildkit" ? buildkitSteps(listener) : classicSteps(listener);
    const start = builder === "buildkit" ? startBuildkitBuild : startClassicBuild;
    return await result(steps, start(request), signal);
  } finally {
    ending.abort();
  }
}

async function builderOfEngine(docker: Dockerode, signal: AbortSignal): Promise<"buildkit" | "classic"> {
  const answer = await dial(docker, { path: "/_ping", method: "GET", abortSignal: signal });
  answer.resume();
  return builderOf(answer.headers);
}

async function result(
  steps: BuilderStream,
  build: Promise<BuildAnswer>,
  signal: AbortSignal | undefined,
): Promise<BuildResult> {
  let problem: () => unknown = () => undefined;
  try {
    const { answer, localProblem } = await build;
    problem = localProblem;
    // The lines are of the shapes that BuilderMessage names, or of others that the steps pass over.
    for await (const message of jsonLines(answer)) steps.accept((message ?? {}) as BuilderMessage);
  } catch (error) {
    steps.end("cancelled");
    if (signal?.aborted) throw new EngineError("cancelled", "The build was cancelled.", { cause: error });
    throw asBuildFailure(error) ?? error;
  }
  const outcome = steps.end(signal?.aborted ? "cancelled" : "finished");
  if (signal?.aborted) throw new EngineError("cancelled", "The build was cancelled.");
  if (outcome.type === "built") return { imageId: outcome.imageId };
  // The builder only repeats the words of what we could not read, so the cause is told instead.
  if (problem() instanceof EngineError) throw problem();
  if (outcome.type === "failed") throw new BuildFailedError(outcome.failure, kindOf(outcome.failure));
  throw new EngineError("connection-lost", "The engine ended the build without telling what became of it.");
}

/** A base image that cannot be had is the registry's doing, and needs another next step than a failing command. */
function kindOf({ message, step, exitCode }: BuildFailedError["failure"]): EngineError["kind"] | undefined {
  const atBaseImage =
    step === undefined ||
    stepHeading(step.name)?.instruction.startsWith("FROM ") ||
    /^\[internal\] load metadata|^\[[^\]]*\] FROM /i.test(step.name);
  return atBaseImage && exitCode === undefined ? registryErrorKind(message) : undefined;
}

/** The classic builder reads the Dockerfile before it answers, and refuses it with a 400. */
function asBuildFailure(error: unknown): BuildFailedError | undefined {
  if (!(error instanceof Error) || !("statusCode" in error) || error.statusCode !== 400) return undefined;
  const message = error.message.replace(/^\(HTTP code 400\) [^-]*- /, "").trim();
  if (!/dockerfile|build target/i.test(message)) return undefined;
  return new BuildFailedError({ message, step: undefined, exitCode: undefined, output: [] });
}
