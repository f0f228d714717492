import type { Range } from "vscode-languageserver-types";
import type { Comment, ParserDirective } from "./dockerfile";
import type { EscapeCharacter } from "./head";
import { type LineIndex, lineText } from "./lineIndex";

/**
 * The directives at the top that the builder honours. They end at the first line that is none: a blank line, any other
 * comment, an unknown name, a name that was given before. `syntax` and `check` are looked for in the text as it is, so
 * blanks before the `#` end them; `escape` is read together with the instructions, after such blanks are taken away.
 * `mark` is how many characters of a byte order mark stand at the beginning.
 */
export function parserDirectives(index: LineIndex, mark = 0): ParserDirective[] {
  const all = directivesAtTop(index);
  const firstIndented = all.findIndex(({ range }) => isIndented(range, mark));
  if (firstIndented < 0) return all;
  const beyond = all.findIndex(({ name }, at) => at >= firstIndented && name !== "escape");
  return beyond < 0 ? all : all.slice(0, beyond);
}

/** The escape character that they ask for; a value that is neither leaves the backslash. */
export function escapeCharacterOf(index: LineIndex): EscapeCharacter {
  return directivesAtTop(index).find(({ name }) => name === "escape")?.value === "`" ? "`" : "\\";
}

function directivesAtTop(index: LineIndex): ParserDirective[] {
  const directives: ParserDirective[] = [];
  for (let line = 0; line < index.starts.length; line++) {
    const directive = directiveIn(lineText(index, line), line);
    if (directive === undefined || !NAMES.has(directive.name)) break;
    if (directives.some(({ name }) => name === directive.name)) break;
    directives.push(directive);
  }
  return directives;
}

function isIndented({ start }: Range, mark: number): boolean {
  return start.character > (start.line === 0 ? mark : 0);
}

/**
 * What a comment would say as a directive: for one that stands too late, or says again what was said above. Undefined
 * for any other comment, unless its name is one that the builder knows.
 */
export function looksLikeDirective(comment: Comment): ParserDirective | undefined {
  const { line, character } = comment.range.start;
  const gap = comment.textRange.start.character - character - 1;
  const directive = directiveIn(`${" ".repeat(character)}#${" ".repeat(gap)}${comment.text}`, line);
  return directive !== undefined && NAMES.has(directive.name) ? directive : undefined;
}

const NAMES = new Set(["syntax", "escape", "check"]);

function directiveIn(text: string, line: number): ParserDirective | undefined {
  const match = /^(\s*)(#\s*)([a-zA-Z][a-zA-Z0-9]*)(\s*=\s*)(\S|\S.*\S)\s*$/.exec(text);
  if (match === null) return undefined;
  const [, indent = "", hash = "", name = "", equals = "", value = ""] = match;
  const nameStart = indent.length + hash.length;
  const valueStart = nameStart + name.length + equals.length;
  const between = (start: number, end: number): Range => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  return {
    name: name.toLowerCase(),
    value,
    range: between(indent.length, text.length),
    nameRange: between(nameStart, nameStart + name.length),
    valueRange: between(valueStart, valueStart + value.length),
  };
}
