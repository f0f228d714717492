import type { Instruction } from "./instruction";

/**
 * Remembers what was worked out for an instruction and the shell that reads it, for as long as somebody holds the
 * instruction. Asked with `atZero`, the answer stays while the text does.
 */
export function oncePerShell<Value>(
  compute: (instruction: Instruction, shell: readonly string[]) => Value,
): (instruction: Instruction, shell: readonly string[]) => Value {
  const known = new WeakMap<Instruction, Kept<Value>>();
  return (instruction, shell) => {
    let kept = known.get(instruction);
    // A shell is nearly always the very array of the time before, so that its words need not be compared.
    if (kept?.shell === shell) return kept.value;
    const byWords = kept?.byWords ?? new Map<string, Value>();
    const words = shell.join("\0");
    if (!byWords.has(words)) byWords.set(words, compute(instruction, shell));
    // The map has it by now.
    kept = { shell, value: byWords.get(words) as Value, byWords };
    known.set(instruction, kept);
    return kept.value;
  };
}

interface Kept<Value> {
  /** The one that was asked about last, and its answer. */
  readonly shell: readonly string[];
  readonly value: Value;
  readonly byWords: Map<string, Value>;
}
