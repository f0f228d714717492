import { oncePer } from "./oncePer";
import { printsOneWord } from "./printsOneWord";
import {
  type ParsedScript,
  type SyntaxNode,
  type SyntaxWord,
  type WordPart,
  walkSyntax,
} from "./shellSyntax";

/**
 * What a script puts into its variables, as far as splitting goes. `one word`: never a blank or a pattern, and never
 * empty. `maybe empty`: the same, but it may be empty. `unknown`: nobody can tell.
 */
export type ScriptVariable = "one word" | "maybe empty" | "unknown";

/** Of every variable that the script sets by itself, worked out once for a script. */
export const scriptVariables = oncePer((script: ParsedScript): ReadonlyMap<string, ScriptVariable> => {
  const sources = new Map<string, (SyntaxWord | ScriptVariable)[]>();
  const add = (name: string, source: SyntaxWord | ScriptVariable): void => {
    const known = sources.get(name);
    if (known) known.push(source);
    else sources.set(name, [source]);
  };
  walkSyntax(script, (node) => {
    for (const [name, source] of assignedBy(node)) add(name, source);
  });
  const judged = new Map<string, ScriptVariable>();
  for (const name of sources.keys()) judge(name, sources, judged);
  return judged;
});

function assignedBy(node: SyntaxNode): (readonly [string, SyntaxWord | ScriptVariable])[] {
  if (node.type === "Assignment") {
    if (node.value.type !== "Word") return [[node.name, "unknown"]];
    return [[node.name, node.append || node.index !== undefined ? "unknown" : node.value]];
  }
  // What an unquoted expansion gives here was split before, and a plain word is one.
  if (node.type === "For" || node.type === "Select") {
    const words = node.wordlist ?? [];
    const isPattern = words.some(({ parts }) => parts?.some(({ type }) => type === "Glob"));
    return [[node.name.text, isPattern ? "unknown" : "one word"]];
  }
  // Lines are cut at blanks; who reads a whole line into one variable knows it.
  if (node.type === "Command" && node.name?.text === "read")
    return node.args.flatMap(({ text }) => (/^\w+$/.test(text) ? [[text, "maybe empty"] as const] : []));
  return [];
}

type Sources = ReadonlyMap<string, readonly (SyntaxWord | ScriptVariable)[]>;

function judge(name: string, sources: Sources, judged: Map<string, ScriptVariable>): ScriptVariable {
  const known = judged.get(name);
  if (known !== undefined) return known;
  // While it is being worked out, a variable that is made of itself tells nothing new.
  judged.set(name, "one word");
  const answers = (sources.get(name) ?? []).map((source) =>
    typeof source === "string" ? source : ofWord(source, sources, judged),
  );
  const answer = answers.includes("unknown")
    ? "unknown"
    : answers.includes("maybe empty")
      ? "maybe empty"
      : "one word";
  judged.set(name, answer);
  return answer;
}

function ofWord(
  { text, value, parts }: SyntaxWord,
  sources: Sources,
  judged: Map<string, ScriptVariable>,
): ScriptVariable {
  if (parts === undefined) return ofText(text.startsWith("'") || text.startsWith('"') ? value : text);
  const answers = parts.map((part) => ofPart(part, sources, judged));
  if (answers.includes("unknown")) return "unknown";
  return answers.includes("one word") ? "one word" : "maybe empty";
}

function ofPart(part: WordPart, sources: Sources, judged: Map<string, ScriptVariable>): ScriptVariable {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
      return ofText(part.value);
    case "DoubleQuoted": {
      const answers = part.parts.map((child) => ofPart(child, sources, judged));
      if (answers.includes("unknown")) return "unknown";
      return answers.includes("one word") ? "one word" : "maybe empty";
    }
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      if (/^[?#$!-]$/.test(name)) return "one word";
      return sources.has(name) ? judge(name, sources, judged) : "unknown";
    }
    case "ArithmeticExpansion":
      return "one word";
    case "CommandExpansion":
      return printsOneWord(part) ? "one word" : "unknown";
    default:
      return "unknown";
  }
}

function ofText(text: string): ScriptVariable {
  if (/[\s*?[\]]/.test(text)) return "unknown";
  return text === "" ? "maybe empty" : "one word";
}
