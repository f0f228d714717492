import { EngineError } from "../engineError";

/** A list that an engine answered with. At an endpoint anything may listen, so it is looked at first. */
export function listFrom<Item>(answer: unknown): readonly Item[] {
  if (Array.isArray(answer)) return answer;
  throw noEngine();
}

/** An object that an engine answered with. */
export function recordFrom<Value extends object>(answer: unknown): Value {
  if (typeof answer === "object" && answer !== null && !Array.isArray(answer) && !Buffer.isBuffer(answer))
    return answer as Value;
  throw noEngine();
}

function noEngine(): EngineError {
  return new EngineError("engine-failed", "What answers there is not a Docker engine.");
}
