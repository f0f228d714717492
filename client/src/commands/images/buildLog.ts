import type { BuildEvent, BuildStep } from "../../engine/build";
import { stepHeading } from "../../engine/build/stepHeading";

/** Tells a build as text, one block for each step, and as one short line of what is going on. */
export interface BuildLog {
  accept(event: BuildEvent): void;
}

export interface BuildLogTarget {
  append(text: string): void;
  report(message: string, fraction?: number): void;
}

/** Steps may run side by side; a heading is repeated wherever the output changes from one to another. */
export function buildLog({ append, report }: BuildLogTarget): BuildLog {
  const steps = new Map<string, BuildStep>();
  let heading: string | undefined;
  let lineOpen = false;

  const endLine = () => {
    if (lineOpen) append("\n");
    lineOpen = false;
  };

  const writeHeading = (step: BuildStep) => {
    if (heading === step.id) return;
    endLine();
    append(`→ ${step.name}\n`);
    heading = step.id;
  };

  const acceptStep = (step: BuildStep) => {
    const before = steps.get(step.id)?.state;
    steps.set(step.id, step);
    if (step.state === before) return;
    if (step.state === "running") writeHeading(step);
    if (isOver(step)) {
      endLine();
      append(`${endings[step.state]} ${step.name}${took(step)}${step.error ? `\n  ${step.error}` : ""}\n`);
      heading = undefined;
    }
    report(progressWords(step), fractionOf(steps));
  };

  return {
    accept(event) {
      if (event.type === "step") acceptStep(event.step);
      if (event.type === "output") {
        const step = steps.get(event.stepId);
        if (step) writeHeading(step);
        append(event.text);
        lineOpen = !event.text.endsWith("\n");
      }
      if (event.type === "builder") {
        append(
          event.builder === "buildkit" ? "Building with BuildKit.\n" : "Building with the classic builder.\n",
        );
      }
      if (event.type === "warning") {
        endLine();
        append(`Warning: ${event.message}${event.url === undefined ? "" : ` (${event.url})`}\n`);
      }
      if (event.type === "context") report(`sent ${event.files} files of the build context`);
    },
  };
}

const endings = { cached: "✔", done: "✔", failed: "✖", cancelled: "◼" } as const;

function isOver(step: BuildStep): step is BuildStep & { state: keyof typeof endings } {
  return step.state in endings;
}

function took({ state, started, completed }: BuildStep): string {
  if (state === "cached") return " (cached)";
  if (started === undefined || completed === undefined) return "";
  return ` (${((completed - started) / 1000).toFixed(1)} s)`;
}

/** `step 3/7: RUN apk add curl`, from `[3/7] RUN …`, `[build 3/7] RUN …`, `Step 3/7 : RUN …` or Podman's words. */
export function progressWords({ name }: BuildStep): string {
  const [firstLine = ""] = name.split("\n", 1);
  const heading = stepHeading(firstLine);
  if (heading) {
    const { stage, stages, number, total, instruction } = heading;
    return shortened(
      `step ${number}/${total}${stages > 1 ? ` of stage ${stage}/${stages}` : ""}: ${instruction}`,
    );
  }
  const found = /^\[(?:([^\]]*?)\s+)?(\d+\/\d+)\]\s*(.*)$/.exec(firstLine);
  if (!found) return shortened(firstLine);
  const [, stage, number, instruction = ""] = found;
  return shortened(`step ${number}${stage ? ` of ${stage}` : ""}: ${instruction}`);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The classic builder says how many steps there will be; of BuildKit's, those that are known so far count. */
function fractionOf(steps: ReadonlyMap<string, BuildStep>): number {
  const all = [...steps.values()];
  const over = all.filter(isOver).length;
  const announced = Math.max(0, ...all.map(({ name }) => stepHeading(name)?.total ?? 0));
  return over / Math.max(all.length, announced, 1);
}
