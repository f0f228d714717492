import { StringDecoder } from "node:string_decoder";
import type { BuildStep } from "../build";
import { type BuilderStream, type BuildListener, errorIn, imageIdIn } from "./builderStream";
import { buildFailure, type OutputTail, outputTail } from "./buildFailure";
import { decodeTrace, type Vertex, type VertexLog } from "./buildkitTrace";

interface KnownStep {
  step: BuildStep;
  readonly output: OutputTail;
  /** One per stream: each may be cut in the middle of a character. */
  readonly decoders: Map<number, StringDecoder>;
}

/** Reads BuildKit's stream: `moby.buildkit.trace` lines, then the image id, or an error. */
export function buildkitSteps(listener: BuildListener): BuilderStream {
  const steps = new Map<string, KnownStep>();
  let failed: KnownStep | undefined;
  let imageId: string | undefined;
  let error: string | undefined;

  function acceptStep(step: BuildStep): void {
    const before = steps.get(step.id);
    const known = before ?? { step, output: outputTail(), decoders: new Map() };
    const { state, started, completed } = known.step;
    const changed = step.state !== state || step.started !== started || step.completed !== completed;
    known.step = step;
    steps.set(step.id, known);
    // The first failure is the cause; what fails after it was cut short because of it.
    if (step.state === "failed") failed ??= known;
    if (changed || !before) listener({ type: "step", step });
  }

  function acceptLog({ vertex, stream, bytes }: VertexLog): void {
    const known = steps.get(vertex);
    if (!known) return;
    const decoder = known.decoders.get(stream) ?? new StringDecoder("utf8");
    known.decoders.set(stream, decoder);
    const text = decoder.write(bytes);
    if (text === "") return;
    known.output.add(text);
    listener({ type: "output", stepId: vertex, text });
  }

  return {
    accept(message) {
      error ??= errorIn(message);
      imageId = imageIdIn(message) ?? imageId;
      if (message.id !== "moby.buildkit.trace" || typeof message.aux !== "string") return;
      const { vertexes, statuses, logs, warnings } = decodeTrace(message.aux);
      for (const vertex of vertexes) acceptStep(stepOf(vertex));
      for (const { vertex, id, current, total } of statuses) {
        listener({ type: "progress", stepId: vertex, id, current, total });
      }
      for (const log of logs) acceptLog(log);
      for (const { short, details, url } of warnings) {
        listener({ type: "warning", message: [short, ...details].join("\n"), url });
      }
    },

    end(outcome) {
      if (error !== undefined || outcome === "cancelled") {
        for (const { step } of steps.values()) {
          if (step.state === "running" || step.state === "pending")
            acceptStep({ ...step, state: "cancelled" });
        }
      }
      if (error !== undefined) {
        return { type: "failed", failure: buildFailure(error, failed?.step, failed?.output) };
      }
      return imageId === undefined ? { type: "unfinished" } : { type: "built", imageId };
    },
  };
}

function stepOf(vertex: Vertex): BuildStep {
  const { digest, name, started, completed, error } = vertex;
  return { id: digest, name, state: stateOf(vertex), started, completed, error };
}

function stateOf({ cached, started, completed, error }: Vertex): BuildStep["state"] {
  if (error !== undefined) return /\bcontext canceled\b/.test(error) ? "cancelled" : "failed";
  if (cached) return "cached";
  if (completed !== undefined) return "done";
  return started === undefined ? "pending" : "running";
}
