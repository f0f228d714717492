import type { LogChunk } from "../../engine/engine";

export interface LogLines {
  write(chunk: LogChunk): void;
  /** What was begun and not ended is a line, too. From now on, what was already seen is left out. */
  end(): void;
  /** When the last line was written, in milliseconds since 1970. */
  lastTime(): number | undefined;
}

export interface LogLinesOptions {
  readonly timestamps: "shown" | "hidden";
  append(text: string): void;
}

/** The engine writes nine digits, so that its times sort as texts. */
const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?/;

/**
 * Makes lines of a log that was asked for with timestamps, and knows by these how far it has come: so a log that breaks
 * off can be taken up where it was, with no line twice. The two streams of a program are put together line by line.
 */
export function logLines({ timestamps, append }: LogLinesOptions): LogLines {
  const unfinished = { stdout: "", stderr: "" };
  let last = "";
  let seen = "";

  const tell = (line: string) => {
    const time = stamp.exec(line)?.[1];
    if (time !== undefined) {
      if (seen !== "" && time <= seen) return;
      if (time > last) last = time;
    }
    const text = overwritten(time === undefined ? line : line.replace(stamp, ""));
    append(`${timestamps === "shown" && time !== undefined ? `${shortTime(time)} ` : ""}${text}\n`);
  };

  return {
    write({ source, text }) {
      const lines = (unfinished[source] + text).split("\n");
      unfinished[source] = lines.pop() ?? "";
      for (const line of lines) tell(line);
    },
    end() {
      for (const source of ["stdout", "stderr"] as const) {
        if (unfinished[source] !== "") tell(unfinished[source]);
        unfinished[source] = "";
      }
      seen = last;
    },
    lastTime: () => (last === "" ? undefined : Date.parse(last)),
  };
}

/** What a terminal shows of a line that a program has written over, as progress bars do. Its colors go on. */
function overwritten(line: string): string {
  const text = line.replace(/\r+$/, "");
  const start = text.lastIndexOf("\r") + 1;
  const colors = text.slice(0, start).match(/\u001b\[[\d;:]*m/g) ?? [];
  return colors.join("") + text.slice(start);
}

/** To the millisecond: more digits only hide the text. */
function shortTime(time: string): string {
  return time.replace(/(\.\d{3})\d+/, "$1");
}
