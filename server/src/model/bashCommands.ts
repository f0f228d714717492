import type { BashForm, ScriptNames } from "./bashForm";
import type { ScriptEdit } from "./editScript";
import type { Command, SyntaxNode, SyntaxWord } from "./shellSyntax";
import { knownValue } from "./shellWords";

/** Commands that bash brings, and what only bash's own version of a command understands. */
export function bashCommands(node: SyntaxNode, { functions }: ScriptNames): BashForm[] {
  if (node.type !== "Command" || node.name === undefined) return [];
  const name = node.name.text;
  if (functions.has(name)) return [];
  const own = { start: node.name.pos, end: node.name.end, name };
  if (bashOnly.has(name)) return [{ kind: "command", ...own }];
  const words = node.args.flatMap((argument) => (argument.type === "Word" ? [argument] : []));
  switch (name) {
    case "source":
      return [{ kind: "source", ...own, edits: dotFor(node.name, words) }];
    case "let":
      return [{ kind: "let", ...own }];
    case "[":
    case "test":
      return words.flatMap((word, index) => ofTest(word, index, words));
    case "set":
      return ofSet(words);
    case "echo":
      return ofEcho(node, words);
    case "read":
      return ofRead(node, words);
    case "export":
      return words.filter(({ text }) => /^-\w*f/.test(text)).map((word) => at("exportFunction", word));
    case "exec":
      return words[0]?.text === "-a" ? [at("execName", words[0])] : [];
    case "printf":
      return ofPrintf(words);
    case "trap":
      return words.slice(1).flatMap(ofSignal);
    default:
      return [];
  }
}

const bashOnly = new Set([
  "compgen",
  "complete",
  "declare",
  "dirs",
  "disown",
  "mapfile",
  "popd",
  "pushd",
  "readarray",
  "shopt",
  "typeset",
]);

function at(kind: BashForm["kind"], { pos, end, text }: SyntaxWord, edits?: readonly ScriptEdit[]): BashForm {
  return { kind, start: pos, end, name: text, ...(edits && { edits }) };
}

/** A dot looks for a name without a slash in PATH only, and takes no arguments in some shells. */
function dotFor(name: SyntaxWord, words: readonly SyntaxWord[]): ScriptEdit[] {
  const [file] = words;
  if (words.length !== 1 || !file?.text.includes("/")) return [];
  return [{ start: name.pos, end: name.end, text: "." }];
}

function ofTest(word: SyntaxWord, index: number, words: readonly SyntaxWord[]): BashForm[] {
  // An operator stands between two words, or at the beginning.
  if (word.text === "==" && index > 0)
    return [at("testEquals", word, [{ start: word.pos, end: word.end, text: "=" }])];
  if (word.text === "=~" && index > 0) return [at("testPattern", word)];
  return word.text === "-v" && index === 0 && words.length > 1 ? [at("testVariable", word)] : [];
}

function ofSet(words: readonly SyntaxWord[]): BashForm[] {
  return words
    .filter(({ text }, index) => /^[-+]\w*o$/.test(words[index - 1]?.text ?? "") && bashOptions.has(text))
    .map((word) => at("setOption", word));
}

const bashOptions = new Set(["errtrace", "functrace", "pipefail"]);

function ofEcho({ name }: Command, [option, text, more]: readonly SyntaxWord[]): BashForm[] {
  if (name === undefined || option === undefined || !/^-[neE]*e[neE]*$/.test(option.text)) return [];
  // printf repeats its format for further words, where echo puts blanks between them.
  const isPlain = text !== undefined && more === undefined && !/^-[neE]+$/.test(text.text);
  const format = option.text.includes("n") ? '"%b"' : '"%b\\n"';
  const edits = isPlain ? [{ start: name.pos, end: option.end, text: `printf ${format}` }] : undefined;
  return [at("echoOption", option, edits)];
}

function ofRead({ name }: Command, words: readonly SyntaxWord[]): BashForm[] {
  const found: BashForm[] = [];
  let takesNext = false;
  let variables = 0;
  for (const word of words) {
    const letters = /^-(\w+)/.exec(word.text)?.[1];
    if (takesNext) takesNext = false;
    else if (letters === undefined) variables++;
    else {
      if (/[aei]/.test(letters)) found.push(at("readArray", word));
      else if (/[ntsdu]/i.test(letters)) found.push(at("readOption", word));
      takesNext = /[adinNptu]$/.test(letters);
      if (letters.includes("a")) variables++;
    }
  }
  if (variables === 0 && name !== undefined) found.push(at("readNothing", name));
  return found;
}

function ofPrintf([first]: readonly SyntaxWord[]): BashForm[] {
  if (first === undefined) return [];
  if (first.text === "-v") return [at("printfVariable", first)];
  const format = knownValue(first) ?? "";
  return /(?<!%)(?:%%)*%q/.test(format) ? [at("printfQuote", first)] : [];
}

function ofSignal(word: SyntaxWord): BashForm[] {
  if (/^(?:ERR|DEBUG|RETURN)$/.test(word.text)) return [at("trapName", word)];
  if (!/^SIG[A-Z0-9]+$/.test(word.text)) return [];
  return [at("trapPrefix", word, [{ start: word.pos, end: word.pos + 3, text: "" }])];
}
