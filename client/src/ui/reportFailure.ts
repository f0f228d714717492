import { isEngineError } from "../engine/isEngineError";
import type { NoticeAction, Ui } from "./ui";
import { wordEngineError } from "./wordEngineError";

export interface FailureReport {
  readonly ui: Ui;
  /** What was being done, for the log. */
  readonly doing: string;
  /** Where the engine is. */
  readonly engine: string;
  readonly log: (line: string) => void;
  readonly actions?: readonly NoticeAction[];
}

/** The one place that catches for a person: words the error, shows it, logs its cause. A cancelled call is no news. */
export function reportFailure(error: unknown, { ui, doing, engine, log, actions = [] }: FailureReport): void {
  if (isEngineError(error) && error.kind === "cancelled") return;
  log(`${doing} failed: ${describe(error)}`);
  ui.report({ severity: "error", message: messageOf(error, engine), actions });
}

/** What is wrong and what to do, in one text. */
export function messageOf(error: unknown, engine: string): string {
  if (isEngineError(error)) {
    const { message, nextStep } = wordEngineError(error, engine);
    return `${message} ${nextStep}`.trim();
  }
  const words = error instanceof Error ? error.message : String(error);
  return `Drydock could not finish this: ${words} The output “Drydock” has the details.`;
}

/** Kind, words and stack, with the chain of causes; errors of the engine hold no secrets. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const kind = isEngineError(error) ? `[${error.kind}] ` : "";
  const cause = error.cause === undefined ? "" : `\n  caused by ${describe(error.cause)}`;
  const words = isEngineError(error) ? error.message : (error.stack ?? error.message);
  return `${kind}${words}${cause}`;
}
