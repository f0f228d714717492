import type { Engine } from "../../engine/engine";
import { instructionOf } from "../../views/imageHistory";
import type { Memory } from "../memory";

/** The steps of an image, the oldest first, in the words of a Dockerfile. */
export interface BuiltSteps {
  readonly reference: string;
  readonly steps: readonly { readonly instruction: string; readonly size: number }[];
}

/** Those of the image that a Dockerfile was built to last. Undefined where it was not built here, without asking the engine. */
export async function builtSteps(
  dockerfile: string,
  memory: Pick<Memory, "get">,
  engine: () => Promise<{ readonly images: Pick<Engine["images"], "history"> }>,
): Promise<BuiltSteps | undefined> {
  const reference = memory.get(`build.tag:${dockerfile}`);
  if (reference === undefined) return undefined;
  const history = await (await engine()).images.history(reference);
  const steps = history
    .toReversed()
    .map(({ createdBy, size }) => ({ instruction: instructionOf(createdBy), size }));
  return { reference, steps };
}
