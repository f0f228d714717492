import type { Diagnostic, Range } from "vscode-languageserver-types";
import type { DiagnosticData } from "./diagnosticData";

/**
 * A short name for what diagnostics of one file say: two of the same name say the same for all that is likely here. Two
 * 32-bit FNV-1a hashes from different starts, since a browser's own digests are asynchronous; fed with the parts that can
 * differ, since putting thousands of diagnostics into a text takes longer than finding them again.
 */
export function diagnosticsDigest(diagnostics: readonly Diagnostic[]): string {
  let first = 0x811c9dc5;
  let second = 0x01000193 ^ diagnostics.length;
  let count = 0;
  const addNumber = (value: number) => {
    first = Math.imul(first ^ value, 0x01000193);
    second = Math.imul(second ^ (value + count++), 0x01000193);
  };
  const addText = (text: string) => {
    addNumber(text.length);
    for (let index = 0; index < text.length; index++) addNumber(text.charCodeAt(index));
  };
  const addRange = ({ start, end }: Range) => {
    addNumber(start.line);
    addNumber(start.character);
    addNumber(end.line);
    addNumber(end.character);
  };
  for (const { range, severity = 0, code = "", message, relatedInformation = [], data } of diagnostics) {
    addRange(range);
    addNumber(severity);
    addText(String(code));
    addText(typeof message === "string" ? message : message.value);
    addNumber(relatedInformation.length);
    for (const { location, message: other } of relatedInformation) {
      addRange(location.range);
      addText(other);
    }
    // A fix may stand elsewhere than what it mends, and move without it.
    for (const { title, edits } of (data as DiagnosticData | undefined)?.fixes ?? []) {
      addText(title);
      for (const edit of edits) {
        addRange(edit.range);
        addText(edit.newText);
      }
    }
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
