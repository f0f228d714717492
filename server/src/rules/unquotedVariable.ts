import { predefinedArguments } from "../grammar/predefinedArguments";
import type { Problem, Rule } from "../lint/rule";
import { definitionAt } from "../model/definitionAt";
import type { Dockerfile } from "../model/dockerfile";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { Instruction } from "../model/instruction";
import { oncePerShell } from "../model/oncePerShell";
import { resolveText } from "../model/resolveText";
import { scriptInstructions } from "../model/scriptInstructions";
import { scriptVariables } from "../model/scriptVariables";
import { inSections } from "../model/sections";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { type UnquotedExpansion, unquotedExpansions } from "../model/unquotedExpansions";

export const unquotedVariable: Rule = {
  id: "unquoted-variable",
  aliases: ["SC2086"],
  severity: "information",
  category: "shell",
  summary: "A variable outside quotes may become several words, or none.",
  rationale:
    "Outside quotes the shell cuts a variable's value at blanks and replaces patterns such as `*` by file names. Put it in double quotes where one word is meant. Nothing is said where the value is known to be one word, where the variable is a word of its own, so that several may be meant, and of variables that only the base image could set.",
  examples: [
    {
      text: "FROM debian:13\nARG NAME\nRUN mkdir /srv/[|$NAME|]\n",
      fixed: 'FROM debian:13\nARG NAME\nRUN mkdir "/srv/$NAME"\n',
    },
    { text: 'FROM debian:13\nARG NAME\nRUN mkdir "/srv/$NAME"\n' },
    { text: "FROM debian:13\nARG VERSION=1.2\nENV A=b\nRUN curl example.com/$VERSION/$A/$HOME.tar\n" },
    { text: 'FROM debian:13\nARG PACKAGES="a b"\nRUN apt-get install -y $PACKAGES\n' },
    {
      text: 'FROM debian:13\nARG FLAGS="-a -b"\nRUN make CFLAGS=[|$FLAGS|]\n',
      fixed: 'FROM debian:13\nARG FLAGS="-a -b"\nRUN make CFLAGS="$FLAGS"\n',
    },
    {
      text: "FROM debian:13\nARG MODE\nRUN if [ [|$MODE|] = test ]; then make test; fi\n",
      fixed: 'FROM debian:13\nARG MODE\nRUN if [ "$MODE" = test ]; then make test; fi\n',
    },
    {
      text: "FROM debian:13\nRUN v=$(curl example.com) && curl -o /[|$v|]/*.txt example.com/~[|${v}|]\n",
      fixed: 'FROM debian:13\nRUN v=$(curl example.com) && curl -o /"$v"/*.txt example.com/~"${v}"\n',
    },
    {
      text: "FROM debian:13\nARG A=\nRUN [ -n [|$A|] ] && make; cd $A\n",
      fixed: 'FROM debian:13\nARG A=\nRUN [ -n "$A" ] && make; cd $A\n',
    },
    { text: "FROM debian:13\nRUN v=1 && for i in a b; do mkdir /$i-$v /$(nproc); done\n" },
    {
      text: "FROM debian:13\nRUN a=$(b); c=x/$a; export D=$a/e; case /$a in *) ;; esac; for i in /$a/*; do f > /$a; done\n",
    },
    {
      text: 'FROM debian:13\nARG A\nRUN sh -c \'b/[|$A|]\'; sh -c "b/$A"\nCMD ["sh", "-c", "b/[|$A|]"]\n',
      fixed: 'FROM debian:13\nARG A\nRUN sh -c \'"b/$A"\'; sh -c "b/$A"\nCMD ["sh", "-c", "\\"b/$A\\""]\n',
    },
    { text: 'FROM debian:13\nARG A\nSHELL ["/bin/zsh", "-c"]\nRUN make /$A\n' },
    { text: "FROM debian:13\nARG TARGETARCH\nRUN make /$TARGETARCH ${A:+-b=$A}\n" },
    {
      text: "FROM debian:13\nARG A\nONBUILD RUN make \\\n  a/[|$A|] \\\n  b\n",
      fixed: 'FROM debian:13\nARG A\nONBUILD RUN make \\\n  "a/$A" \\\n  b\n',
    },
  ],

  check(dockerfile, report) {
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      const shell = shellOf(dockerfile, instruction);
      if (!hasExpansions(instruction.atZero, shell)) continue;
      for (const script of everyScript(instruction, shell)) {
        // zsh does not split.
        if (!script.ast || script.shell === "zsh") continue;
        for (const found of unquotedExpansions(script.ast)) {
          const value = found.name && kindOfValue(found.name, dockerfile, instruction, script);
          if (value && isRisky(value, found)) report(problemOf(found, value, script));
        }
      }
    }
  },
};

const hasExpansions = oncePerShell((atZero, shell) =>
  everyScript(atZero, shell).some(
    ({ ast, text }) => ast && /[$`]/.test(text) && unquotedExpansions(ast).length > 0,
  ),
);

type Value = "one word" | "maybe empty" | "several words" | "unknown" | "from outside";

/** What is known of it: what the script itself sets is stronger than what stands in the Dockerfile. */
function kindOfValue(
  name: string,
  dockerfile: Dockerfile,
  instruction: Instruction,
  { ast }: ShellScript,
): Value {
  const own = ast && scriptVariables(ast).get(name);
  if (own !== undefined) return own;
  if (builderSets.has(name)) return "one word";
  const value = resolveText(dockerfile, `\${${name}}`, instruction);
  if (value === undefined) return isArgument(name, dockerfile, instruction) ? "unknown" : "from outside";
  if (value === "") return "maybe empty";
  return /[\s*?[\]]/.test(value) ? "several words" : "one word";
}

const builderSets = new Set(predefinedArguments.map(({ name }) => name));

/** An ARG without a value that is known: whoever builds may give it any. */
function isArgument(name: string, dockerfile: Dockerfile, instruction: Instruction): boolean {
  return definitionAt(dockerfile, name, instruction)?.kind === "ARG";
}

function isRisky(value: Value, { place }: UnquotedExpansion): boolean {
  if (place === "test") return value !== "one word";
  return value === "several words" || value === "unknown";
}

function problemOf(found: UnquotedExpansion, value: Value, script: ShellScript): Problem {
  const { start, end, place, edits, part } = found;
  const written = edits && editScript(script, edits);
  // A test comes out otherwise, an empty word is no folder, and known blanks split no more.
  const isUnsafe = place !== "joined" || value === "several words";
  return {
    range: script.rangeOf(start, end),
    message: `${part.text} stands outside quotes: ${dangerOf(found, value)}. Put it in double quotes.`,
    // ShellCheck has a name of its own for a test that is always true.
    ...(isNonEmptyTest(found) && { aliases: ["SC2086", "SC2070"] }),
    fix: written && { title: "Put it in double quotes", edits: written, ...(isUnsafe && { unsafe: true }) },
  };
}

function dangerOf(found: UnquotedExpansion, value: Value): string {
  if (isNonEmptyTest(found)) return "the test is true where its value is empty, too";
  if (found.place === "test") return "the test goes wrong where its value is empty or has blanks";
  if (value === "several words") return "its value has blanks or patterns, so it becomes several words";
  return "blanks in its value would make several words of it";
}

/** `[ -n $A ]`: without a value `-n` stands alone, and is a text that is not empty. */
function isNonEmptyTest({ place, start, command: { args } }: UnquotedExpansion): boolean {
  const index = args.findIndex(({ pos }) => pos === start);
  return place === "test" && args[index - 1]?.text === "-n";
}
