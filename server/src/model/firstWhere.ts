/** Index of the first that answers yes, where all behind it do so as well; the length where none does. Halves the search. */
export function firstWhere<One>(sorted: readonly One[], answer: (one: One) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Within the bounds.
    if (answer(sorted[middle] as One)) high = middle;
    else low = middle + 1;
  }
  return low;
}
