import type { ShellWord } from "./shell";

/**
 * Whether a word begins or ends with what is expanded when the command runs, so that nobody can say what it names:
 * `$PACKAGES`, `"$(cat list)"`, `nginx${SUFFIX}`.
 */
export function isOpenWord({ text, value }: ShellWord): boolean {
  if (value !== undefined) return false;
  return /^["']?[$`]/.test(text) || /(?:[})`]|\$[\w@*]+)["']?$/.test(text);
}
