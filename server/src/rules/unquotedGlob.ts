import type { Fix, Rule } from "../lint/rule";
import { editScript, type ScriptEdit } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { ShellScript } from "../model/shell";
import { type Command, type SyntaxWord, walkSyntax } from "../model/shellSyntax";

export const unquotedGlob: Rule = {
  id: "unquoted-glob",
  aliases: ["SC2035"],
  severity: "information",
  category: "shell",
  summary: "A pattern may expand to something else than was meant.",
  rationale:
    "`*` also finds files whose names begin with a dash, which the command then takes for options: `./*` names the same files safely. And a pattern that find is to read must stand in quotes, or the shell replaces it by what lies in the folder.",
  examples: [
    { text: "FROM debian:13\nRUN rm -rf [|*|]\n", fixed: "FROM debian:13\nRUN rm -rf ./*\n" },
    { text: "FROM debian:13\nRUN rm -rf ./* && rm -- * && rm a/* && echo * && rm 'a*' \"*\"\n" },
    {
      text: "FROM debian:13\nRUN mv [|*.tar|] [|?.gz|] /a && chmod +x bin/* [|*/b|]\n",
      fixed: "FROM debian:13\nRUN mv ./*.tar ./?.gz /a && chmod +x bin/* ./*/b\n",
    },
    {
      text: "FROM debian:13\nRUN find /usr -name [|*.pyc|] -delete && find . -iname '*.a' -path [|*/b|]\n",
      fixed: "FROM debian:13\nRUN find /usr -name '*.pyc' -delete && find . -iname '*.a' -path '*/b'\n",
    },
    { text: 'FROM debian:13\nRUN for a in *; do b "$a"; done; case $c in *) d ;; esac; find * -name e\n' },
    {
      text: 'FROM debian:13\nRUN ["sh", "-c", "rm [|*.a|]"]\nRUN ["rm", "*"]\nONBUILD RUN cp [|*.b|] /c\n',
      fixed: 'FROM debian:13\nRUN ["sh", "-c", "rm ./*.a"]\nRUN ["rm", "*"]\nONBUILD RUN cp ./*.b /c\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      if (!script.ast || !/[*?]/.test(script.text)) continue;
      walkSyntax(script.ast, (node) => {
        if (node.type !== "Command") return;
        for (const word of optionLike(node)) {
          report({
            range: script.rangeOf(word.pos, word.end),
            message: `A file whose name begins with a dash would be read as an option of ${node.name?.text}. Write ./${word.text}.`,
            fix: fixWith(script, `Write ./${word.text}`, [{ start: word.pos, end: word.pos, text: "./" }]),
          });
        }
        for (const word of forFind(node)) {
          report({
            range: script.rangeOf(word.pos, word.end),
            message: `The shell replaces ${word.text} with the names of matching files before find sees it. Put it in quotes.`,
            aliases: ["SC2061"],
            fix: fixWith(script, "Put it in quotes", [
              { start: word.pos, end: word.end, text: `'${word.text}'` },
            ]),
          });
        }
      });
    }
  },
};

/** Those that read options wherever they stand, and whose other words are files; tar and the like have patterns of their own. */
const takesFiles = new Set([
  ...["rm", "rmdir", "mv", "cp", "ln", "cat", "chmod", "chown", "chgrp", "touch", "install", "strip", "wc"],
  ...["gzip", "gunzip", "bzip2", "xz", "sha256sum", "md5sum"],
]);

function optionLike({ name, args }: Command): SyntaxWord[] {
  if (!takesFiles.has(name?.text ?? "") || args.some(({ text }) => text === "--")) return [];
  return args.filter((word) => word.type === "Word").filter(beginsWithPattern);
}

function beginsWithPattern({ parts, text }: SyntaxWord): boolean {
  const [first] = parts ?? [];
  return first === undefined ? /^[*?]/.test(text) : first.type === "Glob" && first.kind !== "bracket";
}

const PLAIN_PATTERN = /^[\w./+-]*[*?][\w.*?/+-]*$/;
const readsPattern = /^-i?(?:name|path|wholename|lname)$/;

function forFind({ name, args }: Command): SyntaxWord[] {
  if (name?.text !== "find") return [];
  return args.flatMap((word, index) => {
    const isPattern = readsPattern.test(args[index - 1]?.text ?? "") && PLAIN_PATTERN.test(word.text);
    return isPattern && word.type === "Word" ? [word] : [];
  });
}

/** Unsafe: what was there before may have been meant, strange as it is. */
function fixWith(script: ShellScript, title: string, edits: readonly ScriptEdit[]): Fix | undefined {
  const written = editScript(script, edits);
  return written && { title, edits: written, unsafe: true };
}
