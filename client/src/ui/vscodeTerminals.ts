import * as vscode from "vscode";
import type { TerminalSession } from "../engine/terminal";
import { plainLabel, plainText } from "./plainText";
import type { TerminalProgram } from "./ui";

/** Shows a program that runs in a container in one of the editor's terminals. */
export function openTerminal(
  program: TerminalProgram,
  onFailed: (error: unknown, doing: string) => void,
): void {
  const name = plainLabel(program.name);
  const pty = terminalOf(program, (error) => onFailed(error, name));
  vscode.window.createTerminal({ name, pty, iconPath: new vscode.ThemeIcon("terminal") }).show();
}

/** The same for whoever makes the terminal, such as a task. */
export function terminalOf(
  { start, atEnd }: Omit<TerminalProgram, "name">,
  onFailed: (error: unknown) => void,
): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  let session: TerminalSession | undefined;
  let typedBefore = "";
  let over: { readonly exitCode: number } | undefined;
  let isClosed = false;

  const end = (exitCode: number, words: string) => {
    if (isClosed) return;
    if (atEnd === "close" || (atEnd === "close where it went well" && exitCode === 0)) {
      closed.fire(exitCode);
      return;
    }
    over = { exitCode };
    // The terminal's attributes may be the program's still.
    written.fire(`\x1b[0m\r\n${plainText(words)} Press any key to close this terminal.\r\n`);
  };

  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open(dimensions) {
      const size = { columns: dimensions?.columns ?? 80, rows: dimensions?.rows ?? 24 };
      start({ size, print: (text) => written.fire(text) })
        .then((opened) => {
          session = opened;
          if (isClosed) opened.close();
          else if (typedBefore !== "") opened.write(typedBefore);
          return opened.ended;
        })
        .then(
          (exitCode) => end(exitCode, `Ended with exit code ${exitCode}.`),
          (error) => {
            if (isClosed) return;
            onFailed(error);
            end(1, "It could not go on.");
          },
        );
    },
    close() {
      isClosed = true;
      session?.close();
    },
    handleInput(text) {
      if (over) closed.fire(over.exitCode);
      else if (session) session.write(text);
      else typedBefore += text;
    },
    setDimensions(size) {
      void session?.resize(size);
    },
  };
}
