import { readFile } from "node:fs/promises";
import type { BuildEvent, BuildOptions, BuildResult, BuildStep } from "../../../client/src/engine/build";
import { BuildFailedError } from "../../../client/src/engine/buildFailedError";
import { changed, emptyConfiguration, type ImageConfiguration } from "./imageConfiguration";
import { runProgram } from "./shell";
import { type EngineState, findImage, withTag } from "./state";
import { storeImage } from "./storeImage";

/** A builder for simple Dockerfiles: one instruction a line, FROM, RUN in the small shell, and what describes the image. */
export async function buildInMemory(
  state: EngineState,
  { dockerfile, tags, labels = {} }: BuildOptions,
  listener: (event: BuildEvent) => void,
): Promise<BuildResult> {
  const lines = (await readFile(dockerfile, "utf8")).split("\n").map((line) => line.trim());
  const instructions = lines.filter((line) => line !== "" && !line.startsWith("#"));
  listener({ type: "builder", builder: "classic" });
  let configuration: ImageConfiguration = emptyConfiguration;
  for (const [index, instruction] of instructions.entries()) {
    const step = { id: String(index), name: `Step ${index + 1}/${instructions.length} : ${instruction}` };
    configuration = await carryOut(state, instruction, configuration, step, listener);
  }
  const image = storeImage(state, {
    tags: new Set(tags.map(withTag)),
    configuration: { ...configuration, labels: { ...configuration.labels, ...labels } },
  });
  for (const _ of tags) state.emit("image", "tag", image.id);
  return { imageId: image.id };
}

async function carryOut(
  state: EngineState,
  instruction: string,
  configuration: ImageConfiguration,
  { id, name }: Pick<BuildStep, "id" | "name">,
  listener: (event: BuildEvent) => void,
): Promise<ImageConfiguration> {
  const started = Date.now();
  const output: string[] = [];
  const tell = (progress: Pick<BuildStep, "state"> & Partial<BuildStep>): BuildStep => {
    const step = { id, name, started, completed: undefined, error: undefined, ...progress };
    listener({ type: "step", step });
    return step;
  };
  const fail = (message: string, exitCode: number | undefined) => {
    const step = tell({ state: "failed", completed: Date.now(), error: message });
    return new BuildFailedError({ message, step, exitCode, output });
  };
  tell({ state: "running" });
  const [keyword = "", argument = ""] = instruction.split(/\s+(.*)/s);
  let result = configuration;
  if (keyword === "FROM" && argument !== "scratch") {
    const base = [...state.images.values()].find(({ tags }) => tags.has(withTag(argument)));
    if (base === undefined) throw fail(`pull access denied for ${argument}`, undefined);
    result = findImage(state, argument).configuration;
  } else if (keyword === "RUN") {
    const exitCode = await runProgram(["sh", "-c", argument], {
      changes: new Map(),
      signal: new AbortController().signal,
      unpaused: async () => undefined,
      write(_, text) {
        output.push(text.trimEnd());
        listener({ type: "output", stepId: id, text });
      },
    });
    if (exitCode !== 0)
      throw fail(`The command '${argument}' returned a non-zero code: ${exitCode}`, exitCode);
  } else if (!["FROM", "COPY", "ADD", "ARG", "SHELL", "HEALTHCHECK", "ONBUILD"].includes(keyword)) {
    result = changed(configuration, instruction);
  }
  tell({ state: "done", completed: Date.now() });
  return result;
}
