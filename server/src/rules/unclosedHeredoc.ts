import type { Rule } from "../lint/rule";

export const unclosedHeredoc: Rule = {
  id: "unclosed-heredoc",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "A heredoc never ends.",
  rationale:
    "A heredoc lasts until a line that holds its word and nothing else: no blanks before it, unless it began with `<<-`, which allows tabs. Without that line everything to the end of the file belongs to it.",
  examples: [
    { text: "FROM alpine:3.22\nRUN <<[|EOF|]\necho hello\n" },
    { text: "FROM alpine:3.22\nRUN <<EOF\necho hello\nEOF\nCOPY <<-'X' /x\n\thello\n\tX\n" },
    { text: "FROM alpine:3.22\nRUN <<[|EOF|]\necho hello\n  EOF\n" },
  ],

  checkInstruction({ heredocs }, report) {
    for (const { name, nameRange, endRange, body, stripsTabs } of heredocs) {
      if (endRange) continue;
      const indented = body.split(/\r?\n/).some((line) => line.trim() === name);
      const hint = indented
        ? `A line has "${name}" with spaces around it: ${stripsTabs ? "only tabs may stand before it" : "remove them, or begin with <<- and indent with tabs"}.`
        : `Add a line that holds ${name} and nothing else.`;
      report({
        range: nameRange,
        message: `This heredoc waits for the word ${name}, which never comes. ${hint}`,
      });
    }
  },
};
