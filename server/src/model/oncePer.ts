const KEPT = Symbol("kept");

interface Holder {
  [KEPT]?: Map<number, unknown>;
}

let slots = 0;

/** Remembers what was worked out for an object for as long as somebody holds the object. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const slot = slots++;
  return (key) => {
    const kept = ((key as Holder)[KEPT] ??= new Map());
    const known = kept.get(slot);
    if (known !== undefined || kept.has(slot)) return known as Value;
    const value = compute(key);
    kept.set(slot, value);
    return value;
  };
}
