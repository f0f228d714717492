import type { ShellScript } from "../../model/shell";
import { childrenOf, type SyntaxNode } from "../../model/shellSyntax";
import type { Span } from "./span";

/**
 * The words of a shell script, quotes and all, by offsets of its text: blanks outside of them mean nothing to the shell.
 * Commands in `$(…)` are taken apart as well. Undefined where the text could not be read, so that any blank may matter.
 */
export function scriptSpans({ ast, errors, text, shell }: ShellScript): Span[] | undefined {
  if (ast === undefined || errors.length > 0) return undefined;
  // A backslash in `$'…'` escapes a quote in one shell and not in the next; `${ …` is a command to few and wrong to most.
  if ((text.includes("$'") && shell !== "bash") || /\$\{[ \t]/.test(text)) return undefined;
  const spans: Span[] = [];
  // Its own stack: a text may nest deeper than calls can.
  const waiting: SyntaxNode[] = [ast];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "Word") cutWord(node, spans, waiting);
    else if (node.type === "Assignment") {
      const { value } = node;
      if (value.type === "Word") cutWord(node, spans, waiting);
      else {
        spans.push({ start: node.pos, end: value.pos });
        for (const element of value.elements) waiting.push(element);
      }
    } else if (OF_ONE_PIECE.has(node.type)) spans.push({ start: node.pos, end: node.end });
    else for (const child of childrenOf(node)) waiting.push(child);
  }
  return spans.sort((a, b) => a.start - b.start);
}

const OF_ONE_PIECE: ReadonlySet<string> = new Set(["ArithmeticCommand", "ArithmeticFor", "HereDoc"]);

/** A word is one span, but for the scripts of its substitutions, which wait for their own turn. */
function cutWord(
  word: SyntaxNode & { pos: number; end: number },
  spans: Span[],
  waiting: SyntaxNode[],
): void {
  let start = word.pos;
  for (const { opening, closing, script } of substitutionsIn(word)) {
    spans.push({ start, end: opening });
    waiting.push(script);
    start = closing;
  }
  spans.push({ start, end: word.end });
}

interface Substitution {
  /** Offset behind `$(`. */
  readonly opening: number;
  /** Offset of the `)`. */
  readonly closing: number;
  readonly script: SyntaxNode;
}

/** The outermost ones whose scripts count their offsets in the same text, in order. */
function substitutionsIn(word: SyntaxNode): Substitution[] {
  return childrenOf(word).flatMap((part): Substitution[] => {
    if (part.type === "CommandExpansion" || part.type === "ProcessSubstitution") {
      const { script, pos, end, text } = part;
      if (script === undefined || script.source !== undefined || text.startsWith("`")) return [];
      return (script.errors ?? []).length > 0 ? [] : [{ opening: pos + 2, closing: end - 1, script }];
    }
    return part.type === "Word" || part.type === "DoubleQuoted" ? substitutionsIn(part) : [];
  });
}
