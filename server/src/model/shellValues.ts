import { type ParsedScript, walkSyntax } from "./shellSyntax";
import { knownValue } from "./shellWords";

/** What a script itself puts into its variables, in the order of the text; undefined for what only running it tells. */
export function shellValues(script: ParsedScript): ReadonlyMap<string, readonly (string | undefined)[]> {
  const values = new Map<string, (string | undefined)[]>();
  const add = (name: string, ...more: (string | undefined)[]) => {
    const known = values.get(name);
    if (known === undefined) values.set(name, more);
    else known.push(...more);
  };
  walkSyntax(script, (node) => {
    if (node.type === "Assignment") {
      const known = node.value.type === "Word" && !node.append ? knownValue(node.value) : undefined;
      add(node.name, known);
    } else if (node.type === "For") {
      add(node.name.text, ...(node.wordlist?.map(knownValue) ?? [undefined]));
    } else if (node.type === "Command" && READS.has(node.name?.text ?? "")) {
      for (const { text } of node.args) if (/^[A-Za-z_]\w*$/.test(text)) add(text, undefined);
    }
  });
  return values;
}

const READS = new Set(["read", "getopts", "mapfile", "readarray"]);
