import type { Fix, Rule } from "../lint/rule";
import { commandAt } from "../model/commandAt";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { ShellScript } from "../model/shell";
import { type Command, type SyntaxNode, type WordPart, walkSyntax } from "../model/shellSyntax";

export const maskedReturn: Rule = {
  id: "masked-return",
  aliases: ["SC2155"],
  severity: "information",
  category: "shell",
  summary: "A failing command goes unnoticed after export or local.",
  rationale:
    "`export NAME=$(command)` succeeds whenever the export does, so neither `&&` nor `set -e` sees that the command failed, and the build goes on with an empty variable. Assign first, then export.",
  examples: [
    {
      text: "FROM debian:13\nRUN export [|KEY=$(cat /key)|] && make\n",
      fixed: "FROM debian:13\nRUN KEY=$(cat /key) && export KEY && make\n",
    },
    { text: "FROM debian:13\nRUN KEY=$(cat /key) && export KEY && make\n" },
    {
      text: 'FROM debian:13\nRUN f() { local [|a="x$(b)"|] c=d; }; readonly [|e=`f`|]; export G=h$I\n',
      fixed: 'FROM debian:13\nRUN f() { local a="x$(b)" c=d; }; e=`f` && readonly e; export G=h$I\n',
    },
    { text: "FROM debian:13\nRUN export A=$(b || true) && export C=$(d; true) && echo D=$(e)\n" },
    {
      text: "FROM debian:13\nRUN <<EOF\ndeclare -r [|A=$(b)|]\nEOF\nONBUILD RUN a || export [|A=$(b)|]\n",
      fixed: "FROM debian:13\nRUN <<EOF\ndeclare -r A=$(b)\nEOF\nONBUILD RUN a || { A=$(b) && export A; }\n",
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      if (!script.ast || !DECLARATION.test(script.text)) continue;
      walkSyntax(script.ast, (node) => {
        if (node.type !== "Command" || !DECLARES.has(node.name?.text ?? "")) return;
        for (const { pos, end, name } of maskingIn(node)) {
          report({
            range: script.rangeOf(pos, end),
            message: `A failure of this command goes unnoticed. Assign first, ${name}=…, then write ${node.name?.text} ${name}.`,
            fix: fixOf(node, name, script),
          });
        }
      });
    }
  },
};

/** Unsafe: the build stops where it went on. */
function fixOf(
  { pos, end, prefix, name: command, args, redirects }: Command,
  variable: string,
  script: ShellScript,
): Fix | undefined {
  const [only] = args;
  const isPlain = args.length === 1 && prefix.length === 0 && redirects.length === 0;
  if (!isPlain || only === undefined || !marksOnly.has(command?.text ?? "")) return undefined;
  const [opening, closing] = isListed(pos, script) ? ["", ""] : ["{ ", "; }"];
  const edits = editScript(script, [
    { start: pos, end: only.pos, text: opening },
    { start: end, end, text: ` && ${command?.text} ${variable}${closing}` },
  ]);
  return edits && { title: "Assign first", edits, unsafe: true };
}

/** Those that change a variable that is there; local makes another one. */
const marksOnly = new Set(["export", "readonly"]);

/** Whether two commands may stand there instead of one: behind `||` or within `if` they need braces. */
function isListed(pos: number, script: ShellScript): boolean {
  const command = commandAt(script, pos);
  if (command === undefined) return false;
  const { operatorBefore } = command;
  return operatorBefore === undefined
    ? script.text.slice(0, pos).trim() === ""
    : /[&;]$/.test(operatorBefore);
}

const DECLARES = new Set(["export", "local", "readonly", "declare", "typeset"]);
const DECLARATION = new RegExp([...DECLARES].join("|"));

function maskingIn({
  args,
}: Command): { readonly pos: number; readonly end: number; readonly name: string }[] {
  return args.flatMap((argument) => {
    const { pos, end, text } = argument;
    const parts = argument.type === "Word" ? argument.parts : wordParts(argument.value);
    const [name] = /^\w+(?==)/.exec(text) ?? [];
    return name !== undefined && parts?.some(mayFail) ? [{ pos, end, name }] : [];
  });
}

function wordParts(value: SyntaxNode): readonly WordPart[] | undefined {
  return value.type === "Word" ? value.parts : undefined;
}

/** A substitution that does not say itself what happens if it fails. */
function mayFail(part: WordPart): boolean {
  if (part.type === "DoubleQuoted") return part.parts.some(mayFail);
  if (part.type !== "CommandExpansion") return false;
  const last = part.script?.commands.at(-1)?.command;
  if (last?.type === "AndOr") return !last.operators.includes("||");
  return !(last?.type === "Command" && last.name?.text === "true");
}
