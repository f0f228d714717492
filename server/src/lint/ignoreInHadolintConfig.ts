import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from "yaml";

/**
 * The text of a `.hadolint.yaml` with one more ignored rule, its comments and layout kept. Undefined where the text
 * can't be read or ignores the rule already.
 */
export function ignoreInHadolintConfig(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text.trim() === "") return `ignored:\n  - ${name}\n`;
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  if (document.contents !== null && !isMap(document.contents)) return undefined;
  const ignored = document.get("ignored", true);
  const names = isSeq(ignored) ? ignored.items : [ignored];
  if (names.some((item) => isScalar(item) && item.value === name)) return undefined;
  return (isSeq(ignored) && itemAdded(text, ignored, name)) || rewritten(text, document, name);
}

/** A line of its own below the last item: nothing else of the text is touched. */
function itemAdded(text: string, list: YAMLSeq, name: string): string | undefined {
  const last = list.items.at(-1);
  if (list.flow || !isScalar(last) || !last.range) return undefined;
  const [start, end] = last.range;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const [dash] = /^[ \t]*-[ \t]+/.exec(text.slice(lineStart, start)) ?? [];
  if (dash === undefined) return undefined;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const next = text.indexOf("\n", end);
  if (next < 0) return `${text}${lineBreak}${dash}${name}${lineBreak}`;
  return `${text.slice(0, next + 1)}${dash}${name}${lineBreak}${text.slice(next + 1)}`;
}

function rewritten(text: string, document: Document, name: string): string {
  const ignored = document.get("ignored", true);
  if (isSeq(ignored)) ignored.add(document.createNode(name));
  else {
    const single = isScalar(ignored) && typeof ignored.value === "string" ? [ignored.value] : [];
    document.set("ignored", [...single, name]);
  }
  const written = document.toString({ lineWidth: 0 });
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
