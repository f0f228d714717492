import { type Command, childrenOf, type ParsedScript, type SyntaxNode } from "./shellSyntax";

/**
 * The commands of a script that run once and in its order, whatever is in its variables: `top` for those of its own
 * lists, `subshell` for those within parentheses. What stands in loops, conditions, functions, pipes and substitutions
 * is left out, and so is what runs in the background.
 */
export function plainCommands(script: ParsedScript | undefined): ReadonlyMap<Command, "top" | "subshell"> {
  const found = new Map<Command, "top" | "subshell">();
  const waiting: { node: SyntaxNode; within: "top" | "subshell" }[] =
    script === undefined ? [] : [{ node: script, within: "top" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, within } = next;
    if (node.type === "Command") found.set(node, within);
    if (!LISTS.has(node.type) || (node.type === "Statement" && node.background)) continue;
    const inside = node.type === "Subshell" ? "subshell" : within;
    for (const child of childrenOf(node)) waiting.push({ node: child, within: inside });
  }
  return found;
}

const LISTS: ReadonlySet<string> = new Set([
  "Script",
  "CompoundList",
  "Statement",
  "AndOr",
  "Subshell",
  "BraceGroup",
  "Redirected",
]);
