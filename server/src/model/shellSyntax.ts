import { forEachChild, type ParsedScript, type SyntaxNode } from "unbash";

/**
 * The one door to unbash's syntax tree. Offsets count in the script's text, apart from those inside a backtick
 * substitution with escapes in it, whose own text is another; a walk leaves these out.
 */
export type {
  AndOr,
  Assignment,
  Case,
  Command,
  For,
  Function as ShellFunction,
  If,
  ParsedScript,
  Pipeline,
  Redirection,
  Statement,
  SyntaxNode,
  TestCommand,
  While,
  Word as SyntaxWord,
  WordPart,
} from "unbash";

/** Calls back for every node below and including this one, each before its children, substitutions included. */
export function walkSyntax(root: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  // Its own stack: a text may nest deeper than calls can.
  const waiting: SyntaxNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined && !hasOtherText(child)) waiting.push(child);
    }
  }
}

/** Direct children, those that are read on first use too. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  try {
    forEachChild(node, (child) => void children.push(child));
  } catch (error) {
    // unbash reads substitutions and arithmetic when they are asked for, and may run out of stack on thousands of levels.
    if (!(error instanceof RangeError)) throw error;
  }
  return children;
}

function hasOtherText(node: SyntaxNode): boolean {
  return node.type === "Script" && (node as ParsedScript).source !== undefined;
}
