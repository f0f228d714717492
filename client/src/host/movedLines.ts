export interface Lines {
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One edit, by its place in the text before it. */
export interface LineEdit extends Lines {
  readonly firstCharacter: number;
  /** Exclusive. */
  readonly lastCharacter: number;
  readonly newText: string;
}

/** Where lines stand after these edits. Undefined where one of the edits touches them. */
export function movedLines(lines: Lines, edits: readonly LineEdit[]): Lines | undefined {
  let shift = 0;
  for (const edit of edits) {
    if (edit.firstLine > lines.lastLine) continue;
    const isAbove =
      edit.lastLine < lines.firstLine || (edit.lastLine === lines.firstLine && isOfWholeLines(edit));
    if (!isAbove) return undefined;
    shift += edit.newText.split("\n").length - 1 - (edit.lastLine - edit.firstLine);
  }
  return { firstLine: lines.firstLine + shift, lastLine: lines.lastLine + shift };
}

/** Whether it ends where a line begins and leaves that line as it is. */
function isOfWholeLines({ firstLine, lastLine, firstCharacter, lastCharacter, newText }: LineEdit): boolean {
  if (firstCharacter !== 0 || lastCharacter !== 0) return false;
  return newText === "" ? lastLine > firstLine : newText.endsWith("\n");
}
