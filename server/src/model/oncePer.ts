/**
 * Where an object keeps what was worked out for it. A weak map from the object would say the same, but V8 holds on to what
 * is in one until its next full collection, and reading it takes longer than what most of these functions compute.
 */
const KEPT = Symbol("kept");

interface Keeper {
  /** Each function has a place of its own in it. */
  [KEPT]?: unknown[];
}

let places = 0;

const UNDEFINED = Symbol("undefined");

/** Remembers what was worked out for an object, on the object itself: it must be one that can be added to. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const place = places++;
  return (key) => {
    const keeper: Keeper = key;
    keeper[KEPT] ??= [];
    const known = keeper[KEPT][place];
    if (known !== undefined) return (known === UNDEFINED ? undefined : known) as Value;
    const value = compute(key);
    keeper[KEPT][place] = value === undefined ? UNDEFINED : value;
    return value;
  };
}
