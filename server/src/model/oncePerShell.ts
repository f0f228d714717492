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
    const kept = holder.last;
    // A shell is nearly always the very array of the time before, so that its words need not be compared.
    if (kept?.shell === shell) return kept.value;
    if (kept === undefined) {
      const value = compute(instruction, shell);
      holder.last = { shell, value, byWords: undefined };
      return value;
    }
    kept.byWords ??= new Map([[shellKey(kept.shell), kept.value]]);
    const words = shellKey(shell);
    if (!kept.byWords.has(words)) kept.byWords.set(words, compute(instruction, shell));
    kept.shell = shell;
    // The map has it by now.
    kept.value = kept.byWords.get(words) as Value;
    return kept.value;
  };
}

interface Kept<Value> {
  /** The one that was asked about last, and its answer. */
  shell: readonly string[];
  value: Value;
  /** Most instructions are read by one shell alone. */
  byWords: Map<string, Value> | undefined;
}
