import type { Confirmation, Ui } from "./ui";

/** The engine that is acted on. */
export interface NamedEngine {
  readonly address: string;
  readonly machine: "this one" | "another";
}

/**
 * The same way to ask, but what may be lost at an engine is never asked about without naming that engine: first of all
 * where it is another machine's. `engine` is undefined where none was ever connected to.
 */
export function namingEngine(ui: Ui, engine: () => NamedEngine | undefined): Ui {
  return { ...ui, confirm: (question) => ui.confirm(named(question, engine())) };
}

function named(question: Confirmation, engine: NamedEngine | undefined): Confirmation {
  if (engine === undefined || question.at === "this machine") return question;
  const { address, machine } = engine;
  const detail =
    machine === "another"
      ? `This happens on another machine, at the engine ${address}.\n\n${question.detail}`
      : `${question.detail}\n\nThe engine is ${address}, on this machine.`;
  return { ...question, detail };
}
