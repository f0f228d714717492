/** An instruction with all its lines, which count from zero. */
export interface DockerfileInstruction {
  /** In upper case. */
  readonly keyword: string;
  /** What follows the keyword: continued lines joined, comments left out, blanks collapsed; heredocs' bodies not. */
  readonly rest: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Splits a Dockerfile into its instructions, for finding the one that a builder names. The language server has the
 * full model; the client may not import it, and needs no more than this.
 */
export function dockerfileInstructions(text: string): DockerfileInstruction[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escapeCharacter = escapeOf(lines);
  const instructions: DockerfileInstruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (isCommentOrBlank(lines[index] ?? "")) continue;
    const firstLine = index;
    let logical = "";
    let lastLine = index;
    for (; index < lines.length; index++) {
      const line = lines[index] ?? "";
      // Comments between continued lines are left out, and so are blank lines, which old Dockerfiles hold.
      if (index > firstLine && isCommentOrBlank(line)) continue;
      const trimmed = line.trimEnd();
      lastLine = index;
      const goesOn = trimmed.endsWith(escapeCharacter) && !trimmed.endsWith(escapeCharacter.repeat(2));
      logical += goesOn ? trimmed.slice(0, -1) : trimmed;
      if (!goesOn) break;
    }
    const words = logical.trim().replaceAll(/\s+/g, " ");
    const [keyword = ""] = words.split(" ", 1);
    const rest = words.slice(keyword.length).trim();
    for (const heredoc of heredocsIn(keyword, rest)) {
      lastLine = endOfHeredoc(lines, lastLine + 1, heredoc);
    }
    index = Math.max(index, lastLine);
    instructions.push({ keyword: keyword.toUpperCase(), rest, firstLine, lastLine });
  }
  return instructions;
}

/** The escape directive holds only among the comments at the very top. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*([a-z]+)\s*=\s*(\S+)\s*$/i.exec(line.trim());
    if (!directive) return "\\";
    if (directive[1]?.toLowerCase() === "escape") return directive[2] ?? "\\";
  }
  return "\\";
}

function isCommentOrBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

interface Heredoc {
  readonly word: string;
  readonly stripsTabs: boolean;
}

function heredocsIn(keyword: string, rest: string): Heredoc[] {
  const command = keyword.toUpperCase() === "ONBUILD" ? (rest.split(" ", 1)[0] ?? "") : keyword;
  if (!/^(?:RUN|COPY|ADD)$/i.test(command)) return [];
  return [...rest.matchAll(/(?<!<)<<(-?)\s*(["']?)([a-zA-Z_][\w.-]*)\2/g)].map(([, dash, , word = ""]) => ({
    word,
    stripsTabs: dash === "-",
  }));
}

function endOfHeredoc(lines: readonly string[], from: number, { word, stripsTabs }: Heredoc): number {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if ((stripsTabs ? line.replace(/^\t+/, "") : line) === word) return index;
  }
  return lines.length - 1;
}
