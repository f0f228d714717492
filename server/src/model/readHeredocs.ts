import { dropBlanks } from "./blanks";
import { readExecForm } from "./execForm";
import { readFlags } from "./flags";
import type { Head } from "./head";
import { type HeredocMarker, heredocMarkers } from "./heredocMarkers";
import type { Heredoc } from "./heredocs";
import { type LineIndex, lineEnd, lineText } from "./lineIndex";
import type { LogicalText } from "./logicalText";
import { splitKeyword } from "./splitKeyword";

/** The heredocs of an instruction whose head ends in `index`: their bodies follow each other below it. */
export function readHeredocs(index: LineIndex, head: Head): Heredoc[] {
  const markers = markersOf(head.logical);
  let line = head.lines.lastLine + 1;
  return markers.map((marker) => {
    const end = closingLine(index, line, marker);
    const heredoc = heredocBetween(index, head.logical, marker, line, end);
    line = end + 1;
    return heredoc;
  });
}

/** Those of the instructions that take heredocs, in shell form; empty for all others. */
export function markersOf(logical: LogicalText): HeredocMarker[] {
  return logical.text.includes("<<") && takesHeredocs(logical, 0) ? heredocMarkers(logical.text) : [];
}

/** Line of the word that ends the body, or the number of lines where none does. */
export function closingLine(index: LineIndex, firstLine: number, marker: HeredocMarker): number {
  const { name, stripsTabs } = marker;
  let line = firstLine;
  for (; line < index.starts.length; line++) {
    let start = index.starts[line] ?? 0;
    const end = lineEnd(index, line);
    if (stripsTabs) while (index.text[start] === "\t") start++;
    if (end - start === name.length && index.text.startsWith(name, start)) break;
  }
  return line;
}

function takesHeredocs(logical: LogicalText, start: number): boolean {
  const { keyword, keywordEnd } = splitKeyword(logical.text, start);
  if (keyword === "ONBUILD") {
    // Only one level: the builder refuses ONBUILD ONBUILD.
    const trigger = readFlags(logical, keywordEnd).end;
    return splitKeyword(logical.text, trigger).keyword !== "ONBUILD" && takesHeredocs(logical, trigger);
  }
  if (keyword !== "RUN" && keyword !== "COPY" && keyword !== "ADD") return false;
  const argument = readFlags(logical, keywordEnd).end;
  return (
    readExecForm(logical, argument, dropBlanks(logical.text, argument, logical.text.length)) === undefined
  );
}

function heredocBetween(
  index: LineIndex,
  logical: LogicalText,
  marker: HeredocMarker,
  firstLine: number,
  endLine: number,
): Heredoc {
  const { text, starts } = index;
  const from = starts[firstLine] ?? text.length;
  const to = starts[endLine] ?? text.length;
  const lastLine = starts.length - 1;
  const afterAll = { line: lastLine, character: text.length - (starts[lastLine] ?? 0) };
  const isClosed = endLine < starts.length;
  const closing = lineText(index, endLine);
  const indent = marker.stripsTabs ? closing.length - marker.name.length : 0;
  return {
    name: marker.name,
    markerRange: logical.rangeOf(marker.start, marker.end),
    nameRange: logical.rangeOf(marker.nameStart, marker.nameEnd),
    stripsTabs: marker.stripsTabs,
    expandsVariables: marker.expandsVariables,
    fileDescriptor: marker.fileDescriptor,
    body: text.slice(from, to),
    bodyRange: {
      start: firstLine < starts.length ? { line: firstLine, character: 0 } : afterAll,
      end: isClosed ? { line: endLine, character: 0 } : afterAll,
    },
    endRange: isClosed
      ? {
          start: { line: endLine, character: indent },
          end: { line: endLine, character: closing.length },
        }
      : undefined,
  };
}
