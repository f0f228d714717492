import { type Escape, escapePattern, keyOf, type Repository, use } from "./rule";

/**
 * How instructions go over several lines. A rule that spans lines ends before the line break (`endOfInstruction`) and
 * lists `lines` first: that eats the break after an escape character, and whole lines of comment or nothing in between,
 * so only a break that really ends the instruction is left for the end to be found at. All open quotes, brackets and
 * substitutions end there too, which is how the builder cuts instructions: before it looks at quotes.
 */
export function lineRules(escaping: Escape): Repository {
  const character = escapePattern[escaping];
  return {
    [keyOf("lines", escaping)]: {
      patterns: [
        use("comment-line"),
        { match: String.raw`^[ \t\r]*\n` },
        {
          // Two escape characters are an escaped one, which continues nothing.
          match: String.raw`(?<!${character})(${character})[ \t\r]*\n`,
          captures: { 1: { name: "constant.character.escape.line-continuation.dockerfile" } },
        },
      ],
    },
  };
}

/** A comment with its line break, so that it never ends the instruction around it. */
export const commentLine: Repository = {
  "comment-line": {
    match: String.raw`^[ \t]*((#)[^\n]*)\n?`,
    captures: {
      1: { name: "comment.line.number-sign.dockerfile" },
      2: { name: "punctuation.definition.comment.dockerfile" },
    },
  },
};

/** What may follow a keyword: a blank, the end of the line or its continuation. */
export function afterKeyword(escaping: Escape): string {
  return String.raw`(?=\s|${escapePattern[escaping]}[ \t\r]*\n)`;
}
