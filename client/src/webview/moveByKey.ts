const page = 20;

/** Where a key leads in a list of so many rows; undefined for a key that leads nowhere. */
export function moveByKey(
  key: string,
  { from, count }: { readonly from: number; readonly count: number },
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const target = steps[key];
  return target === undefined ? undefined : Math.max(0, Math.min(target, count - 1));
}
