/**
 * The engine's time, in seconds since 1970 or as RFC 3339, in milliseconds since 1970. 0 where it has none: it leaves
 * the field out, or says Go's own zero, the year 1.
 */
export function millisecondsFrom(time: number | string | null | undefined): number {
  const milliseconds = typeof time === "string" ? Date.parse(time) : (time ?? 0) * 1000;
  return Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds);
}
