import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from "vscode-textmate";

const root = join(__dirname, "..", "..", "..");
const syntaxes = join(root, "syntaxes");
const ours: Readonly<Record<string, string>> = {
  "source.dockerfile.drydock": join(syntaxes, "dockerfile.tmLanguage.json"),
  "source.dockerignore.drydock": join(syntaxes, "dockerignore.tmLanguage.json"),
};

export interface Token {
  readonly text: string;
  /** Innermost last. The language's own scope and the suffix `.dockerfile` are left out. */
  readonly scopes: readonly string[];
}

/** Tokenizes with VS Code's own engine, line by line, as the editor does: without line breaks. */
export async function tokenize(text: string, scopeName = "source.dockerfile.drydock"): Promise<Token[][]> {
  const grammar = await grammarOf(scopeName);
  let state = INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).map((scope) => scope.replace(/(?<!^meta\.embedded\.block)\.dockerfile$/, "")),
      }))
      .filter(({ text }) => text !== "");
  });
}

const grammars = new Map<string, Promise<IGrammar>>();
let registry: Registry | undefined;

function grammarOf(scopeName: string): Promise<IGrammar> {
  let grammar = grammars.get(scopeName);
  if (grammar === undefined) {
    grammar = loadGrammar(scopeName);
    grammars.set(scopeName, grammar);
  }
  return grammar;
}

async function loadGrammar(scopeName: string): Promise<IGrammar> {
  registry ??= new Registry({
    onigLib: loadEngine(),
    loadGrammar: async (wanted) => readGrammar(wanted),
    getInjections: (wanted) => (wanted === "source.ignore" ? ["source.dockerignore.drydock"] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`No grammar of scope ${scopeName}.`);
  return grammar;
}

async function loadEngine() {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
  return {
    createOnigScanner: (patterns: string[]) => createOnigScanner(patterns),
    createOnigString: (text: string) => createOnigString(text),
  };
}

function readGrammar(scopeName: string): IRawGrammar {
  const path = ours[scopeName];
  if (path !== undefined && existsSync(path)) return parseRawGrammar(readFileSync(path, "utf8"), path);
  return standIn(scopeName);
}

/**
 * For a language that VS Code brings: a grammar that marks each line, and that opens a string at a quote which only
 * another quote closes, on whatever line. It is the worst guest there can be: what it opens must never leave its heredoc.
 */
function standIn(scopeName: string): IRawGrammar {
  const language = scopeName.split(".").at(-1) ?? scopeName;
  const rules =
    scopeName === "source.ignore"
      ? [{ match: "^#.*", name: "comment.line.ignore" }]
      : [
          { begin: '"', end: '"', name: `string.quoted.${language}` },
          { match: String.raw`[^"\s]+`, name: `word.${language}` },
        ];
  return parseRawGrammar(JSON.stringify({ scopeName, patterns: rules }), "standIn.json");
}
