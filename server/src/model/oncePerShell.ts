import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { shellKey } from "./shellKey";

/**
 * Remembers what was worked out for an instruction and the shell that reads it, for as long as somebody holds the
 * instruction. Asked with `atZero`, the answer stays while the text does.
 */
export function oncePerShell<Value>(
  compute: (instruction: Instruction, shell: readonly string[]) => Value,
): (instruction: Instruction, shell: readonly string[]) => Value {
  const keptFor = oncePer((_: Instruction): { last: Kept<Value> | undefined } => ({ last: undefined }));
  return (instruction, shell) => {
    const holder = keptFor(instruction);
    const { last } = holder;
    // A shell is nearly always the very array of the time before, so that its words need not be compared.
    if (last?.shell === shell) return last.value;
    if (last === undefined) {
      const value = compute(instruction, shell);
      holder.last = { shell, value, byWords: undefined };
      return value;
    }
    last.byWords ??= new Map([[shellKey(last.shell), last.value]]);
    const words = shellKey(shell);
    if (!last.byWords.has(words)) last.byWords.set(words, compute(instruction, shell));
    last.shell = shell;
    // The map has it by now.
    last.value = last.byWords.get(words) as Value;
    return last.value;
  };
}

interface Kept<Value> {
  /** The one that was asked about last, and its answer. */
  shell: readonly string[];
  value: Value;
  /** Most instructions are read by one shell alone. */
  byWords: Map<string, Value> | undefined;
}
