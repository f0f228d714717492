import { baseName } from "./baseName";
import type { LogicalText, SourceOffsets } from "./logicalText";
import type { ShellCommand, ShellRedirection, ShellWord } from "./shell";
import type { FoundCommand } from "./shellCommands";
import type { Redirection } from "./shellSyntax";
import { knownValue } from "./shellWords";
import type { FoundWord } from "./writtenWord";

/** A command with its ranges in the document. */
export function placeCommand(
  command: FoundCommand,
  logical: LogicalText,
  shell: string | undefined,
): ShellCommand {
  const { node, name, nameWord, start, end, words, assignments, wrappers, operatorBefore, isFed } = command;
  const { start: nameStart, end: nameEnd } = nameWord ?? { start, end };
  return {
    name,
    nameText: nameWord?.text ?? "",
    nameRange: logical.rangeOf(nameStart, nameEnd),
    nameStart,
    nameEnd,
    words: words.map((word) => placeWord(word, logical)),
    range: logical.rangeOf(start, end),
    start,
    end,
    assignments: assignments.map((assignment) => ({
      name: assignment.name,
      value: assignment.value,
      range: logical.rangeOf(assignment.start, assignment.end),
    })),
    redirections: (node?.redirects ?? []).map((redirection) => placeRedirection(redirection, logical)),
    wrappers: wrappers.map((word) => ({
      name: baseName(word.value ?? word.text),
      range: logical.rangeOf(word.start, word.end),
    })),
    operatorBefore,
    isFed,
    shell,
    node,
  };
}

/** The same with its offsets in the text around its script; ranges are in the document and stay. */
export function withOffsets(command: ShellCommand, { before, behind }: SourceOffsets): ShellCommand {
  const { start, end, nameStart, nameEnd, words } = command;
  const last = (offset: number, from: number): number =>
    offset > from ? behind(offset - 1) : before(offset);
  return {
    ...command,
    start: before(start),
    end: last(end, start),
    nameStart: before(nameStart),
    nameEnd: last(nameEnd, nameStart),
    words: words.map((word) => ({ ...word, start: before(word.start), end: last(word.end, word.start) })),
  };
}

function placeWord({ text, value, start, end }: FoundWord, logical: LogicalText): ShellWord {
  return { text, value, start, end, range: logical.rangeOf(start, end) };
}

function placeRedirection(redirection: Redirection, logical: LogicalText): ShellRedirection {
  const { operator, descriptor, pos, end } = redirection;
  const target = redirection.type === "HereDoc" ? undefined : redirection.target;
  return {
    operator,
    fileDescriptor: descriptor?.type === "FileDescriptor" ? descriptor.value : undefined,
    target:
      target &&
      placeWord(
        { text: target.text, value: knownValue(target), start: target.pos, end: target.end },
        logical,
      ),
    range: logical.rangeOf(pos, end),
  };
}
