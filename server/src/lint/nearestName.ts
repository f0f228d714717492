import { distance } from "fastest-levenshtein";

/** The name that is so many letters away at most, and nearest; the first of several. */
export function nearestName(word: string, names: Iterable<string>, furthest: number): string | undefined {
  if (word.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let least = furthest + 1;
  let looked = 0;
  for (const name of names) {
    if (++looked > MOST) break;
    // Each letter more or less is one away.
    if (Math.abs(name.length - word.length) >= least) continue;
    const away = areSwapped(word, name) ? 1 : distance(word, name);
    if (away >= least) continue;
    nearest = name;
    least = away;
  }
  return nearest;
}

/** `FORM` for `FROM`: two letters that stand side by side are one slip. */
function areSwapped(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

/** A third of the letters may be wrong in a slip of the hand, and in a short word one. */
export function slipOf(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** Nobody misspells a word of so many letters, and comparing costs their square. */
const LONGEST = 200;

/** A file with more names is made by a program, which does not misspell any. */
const MOST = 500;
