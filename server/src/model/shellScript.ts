import type { Range } from "vscode-languageserver-types";
import { derivedText, type LogicalText, movedDown, sourceOffsets } from "./logicalText";
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
  return new PlacedScript(source);
}

/** A class, since V8 gives each object literal that has a getter a shape of its own, which makes every access slow. */
class PlacedScript implements ShellScript {
  readonly shell: string | undefined;
  readonly invocation: readonly string[];
  readonly form: ShellScript["form"];
  readonly writing: Writing;
  readonly logical: LogicalText;
  readonly text: string;
  readonly #source: ScriptSource;
  #nested: readonly ShellScript[] | undefined;
  #commands: readonly ShellCommand[] | undefined;

  constructor(source: ScriptSource) {
    this.shell = source.shell;
    this.invocation = source.invocation;
    this.form = source.form;
    this.writing = source.writing;
    this.logical = source.logical;
    this.text = source.logical.text;
    this.#source = source;
  }

  get ast(): ShellScript["ast"] {
    return this.#source.read().ast;
  }

  get commands(): readonly ShellCommand[] {
    this.#commands ??= allCommands(this.#source, this.nested);
    return this.#commands;
  }

  get nested(): readonly ShellScript[] {
    this.#nested ??= nestedScripts(this.#source);
    return this.#nested;
  }

  get errors(): ShellScript["errors"] {
    return this.#source.read().errors.map(({ message, at }) => ({
      message,
      range: this.rangeOf(Math.min(at, this.text.length), at + 1),
    }));
  }

  rangeOf(start: number, end: number): Range {
    return this.logical.rangeOf(start, Math.min(end, this.text.length));
  }
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
