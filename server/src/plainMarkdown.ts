/** What our Markdown says, for an editor that shows text only as it stands. */
export function plainMarkdown(markdown: string): string {
  const lines = markdown.split("\n");
  let fence = "";
  const plain: string[] = [];
  for (const line of lines) {
    const [mark = ""] = /^`{3,}/.exec(line) ?? [];
    if (fence === "" && mark !== "") fence = mark;
    else if (fence !== "" && line === fence) fence = "";
    else plain.push(fence === "" ? plainLine(line) : line);
  }
  return plain.join("\n");
}

function plainLine(line: string): string {
  // Code first: what stands in it is not Markdown.
  return line
    .split(/(`+.*?`+)/)
    .map((part) => (part.startsWith("`") ? part.replace(/^`+ ?| ?`+$/g, "") : withoutMarks(part)))
    .join("");
}

function withoutMarks(text: string): string {
  return text
    .replace(/(?<!\\)\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)")
    .replace(/(?<![\\*])\*{1,2}(?=\S)(.+?)(?<![\\\s])\*{1,2}/g, "$1")
    .replace(/\\([\\`*_{}[\]()<>#+\-.!|~&:@"'=^$])/g, "$1");
}
