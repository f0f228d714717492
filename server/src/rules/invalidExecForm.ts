import type { Rule } from "../lint/rule";
import { meantExecForm } from "../model/meantExecForm";

export const invalidExecForm: Rule = {
  id: "invalid-exec-form",
  aliases: ["JSON_IN_SINGLE_QUOTES"],
  severity: "warning",
  category: "syntax",
  summary: "The argument looks like a JSON array but is not a valid one, so it is read as plain text.",
  rationale:
    "The exec form is a JSON array of strings in double quotes. Where the JSON has a mistake, the builder does not complain: it takes the whole text, brackets included, as a shell command, which fails later or does something else. Where the JSON is right and holds anything but strings, the build stops.",
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
    {
      text: 'FROM alpine:3.22\nCMD [|["sleep", 10]|]\nRUN [|[ 1 ]|]\n',
      fixed: 'FROM alpine:3.22\nCMD ["sleep", "10"]\nRUN ["1"]\n',
    },
    { text: 'FROM alpine:3.22\nONBUILD CMD [|["a", ["b"]]|]\n' },
    { text: 'FROM alpine:3.22\nCMD [|["a"] # the default|]\n', fixed: 'FROM alpine:3.22\nCMD ["a"]\n' },
    { text: 'FROM alpine:3.22\nCMD [|["echo",|]\n' },
    { text: "FROM alpine:3.22\nCMD [|[echo, hello]|]\n", fixed: 'FROM alpine:3.22\nCMD ["echo", "hello"]\n' },
  ],

  checkInstruction(instruction, report) {
    const found = meantExecForm(instruction);
    if (!found) return;
    const { text, rangeAtZero: range, readAs } = found;
    const mended = mend(text);
    const advice = mended ? `Write ${mended}.` : "Check its quotes, commas and brackets.";
    report({
      range,
      ...(readAs === "array"
        ? {
            message: `A JSON array may hold strings only here, so the builder stops. ${advice}`,
            severity: "error",
          }
        : {
            message: `This is not a valid JSON array of strings, so it is read as ${takesPaths.has(instruction.keyword) ? "plain words" : "a shell command"}. ${advice}`,
          }),
      ...(!isInSingleQuotes(text) && { aliases: [] }),
      ...(mended && { fix: { title: "Make it a JSON array", edits: [{ range, newText: mended }] } }),
    });
  },
};

const takesPaths = new Set(["ADD", "COPY", "VOLUME"]);

/** What dockerfile-utils asks: whole strings in single quotes, and nothing else between the brackets. */
function isInSingleQuotes(text: string): boolean {
  return /^\[\s*'[^']*'(?:\s*,\s*'[^']*')*\s*,?\s*\]/.test(text);
}

/** The array that was most likely meant; undefined where that is not certain. */
function mend(text: string): string | undefined {
  // It goes on below, where the line lacks its backslash.
  if (/,\s*$/.test(text)) return undefined;
  const inner = text
    .replace(/\]\s+#[^\]]*$/, "]")
    .replace(/^\[/, "")
    .replace(/,?\s*\]?\s*$/, "")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'");
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
