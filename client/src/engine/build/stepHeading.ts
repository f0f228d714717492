/** What a builder without BuildKit says before each step: which of how many it is, and the instruction. */
export interface StepHeading {
  /** Counted from one. Docker counts through all stages, so that there is but one; Podman counts each stage's own. */
  readonly stage: number;
  readonly stages: number;
  readonly number: number;
  readonly total: number;
  readonly instruction: string;
}

/** Docker writes `Step 2/5 : RUN …`; Podman `STEP 2/5: RUN …` and, with several stages, `[1/2] STEP 2/5: RUN …`. */
export function stepHeading(text: string): StepHeading | undefined {
  const found =
    /^Step (?<number>\d+)\/(?<total>\d+) : (?<instruction>.*)$/s.exec(text) ??
    /^(?:\[(?<stage>\d+)\/(?<stages>\d+)\] )?STEP (?<number>\d+)\/(?<total>\d+): (?<instruction>.*?)\n?$/s.exec(
      text,
    );
  if (!found?.groups) return undefined;
  const { stage = "1", stages = "1", number, total, instruction = "" } = found.groups;
  return {
    stage: Number(stage),
    stages: Number(stages),
    number: Number(number),
    total: Number(total),
    instruction,
  };
}
