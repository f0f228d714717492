const units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

/**
 * Bytes as `docker images` prints them: units of a thousand, three significant digits, no trailing zeros: `5.54MB`,
 * `13.3kB`. Where rounding reaches a thousand the next unit is taken; the CLI prints `1e+03MB` there.
 */
export function humanSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (Number(size.toPrecision(3)) >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${Number(size.toPrecision(3))}${units[unit]}`;
}
