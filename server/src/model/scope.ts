import type { Known } from "./evaluate";
import { firstWhere } from "./firstWhere";
import type { Instruction } from "./instruction";
import type { VariableDefinition } from "./variables";

/** A definition in force, with what is known of its value. */
export interface Binding {
  readonly definition: VariableDefinition;
  readonly known: Known;
}

/** The variables of one stage, or the global arguments: filled in the document's order, asked for any place in it. */
export interface Scope {
  bind(binding: Binding): void;
  /** What is in force before an instruction; without one, at the end. */
  find(name: string, before?: Instruction): Binding | undefined;
  /** Whether nothing else can set a variable, as on scratch. An image brings variables that the Dockerfile does not show. */
  readonly isComplete: boolean;
}

/** A stage that starts from an earlier one inherits what that one ends with. */
export function newScope(parent: Scope | undefined, { isComplete }: { readonly isComplete: boolean }): Scope {
  const bindings = new Map<string, Binding[]>();
  // The parent is finished, so its answers stay the same. Kept here, a chain of many stages is walked once for a name.
  const inherited = new Map<string, Binding | undefined>();

  function findInherited(name: string): Binding | undefined {
    if (parent === undefined) return undefined;
    if (!inherited.has(name)) inherited.set(name, parent.find(name));
    return inherited.get(name);
  }

  return {
    isComplete,
    bind(binding) {
      const { name } = binding.definition;
      const earlier = bindings.get(name);
      if (earlier === undefined) bindings.set(name, [binding]);
      else earlier.push(binding);
    },
    find(name, before) {
      const own = bindings.get(name);
      const last = before === undefined ? own?.at(-1) : own && lastBefore(own, before);
      return last ?? findInherited(name);
    },
  };
}

/** Halves the search: they were bound in the document's order, and a name may be given thousands of times. */
function lastBefore(bindings: readonly Binding[], { firstLine }: Instruction): Binding | undefined {
  return bindings[
    firstWhere(bindings, ({ definition }) => definition.instruction.firstLine >= firstLine) - 1
  ];
}
