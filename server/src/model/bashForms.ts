import { bashCommands } from "./bashCommands";
import { bashExpansions } from "./bashExpansions";
import type { BashForm } from "./bashForm";
import { bashSyntax } from "./bashSyntax";
import { oncePer } from "./oncePer";
import { type ParsedScript, type SyntaxNode, walkSyntax } from "./shellSyntax";

/** What of a script only bash and its kin understand, in the order of the text. Found once for a script. */
export const bashForms = oncePer((script: ParsedScript): readonly BashForm[] => {
  const found: BashForm[] = [];
  const functions = new Set<string>();
  const assigned = new Set<string>();
  walkSyntax(script, (node) => {
    if (node.type === "Function") functions.add(node.name.text);
    if (node.type === "Assignment") assigned.add(node.name);
    if (node.type === "For" || node.type === "Select") assigned.add(node.name.text);
  });
  const names = { functions, assigned };
  walkSyntax(script, (node: SyntaxNode) => {
    found.push(...bashSyntax(node), ...bashExpansions(node, names), ...bashCommands(node, names));
  });
  return found.sort((a, b) => a.start - b.start);
});
