const size = /^(\d+(?:\.\d+)*) ?([kmgtp])?(i)?(b)?$/i;
const powers: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4, p: 5 };

/**
 * Bytes of a size such as `512m`, `1g` or `64MiB`; each unit is 1024 of the one below.
 * Undefined for what the builder cannot read: https://pkg.go.dev/github.com/docker/go-units#RAMInBytes
 */
export function parseByteSize(text: string): number | undefined {
  const match = size.exec(text);
  const number = Number(match?.[1]);
  if (!match || Number.isNaN(number)) return undefined;
  return Math.floor(number * 1024 ** (powers[match[2]?.toLowerCase() ?? ""] ?? 0));
}
