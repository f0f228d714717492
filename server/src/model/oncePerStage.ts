import type { Dockerfile } from "./dockerfile";
import { oncePer } from "./oncePer";
import { pragmasOf } from "./shellPragma";
import type { Stage } from "./stages";

/**
 * Remembers what was worked out for a stage, for as long as neither it nor a stage that it is built on changes. It may
 * depend on these alone, and on the shells that read their instructions (see shellOf).
 */
export function oncePerStage<Value>(
  compute: (stage: Stage, dockerfile: Dockerfile) => Value,
): (stage: Stage, dockerfile: Dockerfile) => Value {
  const keptFor = oncePer((_: Stage): { last: Kept<Value> | undefined } => ({ last: undefined }));
  return (stage, dockerfile) => {
    const kept = keptFor(stage);
    const pragmas = pragmasOf(dockerfile);
    if (kept.last?.pragmas !== pragmas) kept.last = { pragmas, value: compute(stage, dockerfile) };
    return kept.last.value;
  };
}

interface Kept<Value> {
  readonly pragmas: string;
  readonly value: Value;
}
