import { derivedText, type LogicalText, movedDown, sourceOffsets } from "./logicalText";
import { once } from "./once";
import { placeCommand, withOffsets } from "./placeCommand";
import type { ReadScript } from "./readScript";
import { type Writing, writingWithin } from "./scriptWriting";
import type { ShellCommand, ShellScript } from "./shell";
import { shellName } from "./shellName";

export interface ScriptSource {
  readonly shell: string | undefined;
  readonly invocation: readonly string[];
  readonly form: ShellScript["form"];
  readonly writing: Writing;
  readonly logical: LogicalText;
  /** Gives the same answer each time: shared with copies elsewhere in the document. */
  readonly read: () => ReadScript;
}

/** A script at its place, read when somebody asks for more than its text. */
export function shellScript(source: ScriptSource): ShellScript {
  const { shell, invocation, form, writing, logical, read } = source;
  const nested = once(() => nestedScripts(source));
  const commands = once(() => allCommands(source, nested()));
  const rangeOf = (start: number, end: number) => logical.rangeOf(start, Math.min(end, logical.text.length));
  const errors = once(() =>
    read().errors.map(({ message, at }) => ({
      message,
      range: rangeOf(Math.min(at, logical.text.length), at + 1),
    })),
  );
  return {
    shell,
    invocation,
    form,
    writing,
    logical,
    text: logical.text,
    rangeOf,
    get ast() {
      return read().ast;
    },
    get commands() {
      return commands();
    },
    get nested() {
      return nested();
    },
    get errors() {
      return errors();
    },
  };
}

/** The same some lines further down. */
export function movedSource(source: ScriptSource, lines: number): ScriptSource {
  return { ...source, logical: movedDown(source.logical, lines) };
}

function nestedScripts({ logical, writing: around, read }: ScriptSource): ShellScript[] {
  return read().nested.map(({ invocation, runs, writing, read: readInner }) =>
    shellScript({
      shell: shellName(invocation[0] ?? ""),
      invocation,
      form: "nested",
      writing: writingWithin(around, writing),
      logical: derivedText(logical, runs),
      read: readInner,
    }),
  );
}

function allCommands({ logical, shell, read }: ScriptSource, nested: readonly ShellScript[]): ShellCommand[] {
  const own = read().commands.map((command) => placeCommand(command, logical, shell));
  const inner = nested.flatMap(({ commands }, index) => {
    const offsets = sourceOffsets(read().nested[index]?.runs ?? []);
    return commands.map((command) => withOffsets(command, offsets));
  });
  return inner.length === 0 ? own : [...own, ...inner].sort((a, b) => a.start - b.start);
}
