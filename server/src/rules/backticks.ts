import type { Fix, Rule } from "../lint/rule";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { ShellScript } from "../model/shell";
import { type SyntaxNode, walkSyntax } from "../model/shellSyntax";

export const backticks: Rule = {
  id: "backticks",
  aliases: ["SC2006"],
  severity: "information",
  category: "shell",
  summary: "A command's output is taken with backticks.",
  rationale:
    "Backticks look like quotes, cannot be nested and read backslashes in a way of their own. `$(…)` does the same without surprises.",
  examples: [
    {
      text: "FROM debian:13\nRUN echo [|`uname -m`|]\n",
      fixed: "FROM debian:13\nRUN echo $(uname -m)\n",
    },
    { text: "FROM debian:13\nRUN echo $(uname -m) '`a`' \\`b\\`\n" },
    {
      text: 'FROM debian:13\nRUN a="[|`b | c`|]" && [|`d \\`e\\``|]\n',
      fixed: 'FROM debian:13\nRUN a="$(b | c)" && `d \\`e\\``\n',
    },
    {
      text: 'FROM debian:13\nRUN ["sh", "-c", "echo [|`a`|]"]\nRUN <<EOF\n[|`b`|]\nEOF\n',
      fixed: 'FROM debian:13\nRUN ["sh", "-c", "echo $(a)"]\nRUN <<EOF\n$(b)\nEOF\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      if (!script.ast || !script.text.includes("`")) continue;
      walkSyntax(script.ast, (node) => {
        if (node.type !== "CommandExpansion" || !node.text.startsWith("`")) return;
        report({
          range: script.rangeOf(node.pos, node.end),
          message: "Backticks are easily misread and cannot be nested. Write $(…) instead.",
          fix: fixFor(script, node),
        });
      });
    }
  },
};

/** Backslashes and quotes within backticks mean something else than within parentheses. */
function fixFor(
  script: ShellScript,
  { pos, end, text }: Extract<SyntaxNode, { text: string }>,
): Fix | undefined {
  if (/[\\"]/.test(text) || !/^`.+`$/s.test(text)) return undefined;
  const edits = editScript(script, [
    { start: pos, end: pos + 1, text: "$(" },
    { start: end - 1, end, text: ")" },
  ]);
  return edits && { title: "Write $(…)", edits };
}
