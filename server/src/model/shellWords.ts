import type { Run } from "./logicalText";
import type { SyntaxWord, WordPart } from "./shellSyntax";

/** The word with its quotes taken away; undefined where something in it is expanded when it runs. Patterns stay as written. */
export function knownValue(word: SyntaxWord): string | undefined {
  return isKnown(word.parts) ? word.value : undefined;
}

/** The text of a word that is itself a script, such as the last of `sh -c '…'`; expansions in it stay as written. */
export function scriptRuns(word: SyntaxWord): Run[] {
  return word.parts === undefined
    ? unescaped(word.text, word.pos, /\\(.|$)/gs)
    : word.parts.flatMap(runsOfPart);
}

function isKnown(parts: readonly WordPart[] | undefined): boolean {
  return (parts ?? []).every((part) => {
    switch (part.type) {
      case "Literal":
      case "SingleQuoted":
      case "AnsiCQuoted":
        return true;
      case "DoubleQuoted":
      case "LocaleString":
      case "Glob":
      case "BraceExpansion":
      case "ExtendedGlob":
        return isKnown(part.parts);
      default:
        return false;
    }
  });
}

function runsOfPart(part: WordPart): Run[] {
  const { text, pos, end } = part;
  switch (part.type) {
    case "Literal":
      return unescaped(text, pos, /\\(.|$)/gs);
    case "SingleQuoted":
      return [{ text: part.value, start: pos + 1, end: pos + 1 + part.value.length }];
    case "AnsiCQuoted":
      return [{ text: part.value, start: pos, end }];
    case "DoubleQuoted":
      return part.parts.flatMap((child) =>
        child.type === "Literal"
          ? unescaped(child.text, child.pos, /\\([$`"\\\n])/g)
          : [{ text: child.text, start: child.pos, end: child.end }],
      );
    default:
      return [{ text, start: pos, end }];
  }
}

/** Takes the backslashes away; each escaped character is a run of its own. */
function unescaped(text: string, pos: number, escapes: RegExp): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(escapes)) {
    if (match.index > at)
      runs.push({ text: text.slice(at, match.index), start: pos + at, end: pos + match.index });
    const end = match.index + match[0].length;
    runs.push({ text: match[1] === "\n" ? "" : (match[1] ?? ""), start: pos + match.index, end: pos + end });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), start: pos + at, end: pos + text.length });
  return runs.filter((run) => run.text !== "");
}
