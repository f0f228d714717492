import { baseName } from "./baseName";
import { type InnerScript, innerScript, type ScriptInput } from "./innerScript";
import { type ShellWrapper, shellWrappers } from "./shellWrappers";
import type { FoundWord, WrittenWord } from "./writtenWord";

export interface FoundAssignment {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What the words of a command say: what runs, and through which wrappers. */
export interface CommandWords {
  readonly name: string | undefined;
  readonly nameWord: FoundWord | undefined;
  readonly words: readonly FoundWord[];
  readonly assignments: readonly FoundAssignment[];
  /** The words that name the wrappers it runs through. */
  readonly wrappers: readonly FoundWord[];
  /** The script that it hands to another shell. */
  readonly inner: InnerScript | undefined;
}

/** `input`: the heredoc that the command reads, undefined for none. */
export function readCommandWords(
  written: readonly WrittenWord[],
  input: ScriptInput | undefined,
): CommandWords {
  const { at, wrappers, assignments } = unwrap(written);
  const nameWord = written[at];
  const words = written.slice(at + 1);
  const program = nameWord?.value;
  return {
    name: program === undefined ? undefined : baseName(program),
    nameWord,
    words,
    assignments,
    wrappers,
    inner: program === undefined ? undefined : innerScript(program, words, input),
  };
}

/** `NAME=value`, `NAME+=value` or `NAME[index]=value`. */
export function assignmentOf(text: string, start: number): FoundAssignment {
  const name = /^[^=[+]*/.exec(text)?.[0] ?? "";
  const equals = text.indexOf("=");
  return { name, value: equals < 0 ? "" : text.slice(equals + 1), start, end: start + text.length };
}

interface Unwrapped {
  readonly at: number;
  readonly wrappers: readonly FoundWord[];
  readonly assignments: readonly FoundAssignment[];
}

/** Steps over wrappers such as sudo to the word that names what runs. A wrapper without a command names itself. */
function unwrap(written: readonly WrittenWord[]): Unwrapped {
  const wrappers: FoundWord[] = [];
  const assignments: FoundAssignment[] = [];
  let at = 0;
  for (;;) {
    const word = written[at];
    const wrapper = shellWrappers.get(baseName(word?.value ?? ""));
    if (word === undefined || wrapper === undefined) break;
    const inside = commandInside(written, at + 1, wrapper);
    if (inside.at >= written.length) break;
    wrappers.push(word);
    assignments.push(...inside.assignments);
    at = inside.at;
  }
  return { at, wrappers, assignments };
}

function commandInside(
  written: readonly WrittenWord[],
  start: number,
  { optionsWithValue, optionsThatAsk, operands, takesAssignments }: ShellWrapper,
): { at: number; assignments: FoundAssignment[] } {
  const assignments: FoundAssignment[] = [];
  let at = start;
  for (; at < written.length; at++) {
    const text = written[at]?.text ?? "";
    if (optionsThatAsk?.includes(text)) return { at: written.length, assignments: [] };
    if (optionsWithValue.includes(text)) at++;
    else if (text === "--" || !/^-./.test(text)) break;
  }
  if (written[at]?.text === "--") at++;
  for (; takesAssignments && at < written.length; at++) {
    const word = written[at];
    if (word === undefined || !/^[A-Za-z_]\w*=/.test(word.text)) break;
    assignments.push(assignmentOf(word.text, word.start));
  }
  return { at: at + operands, assignments };
}
