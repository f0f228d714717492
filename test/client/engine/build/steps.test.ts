import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { BuildEvent } from "../../../../client/src/engine/build";
import type { BuilderStream, BuildListener } from "../../../../client/src/engine/build/builderStream";
import { buildkitSteps } from "../../../../client/src/engine/build/buildkitSteps";
import { classicSteps } from "../../../../client/src/engine/build/classicSteps";

const fixtures = join(__dirname, "..", "..", "..", "fixtures", "engine", "build");

/** The stream of a real engine (20.10.24, or Podman 4.3.1), as it was recorded. */
function messages(name: string): object[] {
  const lines = readFileSync(join(fixtures, `${name}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

function play(
  make: (listener: BuildListener) => BuilderStream,
  stream: readonly object[],
  end: "finished" | "cancelled" = "finished",
) {
  const events: BuildEvent[] = [];
  const steps = make((event) => events.push(event));
  for (const message of stream) steps.accept(message);
  const outcome = steps.end(end);
  return { outcome, events, states: lastStates(events), output: outputOf(events) };
}

/** Each step's name and last state, in the order of their first mention. */
function lastStates(events: readonly BuildEvent[]): string[] {
  const states = new Map<string, string>();
  for (const event of events) {
    if (event.type === "step") states.set(event.step.id, `${event.step.name}: ${event.step.state}`);
  }
  return [...states.values()];
}

function outputOf(events: readonly BuildEvent[]): string {
  return events.map((event) => (event.type === "output" ? event.text : "")).join("");
}

function failureOf({ outcome }: ReturnType<typeof play>) {
  assert.equal(outcome.type, "failed");
  return outcome.type === "failed" ? outcome.failure : assert.fail();
}

describe("buildkitSteps", () => {
  it("tells each step, its output, its times and the image", () => {
    const { outcome, states, output, events } = play(buildkitSteps, messages("buildkit-ok"));
    assert.deepEqual(outcome, {
      type: "built",
      imageId: "sha256:0d9d2f4b5b9393af03662f934181af90698b6354ab51f7429bb56b074aa1c3b7",
    });
    assert.deepEqual(states, [
      "[internal] load remote build context: done",
      "copy /context /: done",
      "[internal] load metadata for docker.io/library/alpine:3.20: done",
      "[1/4] FROM docker.io/library/alpine:3.20: done",
      "[2/4] RUN echo hi you && sleep 0.1 && echo oops >&2: done",
      "[3/4] WORKDIR /w: done",
      "[4/4] COPY a .: done",
      "exporting to image: done",
    ]);
    assert.equal(output, "hi you\noops\n");
    const run = events.findLast((event) => event.type === "step" && event.step.name.startsWith("[2/4]"));
    assert(run?.type === "step" && run.step.started && run.step.completed);
    const took = run.step.completed - run.step.started;
    assert(took > 100 && took < 5000, `${took} ms`);
  });

  it("tells what came from the cache", () => {
    const { states } = play(buildkitSteps, messages("buildkit-cached"));
    assert.deepEqual(states.filter((state) => state.endsWith("cached")).length, 5);
  });

  it("tells which step failed, its exit code and last lines; what had not begun is cancelled", () => {
    const played = play(buildkitSteps, messages("buildkit-fail"));
    const { step, exitCode, output } = failureOf(played);
    assert.equal(step?.name, "[stage-1 3/4] RUN echo three   && echo four >&2   && exit 3");
    assert.equal(step?.state, "failed");
    assert.equal(exitCode, 3);
    assert.deepEqual(output, ["three", "four"]);
    assert.equal(played.states.at(-1), "[stage-1 4/4] COPY --from=one /etc/passwd /p: cancelled");
  });

  it("tells a failure without a step", () => {
    const { message, step, exitCode } = failureOf(play(buildkitSteps, messages("buildkit-parse")));
    assert.match(message, /dockerfile parse error line 3: unknown instruction: COPPY$/);
    assert.equal(step, undefined);
    assert.equal(exitCode, undefined);
  });

  it("knows a stream that was cut from one that ended", () => {
    const cut = messages("buildkit-ok").slice(0, -6);
    assert.deepEqual(play(buildkitSteps, cut).outcome, { type: "unfinished" });
  });

  it("cancels what was running when the person cancels", () => {
    const cut = messages("buildkit-fail").slice(0, 15);
    const { states } = play(buildkitSteps, cut, "cancelled");
    assert(states.some((state) => state.endsWith(": cancelled")));
    assert(!states.some((state) => /: (running|pending)$/.test(state)));
  });

  it("puts characters together that came in pieces", () => {
    const log = (bytes: readonly number[]) => trace(3, [10, 1, 118, 24, 1, 34, bytes.length, ...bytes]);
    const { output } = play(buildkitSteps, [trace(1, [10, 1, 118]), log([0xc3]), log([0xbc])]);
    assert.equal(output, "ü");
  });

  it("passes warnings on", () => {
    const text = (number: number, value: string) => [number * 8 + 2, value.length, ...Buffer.from(value)];
    const { events } = play(buildkitSteps, [
      trace(4, [...text(3, "Short"), ...text(4, "detail"), ...text(5, "http://x")]),
    ]);
    assert.deepEqual(events, [{ type: "warning", message: "Short\ndetail", url: "http://x" }]);
  });

  it("refuses what is no trace", () => {
    assert.throws(() => play(buildkitSteps, [{ id: "moby.buildkit.trace", aux: "/////w==" }]), RangeError);
  });
});

/** A StatusResponse with one field. */
function trace(field: number, bytes: readonly number[]): object {
  const aux = Buffer.from([field * 8 + 2, bytes.length, ...bytes]).toString("base64");
  return { id: "moby.buildkit.trace", aux };
}

describe("classicSteps on Podman's stream", () => {
  it("counts each stage's steps, and leaves out what the builder says of itself", () => {
    const { outcome, states, output } = play(classicSteps, messages("podman-stages"));
    assert.deepEqual(states, [
      "[1/2] STEP 1/3: FROM x:1 AS a: done",
      "[1/2] STEP 2/3: COPY a /a: cached",
      "[1/2] STEP 3/3: RUN cat /a; echo; echo err >&2: done",
      "[2/2] STEP 1/3: FROM x:1: done",
      "[2/2] STEP 2/3: COPY --from=a /a /b: done",
      "[2/2] STEP 3/3: LABEL a=b: done",
    ]);
    assert.equal(output, "err\nhello\n");
    const imageId = "sha256:0f977e165d45f8fae7ddd0ed79e438c58eb3a6e6e8f70784b84d35f0ab5c1668";
    assert.deepEqual(outcome, { type: "built", imageId });
    const [first = {}, ...rest] = messages("podman-stages");
    const firstStage = [first, ...rest.slice(0, 7), { aux: { ID: "sha256:1" } }];
    assert.deepEqual(play(classicSteps, firstStage).outcome, { type: "unfinished" });
  });

  it("knows the exit code of what failed", () => {
    const { step, exitCode } = failureOf(play(classicSteps, messages("podman-fail")));
    assert.equal(step?.name, "STEP 2/2: RUN exit 7");
    assert.equal(exitCode, 7);
  });
});

describe("classicSteps", () => {
  it("tells each step, its output and the image, and none of the builder's bookkeeping", () => {
    const { outcome, states, output } = play(classicSteps, messages("classic-ok"));
    assert.deepEqual(outcome, {
      type: "built",
      imageId: "sha256:eb0f8d9400375030325e90867ae3998b92c19e4ec58400d121aaaa59c868738e",
    });
    assert.deepEqual(states, [
      "Step 1/6 : FROM alpine:3.20: done",
      "Step 2/6 : ARG WHO=you: done",
      "Step 3/6 : RUN echo hi $WHO && sleep 0.1 && echo oops >&2: done",
      "Step 4/6 : WORKDIR /w: done",
      "Step 5/6 : COPY a .: done",
      'Step 6/6 : CMD ["cat","/w/a"]: done',
    ]);
    assert.equal(output, "hi you\n\u001b[91moops\n\u001b[0m");
  });

  it("tells what came from the cache", () => {
    const { states } = play(classicSteps, messages("classic-cached"));
    assert.equal(states.filter((state) => state.endsWith(": cached")).length, 5);
  });

  it("tells which step failed, its exit code, and its last lines without colours", () => {
    const { step, exitCode, output } = failureOf(play(classicSteps, messages("classic-fail")));
    assert.equal(step?.name, "Step 5/6 : RUN echo three   && echo four >&2   && exit 3");
    assert.equal(exitCode, 3);
    assert.deepEqual(output, ["four", "three"]);
  });

  it("does not take an earlier stage's image for the build's", () => {
    const cut = messages("classic-fail").slice(0, -1);
    assert.deepEqual(play(classicSteps, cut).outcome, { type: "unfinished" });
    const lastStep = [...cut, { stream: "Step 6/6 : COPY --from=one /etc/passwd /p" }];
    assert.deepEqual(play(classicSteps, lastStep).outcome, { type: "unfinished" });
  });

  it("is not fooled by a program that prints like the builder", () => {
    const { states, output } = play(classicSteps, [
      { stream: "Step 1/2 : FROM a" },
      { stream: "\n" },
      { stream: "Step 9/9 : RUN rm -rf /" },
      { stream: "Step 1/2 : FROM a" },
    ]);
    assert.equal(states.length, 1);
    assert.equal(output, "Step 9/9 : RUN rm -rf /Step 1/2 : FROM a");
  });

  it("keeps the engine's warnings apart from what the step prints", () => {
    const { events, output } = play(classicSteps, [
      { stream: "Step 1/2 : RUN ping host" },
      { stream: " ---> [Warning] IPv4 forwarding is disabled. Networking will not work.\n" },
      { stream: "no answer\n" },
    ]);
    assert.equal(output, "no answer\n");
    assert.deepEqual(
      events.filter(({ type }) => type === "warning"),
      [
        {
          type: "warning",
          message: "IPv4 forwarding is disabled. Networking will not work.",
          url: undefined,
        },
      ],
    );
  });

  it("tells the progress of a pull", () => {
    const { events } = play(classicSteps, [
      { stream: "Step 1/1 : FROM a" },
      { status: "Pulling from library/a", id: "latest" },
      { status: "Downloading", id: "abc", progressDetail: { current: 1, total: 2 } },
    ]);
    assert.deepEqual(events.slice(1), [
      { type: "output", stepId: "1", text: "latest: Pulling from library/a\n" },
      { type: "progress", stepId: "1", id: "abc", current: 1, total: 2 },
    ]);
  });
});
