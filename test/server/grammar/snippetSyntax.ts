/**
 * What is wrong with a snippet in LSP's syntax; undefined where it parses. Names such as `$BUILDPLATFORM` are variables
 * of the editor there, which the table never means, so they count as wrong.
 */
export function snippetProblem(body: string): string | undefined {
  const stops = new Set<number>();
  let index = 0;

  function text(closing: string | undefined): string | undefined {
    while (index < body.length) {
      const character = body[index];
      if (closing !== undefined && character === closing) return undefined;
      if (character === "\\") {
        if (!"$}\\".includes(body[index + 1] ?? " ")) return `a single backslash at ${index}`;
        index += 2;
      } else if (character === "$") {
        const problem = stop();
        if (problem) return problem;
      } else index++;
    }
    return closing === undefined ? undefined : `no ${closing} at the end`;
  }

  function stop(): string | undefined {
    const match = /^\$(?:(\d+)|\{(\d+)(\}|:|\|))/.exec(body.slice(index));
    if (!match) return `an editor's variable at ${index}`;
    stops.add(Number(match[1] ?? match[2]));
    index += match[0].length;
    if (match[3] === ":") return placeholder();
    if (match[3] === "|") return choices();
    return undefined;
  }

  function placeholder(): string | undefined {
    const problem = text("}");
    index++;
    return problem;
  }

  function choices(): string | undefined {
    const end = body.indexOf("|}", index);
    if (end < 0) return "choices without an end";
    if (body.slice(index, end).split(",").includes("")) return "an empty choice";
    index = end + 2;
    return undefined;
  }

  const problem = text(undefined);
  if (problem) return problem;
  for (let number = 1; number <= Math.max(0, ...stops); number++) {
    if (!stops.has(number)) return `no tab stop ${number}`;
  }
  return undefined;
}
