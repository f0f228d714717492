/**
 * A glob as an expression for whole paths with forward slashes: `*` and `?` stay within a part, `**` does not, `{a,b}`
 * is one of them, `[a-z]` and `[!a-z]` one character. A glob without a slash looks at the last part alone. Small and free
 * of Node, so that it serves in a browser.
 */
export function globPattern(glob: string): RegExp {
  const anchored = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  let depth = 0;
  const source = anchored.replace(tokens, (token) => {
    switch (token) {
      case "**/":
        return "(?:[^/]+/)*";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      case "{":
        depth++;
        return "(?:";
      case "}":
        if (depth === 0) return "\\}";
        depth--;
        return ")";
      case ",":
        return depth > 0 ? "|" : ",";
      default:
        return token.length > 1 ? characterClass(token) : `\\${token}`;
    }
  });
  return new RegExp(`^${source}${")".repeat(depth)}$`);
}

/** What a glob gives a meaning to, and what only a regular expression would. A class has at least one character. */
const tokens = /\*\*\/|\*\*|\*|\?|\[!?[^/][^/\]]*\]|[{},]|[\\^$.|+()[\]]/g;

function characterClass(text: string): string {
  const isNegated = text[1] === "!" || text[1] === "^";
  const characters = text.slice(isNegated ? 2 : 1, -1).replace(/[\\[\]^]/g, "\\$&");
  try {
    const pattern = `[${isNegated ? "^/" : ""}${characters}]`;
    new RegExp(pattern);
    return pattern;
  } catch {
    // A range that runs backwards, such as [z-a], stands for itself.
    return text.replace(/[\\^$.|+()[\]]/g, "\\$&");
  }
}
