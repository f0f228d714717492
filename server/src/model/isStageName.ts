/** BuildKit's own expression. It lowers a name before it looks at it, so capitals are fine; quotes belong to the name. */
export function isStageName(text: string): boolean {
  return /^[a-z][a-z0-9-_.]*$/i.test(text);
}
