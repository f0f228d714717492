import { forEachChild, type ParsedScript, type SyntaxNode } from "unbash";
import { oncePer } from "./oncePer";

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
  for (const node of root.type === "Script" ? nodesOf(root) : gathered(root)) visit(node);
}

// A dozen of those who look at a script want to see all of it.
const nodesOf = oncePer(gathered);

function gathered(root: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  // Its own stack: a text may nest deeper than calls can.
  const waiting: SyntaxNode[] = [root];
  const children: SyntaxNode[] = [];
  const add = (child: SyntaxNode): void => {
    if (!hasOtherText(child)) children.push(child);
  };
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    eachChild(node, add);
    // From the last on, so that the first is taken off first.
    for (let child = children.pop(); child !== undefined; child = children.pop()) waiting.push(child);
  }
  return found;
}

/** Direct children, those that are read on first use too. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  eachChild(node, (child) => void children.push(child));
  return children;
}

function eachChild(node: SyntaxNode, visit: (child: SyntaxNode) => void): void {
  try {
    forEachChild(node, visit);
  } catch (error) {
    // unbash reads substitutions and arithmetic when they are asked for, and may run out of stack on thousands of levels.
    if (!(error instanceof RangeError)) throw error;
  }
}

function hasOtherText(node: SyntaxNode): boolean {
  return node.type === "Script" && (node as ParsedScript).source !== undefined;
}
