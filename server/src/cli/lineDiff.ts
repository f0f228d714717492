export interface DiffLine {
  readonly kind: "removed" | "added";
  /** Zero-based, in the text before for removed lines, in the one after for added ones. */
  readonly line: number;
  readonly text: string;
}

/**
 * The lines that differ between two texts. Fixes change few lines, so each difference is closed at the nearest pair of
 * like lines behind it: not the shortest diff in every case, but one that reads well, in little time.
 */
export function lineDiff(before: string, after: string): DiffLine[] {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const found: DiffLine[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a++;
      b++;
      continue;
    }
    const meeting = nextMeeting(old, now, a, b);
    for (; a < meeting.a; a++) found.push({ kind: "removed", line: a, text: old[a] ?? "" });
    for (; b < meeting.b; b++) found.push({ kind: "added", line: b, text: now[b] ?? "" });
  }
  return found;
}

/** How far ahead like lines are looked for. */
const REACH = 200;

function nextMeeting(old: readonly string[], now: readonly string[], a: number, b: number) {
  for (let distance = 1; distance <= REACH; distance++) {
    for (let skipped = 0; skipped <= distance; skipped++) {
      const [x, y] = [a + skipped, b + distance - skipped];
      if (x < old.length && y < now.length && old[x] === now[y]) return { a: x, b: y };
    }
  }
  return { a: Math.min(a + REACH, old.length), b: Math.min(b + REACH, now.length) };
}
