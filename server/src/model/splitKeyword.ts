import { isPlainBlank, skipBlanks } from "./blanks";

/** The first word of an instruction's line, in upper case, and where it stands. */
export interface Keyword {
  readonly keyword: string;
  readonly keywordStart: number;
  readonly keywordEnd: number;
}

export function splitKeyword(line: string, start: number): Keyword {
  const keywordStart = skipBlanks(line, start, line.length);
  let keywordEnd = keywordStart;
  while (keywordEnd < line.length && !isPlainBlank(line.charCodeAt(keywordEnd))) keywordEnd++;
  return { keyword: line.slice(keywordStart, keywordEnd).toUpperCase(), keywordStart, keywordEnd };
}
