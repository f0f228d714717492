/**
 * A typed command as words, by a shell's quoting. Undefined where it holds what only a shell can do, or an open quote:
 * then a shell has to read it.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (quote !== "") {
      if (letter === quote) quote = "";
      else if (quote === '"' && /[$`\\]/.test(letter)) return undefined;
      else word += letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      word ??= "";
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[|&;<>()$`*?[\]{}~#!\\]/.test(letter)) return undefined;
    else word = (word ?? "") + letter;
  }
  if (quote !== "") return undefined;
  if (word !== undefined) words.push(word);
  return words;
}
