/**
 * A short name for a text: two of the same name are the same text for all that is likely here. Not for secrets. Two
 * 32-bit FNV-1a hashes from different starts, since a browser's own digests are asynchronous.
 */
export function textDigest(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193 ^ text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + index), 0x01000193);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
