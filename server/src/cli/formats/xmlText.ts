/** Text for an attribute or an element. What XML 1.0 can't hold even when escaped is shown as a replacement character. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"'\r\n\t]/g, (character) => escapes[character] ?? `&#${character.charCodeAt(0)};`);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
