import type { Memory } from "../commands/memory";
import { type ResolvedEndpoint, resolveEndpoint } from "../engine/endpoint/resolveEndpoint";

/** Which engine this window uses: a Docker context chosen here, else what the docker CLI would use. */
export interface EngineChoice {
  /** Looks it up anew. Rejects with an EngineError. */
  resolve(): Promise<ResolvedEndpoint>;
  windowChoice(): string | undefined;
  chooseForWindow(name: string | undefined): Promise<void>;
}

/** `onResolved` is told of each answer that differs from the last, and of `undefined` where there is none. */
export function createEngineChoice(
  memory: Memory,
  onResolved: (resolved: ResolvedEndpoint | undefined) => void,
): EngineChoice {
  let told = "";
  const windowChoice = () => memory.get("engine.context") || undefined;
  const tell = (resolved: ResolvedEndpoint | undefined) => {
    const key = JSON.stringify(resolved ?? {});
    if (key === told) return;
    told = key;
    onResolved(resolved);
  };

  return {
    windowChoice,
    async resolve() {
      try {
        const resolved = await resolveEndpoint({ contextName: windowChoice() });
        tell(resolved);
        return resolved;
      } catch (error) {
        tell(undefined);
        throw error;
      }
    },
    chooseForWindow: (name) => memory.set("engine.context", name ?? ""),
  };
}
