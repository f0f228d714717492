/** What a comment that silences the linter says, before its place in the file is looked at. */
export interface SuppressionComment {
  readonly tool: "drydock" | "hadolint" | "dockerfile-utils" | "shellcheck";
  readonly reach: "instruction" | "line" | "stage" | "file";
  /** Empty for dockerfile-utils, which knows no names and silences everything. */
  readonly names: readonly NameInComment[];
  /** Why the tool itself could not read it: then it silences nothing. */
  readonly unreadable?: string;
}

export interface NameInComment {
  /** Without the blanks around. */
  readonly text: string;
  /** Offset into the comment's text. */
  readonly start: number;
}

/**
 * Reads a comment's text (without its `#`) as each tool reads its own: hadolint and ShellCheck want lower case,
 * dockerfile-utils the very words. A rule may be named by any of its names in all of them. Undefined for every other
 * comment.
 */
export function suppressionComment(text: string): SuppressionComment | undefined {
  // Nearly every comment ends here.
  const tool = /^(?:drydock|hadolint|dockerfile-utils|shellcheck)(?=[\s:])/i.exec(text)?.[0];
  if (tool === undefined) return undefined;
  if (text === "dockerfile-utils: ignore") return { tool: "dockerfile-utils", reach: "line", names: [] };
  return readHadolint(text) ?? readDrydock(text) ?? readShellCheck(text);
}

function readHadolint(text: string): SuppressionComment | undefined {
  const head = /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*/.exec(text);
  if (!head) return undefined;
  const reach = head[1] === "global" ? "file" : head[1] === "stage" ? "stage" : "instruction";
  return { tool: "hadolint", reach, ...readList(text, head[0].length) };
}

function readDrydock(text: string): SuppressionComment | undefined {
  const head = /^drydock\s+(ignore-file|ignore)\s*=\s*/i.exec(text);
  if (!head) return undefined;
  const reach = head[1]?.toLowerCase() === "ignore-file" ? "file" : "instruction";
  return { tool: "drydock", reach, ...readList(text, head[0].length) };
}

/**
 * Names parted by commas. After the last one may stand a remark that begins with `#`: hadolint reads nothing of a
 * comment that goes on in any other way (`ruleList` in its Pragma.hs), so we do not either, and say why.
 */
function readList(text: string, start: number): Pick<SuppressionComment, "names" | "unreadable"> {
  const names: NameInComment[] = [];
  const name = /[A-Za-z0-9_-]+/y;
  let at = start;
  for (;;) {
    name.lastIndex = at;
    const found = name.exec(text)?.[0];
    if (found === undefined)
      return { names, unreadable: "A rule's name is missing: write the names with commas between them." };
    names.push({ text: found, start: at });
    at = skipBlanks(text, at + found.length);
    if (text[at] !== ",") break;
    at = skipBlanks(text, at + 1);
  }
  if (at < text.length && text[at] !== "#")
    return { names, unreadable: "Part the names with commas, and begin a remark after them with #." };
  return { names };
}

/** `disable=SC2086,2046 disable=SC1000-SC1999`, in any place among other `key=value` pairs. */
function readShellCheck(text: string): SuppressionComment | undefined {
  if (!text.startsWith("shellcheck")) return undefined;
  const names: NameInComment[] = [];
  const remark = text.indexOf("#");
  const end = remark < 0 ? text.length : remark;
  for (const { 0: pair, 1: list = "", index } of text.matchAll(/\bdisable=([^\s#]+)/g)) {
    if (index >= end) break;
    let at = index + pair.length - list.length;
    for (const part of list.split(",")) {
      if (part !== "") names.push({ text: part, start: at });
      at += part.length + 1;
    }
  }
  return names.length > 0 ? { tool: "shellcheck", reach: "line", names } : undefined;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}
