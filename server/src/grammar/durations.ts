/** Units of a duration as the builder takes them, which is as Go does, in milliseconds. */
export const durationUnits: readonly {
  readonly unit: string;
  readonly milliseconds: number;
  readonly does: string;
}[] = [
  { unit: "ns", milliseconds: 1e-6, does: "Nanoseconds." },
  { unit: "us", milliseconds: 1e-3, does: "Microseconds." },
  { unit: "ms", milliseconds: 1, does: "Milliseconds." },
  { unit: "s", milliseconds: 1000, does: "Seconds." },
  { unit: "m", milliseconds: 60_000, does: "Minutes." },
  { unit: "h", milliseconds: 3_600_000, does: "Hours." },
];

/** HEALTHCHECK refuses anything shorter but zero. In milliseconds. */
export const shortestDuration = 1;

const byUnit: ReadonlyMap<string, number> = new Map([
  ...durationUnits.map(({ unit, milliseconds }): [string, number] => [unit, milliseconds]),
  // Both the micro sign and the Greek letter.
  ["\u00b5s", 1e-3],
  ["\u03bcs", 1e-3],
]);

const wholeText = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/;
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g;

/**
 * Milliseconds of a duration such as `30s`, `1m30s` or `1.5h`; undefined for what the builder cannot read.
 * A number needs a unit, only zero does not: https://pkg.go.dev/time#ParseDuration
 */
export function parseDuration(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0;
  if (!wholeText.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(part)) sum += Number(number) * (byUnit.get(unit ?? "") ?? 0);
  return text.startsWith("-") ? -sum : sum;
}
