/**
 * Where an object keeps what was worked out for it. A weak map from the object would say the same, but V8 holds on to what
 * is in one until its next full collection, and reading it takes longer than what most of these functions compute.
 */
const KEPT = Symbol("kept");

interface Keeper {
  /** Each function has a place of its own in it. */
  readonly [KEPT]?: unknown[];
}

let places = 0;

const UNDEFINED = Symbol("undefined");

/** Remembers what was worked out for an object, on the object itself: it must be one that can be added to. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const place = places++;
  return (key) => {
    const kept = (key as Keeper)[KEPT] ?? begin(key);
    const known = kept[place];
    if (known !== undefined) return (known === UNDEFINED ? undefined : known) as Value;
    const value = compute(key);
    kept[place] = value === undefined ? UNDEFINED : value;
    return value;
  };
}

/** Not enumerable, so that a copy of the object with something changed does not take it along. */
function begin(key: object): unknown[] {
  const kept: unknown[] = [];
  Object.defineProperty(key, KEPT, { value: kept });
  return kept;
}
