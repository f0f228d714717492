import type { ContainersApi } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import type { TerminalScreen, TerminalSession, TerminalSize } from "../../../client/src/engine/terminal";
import { runProgram } from "./shell";
import { type EngineState, findContainer, type StoredContainer } from "./state";

/** Terminals in containers: a shell that reads lines, or another program that is only watched. */
export function inMemoryTerminals(state: EngineState): Pick<ContainersApi, "openTerminal" | "attach"> {
  return {
    openTerminal: (name, command, screen) =>
      state.answer(() => {
        const container = findContainer(state, name);
        if (container.state !== "running")
          throw new EngineError("conflict", `Container ${name} is not running`);
        const seat = sitDown(state, screen);
        runAt(container, command, seat);
        return seat.session;
      }),

    attach: (name, screen) =>
      state.answer(() => {
        const container = findContainer(state, name);
        const seat = sitDown(state, screen);
        let told = container.log.length;
        const watcher = () => {
          for (; told < container.log.length; told++) screen.print(container.log[told]?.chunk.text ?? "");
          if (container.state !== "exited") return;
          container.watchers.delete(watcher);
          seat.end(container.exitCode ?? 0);
        };
        container.watchers.add(watcher);
        runAt(container, ["sh"], { ...seat, end: (exitCode) => container.end?.(exitCode) });
        return seat.session;
      }),
  };
}

interface Seat {
  readonly session: TerminalSession;
  readonly size: () => TerminalSize;
  readonly signal: AbortSignal;
  print(text: string): void;
  onLine(listener: (line: string) => void): void;
  end(exitCode: number): void;
}

/** A terminal shows what is typed, begins its lines at the left, and hands over whole lines. */
function sitDown(state: EngineState, screen: TerminalScreen): Seat {
  let { size } = screen;
  let typed = "";
  let listener: (line: string) => void = () => undefined;
  const closing = new AbortController();
  let end: (exitCode: number) => void = () => undefined;
  const over = new Promise<number>((resolve) => {
    end = resolve;
  });
  const ended = state.answer((interrupted) => Promise.race([interrupted, over]), closing.signal);
  ended.catch(() => undefined);
  const print = (text: string) => screen.print(text.replaceAll("\n", "\r\n"));
  const session: TerminalSession = {
    ended,
    close: () => closing.abort(),
    async resize(next) {
      size = next;
    },
    write(text) {
      for (const letter of text) {
        if (letter !== "\r") {
          typed += letter;
          screen.print(letter);
          continue;
        }
        print("\n");
        const line = typed;
        typed = "";
        listener(line);
      }
    },
  };
  return {
    session,
    print,
    size: () => size,
    signal: closing.signal,
    end: (exitCode) => end(exitCode),
    onLine(next) {
      listener = next;
    },
  };
}

function runAt(container: StoredContainer, command: readonly string[], seat: Seat): void {
  const run = (words: readonly string[]) =>
    runProgram(words, {
      changes: container.changes,
      signal: seat.signal,
      unpaused: async () => undefined,
      write: (_source, text) => seat.print(text),
    });
  const isShell = /(?:^|\/)sh$/.test(command[0] ?? "") && command.length === 1;
  if (!isShell) {
    run(command).then(seat.end, () => seat.end(137));
    return;
  }
  seat.onLine((line) => {
    const exit = /^exit(?: (\d+))?$/.exec(line);
    if (exit) return seat.end(Number(exit[1] ?? 0));
    if (line === "stty size") return seat.print(`${seat.size().rows} ${seat.size().columns}\n`);
    void run(["sh", "-c", line]);
  });
}
