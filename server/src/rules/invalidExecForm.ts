import type { Range } from "vscode-languageserver-types";
import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";

export const invalidExecForm: Rule = {
  id: "invalid-exec-form",
  aliases: ["JSON_IN_SINGLE_QUOTES"],
  severity: "warning",
  category: "syntax",
  summary: "The argument looks like a JSON array and is none, so the shell gets it as it stands.",
  rationale:
    "The exec form is a JSON array of strings in double quotes. Where the JSON has a mistake, the builder does not complain: it takes the whole text, brackets included, as a shell command, which fails later or does something else.",
  examples: [
    {
      text: "FROM alpine:3.22\nCMD [|['echo', 'hello']|]\n",
      fixed: 'FROM alpine:3.22\nCMD ["echo", "hello"]\n',
    },
    {
      text: 'FROM alpine:3.22\nCMD ["echo", "it\'s fine"]\nRUN [ -f /etc/passwd ] && echo yes\nRUN [[ 1 -eq 1 ]]\n',
    },
    {
      text: 'FROM alpine:3.22\nENTRYPOINT [|["echo", "hello",]|]\n',
      fixed: 'FROM alpine:3.22\nENTRYPOINT ["echo", "hello"]\n',
    },
    {
      text: 'FROM alpine:3.22\nCMD [|["echo", "hello"|]\n',
      fixed: 'FROM alpine:3.22\nCMD ["echo", "hello"]\n',
    },
    { text: 'FROM alpine:3.22\nCOPY [|["a b", "/c"|]\n', fixed: 'FROM alpine:3.22\nCOPY ["a b", "/c"]\n' },
    {
      text: "FROM alpine:3.22\nHEALTHCHECK CMD [|['true']|]\n",
      fixed: 'FROM alpine:3.22\nHEALTHCHECK CMD ["true"]\n',
    },
    {
      text: "FROM alpine:3.22\nCMD [|[“echo”, “hello”]|]\n",
      fixed: 'FROM alpine:3.22\nCMD ["echo", "hello"]\n',
    },
    { text: 'FROM alpine:3.22\nCMD [|["nginx" "-g"]|]\n', fixed: 'FROM alpine:3.22\nCMD ["nginx", "-g"]\n' },
    { text: "FROM alpine:3.22\nCMD [|[echo, hello]|]\n", fixed: 'FROM alpine:3.22\nCMD ["echo", "hello"]\n' },
  ],

  checkInstruction(instruction, report) {
    const found = arrayLike(instruction);
    if (!found) return;
    const mended = mend(found.text);
    report({
      range: found.range,
      message: mended
        ? `This is not quite a JSON array, so it would run as a shell command. Write ${mended}.`
        : "This is not a JSON array of strings in double quotes, so it would run as a shell command. Check its quotes, commas and brackets.",
      ...(found.text.includes("'") ? {} : { aliases: [] }),
      ...(mended && {
        fix: { title: "Make it a JSON array", edits: [{ range: found.range, newText: mended }] },
      }),
    });
  },
};

/** What starts like an exec form where one may stand, and is none. `[ -f x ]` and `[[ … ]]` are shell. */
function arrayLike(instruction: Instruction): { readonly text: string; readonly range: Range } | undefined {
  const { keyword, exec, argument, words, heredocs } = instruction;
  const entry = instructionEntry(keyword);
  if (exec || !entry || entry.argument.execForm !== "accepted" || heredocs.length > 0) return undefined;
  const check = keyword === "HEALTHCHECK" ? /^\s*CMD\s+/i.exec(argument.text)?.[0].length : 0;
  if (check === undefined) return undefined;
  const start = check + (/^\s*/.exec(argument.text.slice(check))?.[0].length ?? 0);
  const text = argument.text.slice(start).trimEnd();
  if (words.length === 0 || !/^\[\s*(["'“”‘’]|[\w./-]+\s*,)/.test(text)) return undefined;
  // A shell's test stands in brackets too, but has a blank behind the first and words without commas.
  if (/^\[\s/.test(text) && !/^\[\s*["'“”‘’][^"'“”‘’]*["'“”‘’]\s*[,\]]/.test(text)) return undefined;
  if (/\]\s*(&&|\|\||;)/.test(text)) return undefined;
  return { text, range: argument.rangeOf(start, start + text.length) };
}

/** The array that was most likely meant; undefined where that is not certain. */
function mend(text: string): string | undefined {
  const inner = text
    .replace(/^\[/, "")
    .replace(/,?\s*\]?\s*$/, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
  const strings: string[] = [];
  const item = /\s*(?:"((?:[^"\\]|\\.)*)"|'([^'"\\]*)'|([^\s,"'[\]]+))\s*(,|$|(?=["']))/y;
  while (item.lastIndex < inner.length) {
    const at = item.lastIndex;
    const match = item.exec(inner);
    if (!match || item.lastIndex === at) return undefined;
    const [, double, single, bare] = match;
    strings.push(double !== undefined ? `"${double}"` : JSON.stringify(single ?? bare));
  }
  const mended = `[${strings.join(", ")}]`;
  return strings.length > 0 && isArrayOfStrings(mended) ? mended : undefined;
}

function isArrayOfStrings(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    // Not JSON after all: for example an escape that JSON does not have.
    return false;
  }
}
