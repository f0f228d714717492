import type { BuildStep } from "../build";
import {
  type BuilderMessage,
  type BuilderStream,
  type BuildListener,
  errorIn,
  imageIdIn,
} from "./builderStream";
import { buildFailure, type OutputTail, outputTail } from "./buildFailure";
import { type StepHeading, stepHeading } from "./stepHeading";

interface Current {
  step: BuildStep;
  readonly heading: StepHeading;
  readonly output: OutputTail;
}

/**
 * Reads the stream of docker's classic builder, or of Podman's: text for a terminal, with `Step 2/5 : RUN …`,
 * ` ---> Using cache`, and between them what the step prints. The times are ours, as the builder tells none.
 */
export function classicSteps(listener: BuildListener, now: () => number = Date.now): BuilderStream {
  let current: Current | undefined;
  let imageId: string | undefined;
  let error: string | undefined;
  let exitCode: number | undefined;

  function change(state: BuildStep["state"], problem?: string): void {
    if (current?.step.state !== "running") return;
    current.step = { ...current.step, state, completed: now(), error: problem };
    listener({ type: "step", step: current.step });
  }

  function begin(heading: StepHeading, text: string): void {
    change("done");
    // Every stage ends with its image's id, but only the last one is the build's.
    imageId = undefined;
    const step: BuildStep = {
      id: heading.stages === 1 ? String(heading.number) : `${heading.stage}.${heading.number}`,
      name: text.trimEnd(),
      state: "running",
      started: now(),
      completed: undefined,
      error: undefined,
    };
    current = { step, heading, output: outputTail() };
    listener({ type: "step", step });
  }

  function acceptText(text: string): void {
    const heading = stepHeading(text);
    const warning = /^ ---> \[Warning\] (.*)\n$/.exec(text)?.[1];
    if (heading && isNext(heading)) {
      begin(heading, text);
    } else if (/^(?: ---> Using cache|--> Using cache [0-9a-f]{64})\n$/.test(text)) {
      change("cached");
    } else if (warning !== undefined) {
      listener({ type: "warning", message: warning, url: undefined });
    } else if (current && text !== "\n" && !isBookkeeping.test(text)) {
      current.output.add(text);
      listener({ type: "output", stepId: current.step.id, text });
    }
  }

  /** A program that prints "Step 9/9 : …" itself must not pass for the builder. */
  function isNext({ stage, stages, number, total }: StepHeading): boolean {
    if (!current) return number === 1;
    const before = current.heading;
    if (stage === before.stage) return number === before.number + 1 && total === before.total;
    return stages === before.stages && stage > before.stage && isLast(before) && number === 1;
  }

  function isLast({ number, total }: StepHeading): boolean {
    return number === total;
  }

  function acceptPull({ id, status, progressDetail }: BuilderMessage): void {
    if (!current || typeof status !== "string") return;
    const { current: moved, total } = progressDetail ?? {};
    if (typeof id === "string" && typeof moved === "number" && typeof total === "number") {
      listener({ type: "progress", stepId: current.step.id, id, current: moved, total });
    } else {
      const text = typeof id === "string" ? `${id}: ${status}\n` : `${status}\n`;
      listener({ type: "output", stepId: current.step.id, text });
    }
  }

  return {
    accept(message) {
      const problem = errorIn(message);
      if (problem !== undefined) {
        error ??= problem;
        const code = message.errorDetail?.code;
        exitCode ??= typeof code === "number" ? code : undefined;
      }
      imageId = imageIdIn(message) ?? imageId;
      if (typeof message.stream === "string") acceptText(message.stream);
      acceptPull(message);
    },

    end(outcome) {
      if (error !== undefined) {
        change("failed", error);
        return { type: "failed", failure: buildFailure(error, current?.step, current?.output, exitCode) };
      }
      if (outcome === "cancelled") change("cancelled");
      const heading = current?.heading;
      const complete = heading !== undefined && heading.stage === heading.stages && isLast(heading);
      if (!complete || imageId === undefined) return { type: "unfinished" };
      change("done");
      return { type: "built", imageId };
    },
  };
}

/** What the builder says about its own containers and layers, of no use to a person. */
const isBookkeeping =
  /^(?: ---> (?:Running in )?[0-9a-f]{12}|Removing intermediate container [0-9a-f]{12}|Successfully (?:built|tagged) .*|--> [0-9a-f]{11}|(?:\[\d+\/\d+\] )?COMMIT .*|[0-9a-f]{64})\n$/;
