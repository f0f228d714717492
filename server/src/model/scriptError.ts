import type { ShellScript } from "./shell";
import { childrenOf, type ParsedScript, type SyntaxNode, walkSyntax } from "./shellSyntax";

/** The first thing in a script that no shell can read, by offsets of its text. */
export interface ScriptError {
  /**
   * - `unclosed`: a quote, a bracket or a keyword such as `if` that `word` would close.
   * - `missing`: `word`, such as `then`, has to stand here.
   * - `no command`, `no file`: nothing stands behind the operator or keyword.
   * - `unexpected`: the token cannot stand here.
   */
  readonly kind: "unclosed" | "missing" | "no command" | "no file" | "unexpected";
  readonly start: number;
  readonly end: number;
  /** As written there. */
  readonly text: string;
  /** What is missing, where that is one word. */
  readonly word?: string;
}

/**
 * Undefined where the script can be read, and where it is not certain that it cannot: the parser reads it as bash, and
 * dash takes some forms that bash does not. What is told here was compared with what bash, dash and BusyBox say of some
 * thousands of broken scripts.
 */
export function scriptError({ ast, text }: ShellScript): ScriptError | undefined {
  if (ast === undefined) return undefined;
  const errors: { readonly message: string; readonly pos: number }[] = [];
  walkSyntax(ast, (node) => {
    if (node.type === "Script") errors.push(...((node as ParsedScript).errors ?? []));
  });
  errors.sort((a, b) => a.pos - b.pos);
  const [first, second] = errors;
  if (first === undefined) return undefined;
  const found =
    readMessage(first.message, first.pos, text, ast) ??
    // A quote that is open because of an expansion within it: then that one tells more.
    (second && first.message === DOUBLE_QUOTE
      ? readMessage(second.message, second.pos, text, ast)
      : undefined);
  return found && { ...found, text: text.slice(found.start, found.end) };
}

type Found = Omit<ScriptError, "text">;

function readMessage(message: string, pos: number, text: string, ast: ParsedScript): Found | undefined {
  const pair = unterminated.get(message);
  if (pair !== undefined) return unclosedPair(pair, pos, text);
  const [, closer, opener] = /^expected '(.+)' to close '?([a-z ]+?)'?$/.exec(message) ?? [];
  if (closer !== undefined && opener !== undefined) return unclosedBlock(closer, opener, text, ast);
  const word = /^expected '(then|do|in)'/.exec(message)?.[1];
  if (word !== undefined) return { kind: "missing", word, ...tokenAt(pos, text) };
  const [, after] =
    /^expected command after '(&&|\|\|?|then|else|do|if|elif|while|until)'$/.exec(message) ?? [];
  // `]]` is no command to bash, and may be one to dash.
  if (after !== undefined && !/^\s*\]\]/.test(text.slice(pos))) return behind("no command", after, pos, text);
  if (message === "expected redirect target") {
    const arrow = /[<>][<>&|]*(?=\s*$)/.exec(text.slice(0, pos))?.[0];
    return arrow === undefined ? undefined : behind("no file", arrow, pos, text);
  }
  const token = /^unexpected token '(.+)'$/s.exec(message)?.[1];
  // Between `[[` and `]]` bash has a grammar of its own, and for other shells both are words.
  // An expansion left open before it may hold it.
  if (token === undefined || token === "]]" || /\[\[|\$\(\(|\$\{\s/.test(text)) return undefined;
  return { kind: "unexpected", ...tokenAt(pos, text) };
}

const DOUBLE_QUOTE = "unterminated double quote";

const unterminated: ReadonlyMap<string, readonly [opener: string, closer: string]> = new Map([
  ["unterminated single quote", ["'", "'"]],
  [DOUBLE_QUOTE, ['"', '"']],
  ["unterminated backtick", ["`", "`"]],
  ["unterminated command substitution", ["$(", ")"]],
  ["unterminated parameter expansion", ["${", "}"]],
  ["unterminated arithmetic expansion", ["$((", "))"]],
]);

function unclosedPair(
  [opener, closer]: readonly [string, string],
  pos: number,
  text: string,
): Found | undefined {
  if (!text.startsWith(opener, pos)) return undefined;
  const rest = text.slice(pos + opener.length);
  // What stands in an expansion within double quotes is quoted otherwise by each shell.
  const isClear =
    opener === "${"
      ? !rest.includes("}")
      : opener !== '"' || !/`|\$[({]/.test(rest.replace(/\$\{\w+\}/g, ""));
  return isClear ? { kind: "unclosed", word: closer, start: pos, end: pos + opener.length } : undefined;
}

/** The innermost block that its own closing word does not end. */
function unclosedBlock(word: string, name: string, text: string, ast: ParsedScript): Found | undefined {
  const opener = name === "subshell" ? "(" : name === "brace group" ? "{" : name;
  const type = blockTypes.get(opener);
  let innermost: SyntaxNode | undefined;
  walkSyntax(ast, (node) => {
    if (!type?.includes(node.type) || !text.startsWith(opener, node.pos)) return;
    const contentEnd = Math.max(node.pos, ...childrenOf(node).map(({ end }) => end));
    const isClosed = text.slice(0, node.end).endsWith(word) && contentEnd <= node.end - word.length;
    if (!isClosed && (innermost === undefined || node.pos > innermost.pos)) innermost = node;
  });
  return innermost && { kind: "unclosed", word, start: innermost.pos, end: innermost.pos + opener.length };
}

const blockTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["(", ["Subshell"]],
  ["{", ["BraceGroup"]],
  ["case", ["Case"]],
  ["for", ["For", "ArithmeticFor"]],
  ["if", ["If"]],
  ["until", ["While"]],
  ["while", ["While"]],
]);

/** The token that stands there, or the last one where the script ends. */
function tokenAt(pos: number, text: string): { readonly start: number; readonly end: number } {
  const token = /^(?:&&|\|\||;;&?|;&|[;&|()<>\n]|[^\s;&|()<>]+)/.exec(text.slice(pos))?.[0];
  if (token !== undefined) return { start: pos, end: pos + token.length };
  const last = /(?:[;&|()<>]|[^\s;&|()<>]+)(?=\s*$)/.exec(text);
  return last === null
    ? { start: 0, end: text.length }
    : { start: last.index, end: last.index + last[0].length };
}

function behind(kind: Found["kind"], word: string, pos: number, text: string): Found | undefined {
  const start = text.lastIndexOf(word, pos - 1);
  return start < 0 ? undefined : { kind, start, end: start + word.length };
}
