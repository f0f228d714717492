import { flagOf } from "../grammar/flags";
import type { Rule } from "../lint/rule";

export const duplicateFlag: Rule = {
  id: "duplicate-flag",
  aliases: ["FLAG_DUPLICATE"],
  severity: "error",
  category: "syntax",
  summary: "A flag that may be given once is given twice.",
  rationale: "The builder stops here. Only a few flags, such as `--mount` and `--exclude`, may be repeated.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY --chown=1 [|--chown|]=2 a b\n" },
    {
      text: "FROM alpine:3.22\nRUN --mount=type=tmpfs,target=/a --mount=type=tmpfs,target=/b make\nCOPY --exclude=*.md --exclude=*.txt . /app\n",
    },
    { text: "FROM --platform=linux/amd64 [|--platform|]=linux/arm64 alpine:3.22\n" },
  ],

  checkInstruction({ keyword, flags }, report) {
    const seen = new Set<string>();
    for (const { name, range, nameRange } of flags) {
      const known = flagOf(keyword, name);
      if (known && !known.repeatable && seen.has(name)) {
        report({
          range: { start: range.start, end: nameRange.end },
          message: `--${name} is given already, and ${keyword} takes it once. Remove one of the two.`,
        });
      }
      seen.add(name);
    }
  },
};
