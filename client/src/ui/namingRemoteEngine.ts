import type { Confirmation, Ui } from "./ui";

/**
 * The same way to ask, but what may be lost on another machine's engine is never asked about without naming that
 * machine. `remoteEngine` is undefined while the engine is this machine's own.
 */
export function namingRemoteEngine(ui: Ui, remoteEngine: () => string | undefined): Ui {
  return { ...ui, confirm: (question) => ui.confirm(named(question, remoteEngine())) };
}

function named(question: Confirmation, engine: string | undefined): Confirmation {
  if (engine === undefined || question.at === "this machine") return question;
  return {
    ...question,
    detail: `This happens on another machine, at the engine ${engine}.\n\n${question.detail}`,
  };
}
