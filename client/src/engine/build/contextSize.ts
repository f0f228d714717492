/** What was sent of a build context. */
export interface ContextSize {
  readonly files: number;
  readonly bytes: number;
}

export interface ContextCounter {
  add(bytes: number): void;
  /** Tells the totals even where the last time is not long ago. */
  flush(): void;
}

/** Often enough for a person to see it grow, seldom enough for a hundred thousand files. */
const intervalMs = 100;

/** Adds up what is sent, and tells the totals now and then. */
export function contextCounter(tell: (total: ContextSize) => void): ContextCounter {
  let files = 0;
  let bytes = 0;
  let told = 0;

  function flush(): void {
    told = Date.now();
    tell({ files, bytes });
  }

  return {
    add(more) {
      files += 1;
      bytes += more;
      if (Date.now() - told >= intervalMs) flush();
    },
    flush,
  };
}
