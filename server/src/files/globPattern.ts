/**
 * A glob as an expression for whole paths with forward slashes: `*` and `?` stay within a part, `**` does not, `{a,b}`
 * is one of them. A glob without a slash looks at the last part alone. Small and free of Node, so that it serves in a browser.
 */
export function globPattern(glob: string): RegExp {
  const anchored = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  let depth = 0;
  const source = anchored.replace(/\*\*\/|\*\*|\*|\?|[{},]|[\\^$.|+()[\]]/g, (token) => {
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
        return `\\${token}`;
    }
  });
  return new RegExp(`^${source}${")".repeat(depth)}$`);
}
