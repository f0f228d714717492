import type { HistoryEntry } from "../engine/image";
import { humanAge } from "./humanAge";
import { humanSize } from "./humanSize";

/** An image's steps as lines of text, the oldest first as in its Dockerfile: size, age and instruction. */
export function historyLines(history: readonly HistoryEntry[], now: number): string[] {
  const rows = history.toReversed().map(({ size, created, createdBy, comment, tags }) => ({
    size: size === 0 ? "" : humanSize(size),
    // Builders that make the same image each time date it long ago.
    age: created <= 0 ? "" : humanAge(created, now),
    step: stepWords(createdBy, comment),
    tags: tags.length > 0 ? `  (${tags.join(", ")})` : "",
  }));
  const width = (part: "size" | "age") => Math.max(0, ...rows.map((row) => row[part].length));
  const [size, age] = [width("size"), width("age")];
  return rows.map((row) => `${row.size.padStart(size)}  ${row.age.padEnd(age)}  ${row.step}${row.tags}`);
}

/** What was written in the Dockerfile, as far as the builder's own wording of it tells. */
export function instructionOf(createdBy: string): string {
  const [, metadata] = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(createdBy) ?? [];
  if (metadata !== undefined) return oneLine(metadata);
  const [, classicRun] = /^(?:\|\d+ .*?)?\/bin\/sh -c (.*)$/s.exec(createdBy) ?? [];
  if (classicRun !== undefined) return `RUN ${oneLine(classicRun)}`;
  // BuildKit ends all it does with its name, and puts a RUN's build arguments in front.
  const buildKit = createdBy.replace(/\s*# buildkit$/, "");
  return oneLine(buildKit.replace(/^RUN (?:\|\d+ .*?)?\/bin\/sh -c /s, "RUN "));
}

function stepWords(createdBy: string, comment: string): string {
  if (createdBy !== "") return instructionOf(createdBy);
  return comment === "" ? "(not recorded)" : oneLine(comment);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
