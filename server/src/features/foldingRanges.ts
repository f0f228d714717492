import type { FoldingRangeParams } from "vscode-languageserver";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { Comment, Dockerfile } from "../model/dockerfile";
import type { Feature } from "./feature";

export const foldingRangesFeature: Feature = {
  capabilities: { foldingRangeProvider: true },
  connect: (connection, serve) =>
    void connection.onFoldingRanges(serve((dockerfile, _: FoldingRangeParams) => foldingRanges(dockerfile))),
};

/** Stages, instructions of several lines, heredocs, comments of several lines, and `#region`. In the order of the file. */
export function foldingRanges({ stages, instructions, comments }: Dockerfile): FoldingRange[] {
  const found = [
    ...stages.map(({ range }) => folded(range.start.line, range.end.line)),
    ...instructions.map(({ keywordRange, range }) => folded(keywordRange.start.line, range.end.line)),
    ...instructions.flatMap(({ heredocs }) =>
      // A single one folds with its instruction; of several, each by itself.
      heredocs.length < 2
        ? []
        : heredocs.map(({ bodyRange, endRange }) =>
            folded(bodyRange.start.line, (endRange ?? bodyRange).end.line - (endRange ? 1 : 0)),
          ),
    ),
    ...commentBlocks(comments),
    ...regions(comments),
  ];
  return found
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function folded(startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange {
  return { startLine, endLine, ...(kind && { kind }) };
}

function commentBlocks(comments: readonly Comment[]): FoldingRange[] {
  const blocks: FoldingRange[] = [];
  for (const comment of comments) {
    const { line } = comment.range.start;
    if (REGION.test(comment.text)) continue;
    const last = blocks.at(-1);
    if (last && last.endLine === line - 1) last.endLine = line;
    else blocks.push(folded(line, line, FoldingRangeKind.Comment));
  }
  return blocks;
}

const REGION = /^(?:end)?region\b/i;

/** They may be nested; one that is never closed folds nothing. */
function regions(comments: readonly Comment[]): FoldingRange[] {
  const open: number[] = [];
  const found: FoldingRange[] = [];
  for (const { text, range } of comments) {
    if (/^region\b/i.test(text)) open.push(range.start.line);
    else if (/^endregion\b/i.test(text)) {
      const start = open.pop();
      if (start !== undefined) found.push(folded(start, range.start.line, FoldingRangeKind.Region));
    }
  }
  return found;
}
