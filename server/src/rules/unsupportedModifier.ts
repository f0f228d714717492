import { variableModifiers } from "../grammar/variableModifiers";
import type { Rule } from "../lint/rule";
import { expansionsAtZero, namelessAtZero } from "../model/expandedTexts";

export const unsupportedModifier: Rule = {
  id: "unsupported-modifier",
  aliases: ["UNSUPPORTED_MODIFIER"],
  severity: "error",
  category: "syntax",
  summary: "A variable is changed in a way that the builder does not know.",
  rationale:
    "In its own instructions the builder expands `${name}` itself, with a few of the shell's forms: `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/` and `//`. It stops at any other, and at a brace that never closes. In RUN it is the shell that expands, so all of the shell's forms work there.",
  examples: [
    { text: "FROM alpine:3.22\nARG A=b\nENV C=[|${A^^}|]\n" },
    {
      text: "FROM alpine:3.22\nARG A=b\nENV C=${A:-x} D=${A#b} E=${A//b/c} F=${A} G=${A:#b} H='${A^^}' I=\\${A^^}\nRUN echo ${A^^} ${A:0:1}\n",
    },
    { text: "FROM alpine:3.22\nARG A=b\nWORKDIR /[|${A:0:1}|]\nENV B=[|${!A}|] C=[|${#A}|]\n" },
    { text: "FROM alpine:3.22\nARG A=b\nENV C=[|${A|] D=1\nENV E=[|${A/b}|]\n" },
    {
      text: "FROM alpine:3.22\nENV A=[|${}|] B=\\${} C='${}'\nCOPY [|${{|] a }} /[|${:-b}|]\nRUN echo ${}\nUSER \"[|${{ a }}|]\"\n",
    },
    { text: "FROM alpine:3.22\nARG A=b\nONBUILD USER [|${A@Q}|]\nCOPY <<EOF /a\n[|${A,,}|]\nEOF\n" },
  ],

  checkInstruction(instruction, report) {
    // Its trigger is looked at by itself.
    if (instruction.keyword === "ONBUILD") return;
    for (const { range, text } of namelessAtZero(instruction.atZero)) {
      report({
        range,
        message: text.startsWith("${{")
          ? "The builder fills in no templates such as ${{ … }}. Declare an ARG, and give its value with --build-arg."
          : "A variable's name is missing in these braces. Write it, as in ${NAME}.",
        aliases: [],
      });
    }
    for (const { expansion, range } of expansionsAtZero(instruction.atZero)) {
      const { name, modifier, isClosed } = expansion;
      if (modifier !== undefined && !isKnown(modifier)) {
        report({
          range,
          message: `The builder cannot expand this form of \${${name}}. Use one of :- :+ :? # ## % %% / //, or compute the value in a RUN.`,
        });
      } else if (!isClosed) {
        const isReplacement = modifier?.startsWith("/");
        report({
          range,
          message: isReplacement
            ? `A replacement needs a second slash and a closing brace. Write \${${name}${modifier}pattern/word}.`
            : `The brace of \${${name} is never closed. Add } where it ends.`,
          aliases: [],
        });
      }
    }
  },
};

/** A colon makes a difference before `-`, `+` and `?` only; before `#` and `%` the builder reads over it. */
function isKnown(modifier: string): boolean {
  return (
    modifier === ":#" || modifier === ":%" || variableModifiers.some((known) => known.modifier === modifier)
  );
}
