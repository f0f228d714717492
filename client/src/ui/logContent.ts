import { type StyledLine, type StyledSpan, styledText } from "./styledText";

/** What a log's document shows: its last lines, with their colors apart from them. */
export interface LogContent {
  add(text: string): void;
  /** The whole text. What `spansAt` tells is of this text until it is asked for again. */
  text(): string;
  /** How a line of that text is drawn; counted from zero. */
  spansAt(line: number): readonly StyledSpan[];
}

/** Older lines go: an editor with more is slow to draw anew, and nobody reads on from there. */
const mostLines = 10_000;

export function createLogContent(): LogContent {
  const styled = styledText();
  // The last one is the one that is still being written.
  let lines: StyledLine[] = [{ text: "", spans: [] }];
  let dropped = 0;
  let shown = lines;
  let notes = 0;

  return {
    add(text) {
      const [first, ...rest] = styled(text);
      const last = lines.at(-1);
      if (first && last) lines[lines.length - 1] = joined(last, first);
      for (const line of rest) lines.push(line);
      // A tenth more, so that not every line makes all others move.
      if (lines.length <= mostLines * 1.1) return;
      dropped += lines.length - mostLines;
      lines = lines.slice(-mostLines);
    },
    text() {
      shown = lines;
      notes = dropped > 0 ? 1 : 0;
      const note = dropped > 0 ? `— ${dropped} older lines are left out —\n` : "";
      return note + lines.map(({ text }) => text).join("\n");
    },
    spansAt: (line) => shown[line - notes]?.spans ?? [],
  };
}

function joined(one: StyledLine, other: StyledLine): StyledLine {
  const moved = other.spans.map(({ start, end, style }) => ({
    start: start + one.text.length,
    end: end + one.text.length,
    style,
  }));
  return { text: one.text + other.text, spans: [...one.spans, ...moved] };
}
