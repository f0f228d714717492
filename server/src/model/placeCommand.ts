import type { Range } from "vscode-languageserver-types";
import { baseName } from "./baseName";
import type { LogicalText, SourceOffsets } from "./logicalText";
import type { ShellAssignment, ShellCommand, ShellRedirection, ShellWord, ShellWrapperName } from "./shell";
import type { FoundCommand } from "./shellCommands";
import type { Redirection } from "./shellSyntax";
import { knownValue } from "./shellWords";
import type { FoundWord } from "./writtenWord";

/** A command with its ranges in the document, each worked out when it is asked for: most rules only look at the names. */
export function placeCommand(
  command: FoundCommand,
  logical: LogicalText,
  shell: string | undefined,
): ShellCommand {
  return new PlacedCommand(command, logical, shell, undefined);
}

/** The same with its offsets in the text around its script; ranges are in the document and stay. */
export function withOffsets(command: ShellCommand, offsets: SourceOffsets): ShellCommand {
  return command instanceof PlacedCommand ? command.within(offsets) : command;
}

/** Offsets of the text around the script come from the innermost script to the outermost. */
type Around = readonly SourceOffsets[] | undefined;

class PlacedCommand implements ShellCommand {
  readonly name: string | undefined;
  readonly nameText: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly start: number;
  readonly end: number;
  readonly operatorBefore: ShellCommand["operatorBefore"];
  readonly isFed: boolean;
  readonly shell: string | undefined;
  readonly node: ShellCommand["node"];
  readonly #found: FoundCommand;
  readonly #logical: LogicalText;
  readonly #around: Around;
  #words: readonly ShellWord[] | undefined;
  #range: Range | undefined;
  #nameRange: Range | undefined;

  constructor(found: FoundCommand, logical: LogicalText, shell: string | undefined, around: Around) {
    const name = found.nameWord ?? found;
    this.name = found.name;
    this.nameText = found.nameWord?.text ?? "";
    this.nameStart = startWithin(name, around);
    this.nameEnd = endWithin(name, around);
    this.start = startWithin(found, around);
    this.end = endWithin(found, around);
    this.operatorBefore = found.operatorBefore;
    this.isFed = found.isFed;
    this.shell = shell;
    this.node = found.node;
    this.#found = found;
    this.#logical = logical;
    this.#around = around;
  }

  get words(): readonly ShellWord[] {
    this.#words ??= this.#found.words.map((word) => new PlacedWord(word, this.#logical, this.#around));
    return this.#words;
  }

  get range(): Range {
    this.#range ??= this.#logical.rangeOf(this.#found.start, this.#found.end);
    return this.#range;
  }

  get nameRange(): Range {
    const { start, end } = this.#found.nameWord ?? this.#found;
    this.#nameRange ??= this.#logical.rangeOf(start, end);
    return this.#nameRange;
  }

  get assignments(): readonly ShellAssignment[] {
    return this.#found.assignments.map(({ name, value, start, end }) => ({
      name,
      value,
      range: this.#logical.rangeOf(start, end),
    }));
  }

  get redirections(): readonly ShellRedirection[] {
    return (this.#found.node?.redirects ?? []).map((redirection) =>
      placeRedirection(redirection, this.#logical),
    );
  }

  get wrappers(): readonly ShellWrapperName[] {
    return this.#found.wrappers.map((word) => ({
      name: baseName(word.value ?? word.text),
      range: this.#logical.rangeOf(word.start, word.end),
    }));
  }

  within(offsets: SourceOffsets): ShellCommand {
    return new PlacedCommand(this.#found, this.#logical, this.shell, [...(this.#around ?? []), offsets]);
  }
}

class PlacedWord implements ShellWord {
  readonly text: string;
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly #found: FoundWord;
  readonly #logical: LogicalText;
  #range: Range | undefined;

  constructor(found: FoundWord, logical: LogicalText, around: Around) {
    this.text = found.text;
    this.value = found.value;
    this.start = startWithin(found, around);
    this.end = endWithin(found, around);
    this.#found = found;
    this.#logical = logical;
  }

  get range(): Range {
    this.#range ??= this.#logical.rangeOf(this.#found.start, this.#found.end);
    return this.#range;
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function startWithin({ start }: Stretch, around: Around): number {
  return around === undefined ? start : around.reduce((offset, { before }) => before(offset), start);
}

function endWithin(stretch: Stretch, around: Around): number {
  if (around === undefined) return stretch.end;
  let { start, end } = stretch;
  for (const { before, behind } of around) {
    end = end > start ? behind(end - 1) : before(end);
    start = before(start);
  }
  return end;
}

function placeRedirection(redirection: Redirection, logical: LogicalText): ShellRedirection {
  const { operator, descriptor, pos, end } = redirection;
  const target = redirection.type === "HereDoc" ? undefined : redirection.target;
  return {
    operator,
    fileDescriptor: descriptor?.type === "FileDescriptor" ? descriptor.value : undefined,
    target:
      target &&
      new PlacedWord(
        { text: target.text, value: knownValue(target), start: target.pos, end: target.end },
        logical,
        undefined,
      ),
    range: logical.rangeOf(pos, end),
  };
}
