/** Whether a character is white space to the builder (Go's `unicode.IsSpace`). A byte order mark is none. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x85) return false;
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && WIDE_BLANK.test(String.fromCharCode(code)));
}

/** Whether BuildKit splits at a character where quotes play no part: a no-break space, for one, belongs to the word. */
export function isPlainBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 13;
}

/** Offset of the first character from `start` on that is no blank, `end` where there is none. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind the last character before `end` that is no blank, `start` where there is none. */
export function dropBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

const WIDE_BLANK = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
