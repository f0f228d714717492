import type { TerminalSession } from "../../engine/terminal";

/** How long a shell gets to read that it shall end. */
const partingMs = 200;

/**
 * The engine does not tell a program that its terminal is gone, and shells would gather in the container. So one is
 * asked to end as a person would: whatever it runs is interrupted, and its input ends.
 */
export function hangingUp(session: TerminalSession): TerminalSession {
  return {
    ...session,
    close() {
      session.write("\x03\x04");
      setTimeout(() => session.close(), partingMs);
    },
  };
}
