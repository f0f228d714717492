import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";

/**
 * The text of a `.hadolint.yaml` with one more ignored rule, its comments and layout kept as far as YAML can be written
 * back. Undefined where the text can't be read or ignores the rule already.
 */
export function ignoreInHadolintConfig(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text.trim() === "") return `ignored:\n  - ${name}\n`;
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const changed = document.contents === null || isMap(document.contents) ? addTo(document, name) : undefined;
  if (!changed) return undefined;
  const written = changed.toString({ lineWidth: 0, indentSeq: !/^[\w-]+:[ \t]*\r?\n-/m.test(text) });
  return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}

function addTo(document: Document, name: string): Document | undefined {
  const ignored = document.get("ignored", true);
  if (isSeq(ignored)) {
    if (ignored.items.some((item) => isScalar(item) && item.value === name)) return undefined;
    ignored.add(document.createNode(name));
  } else if (isScalar(ignored) && typeof ignored.value === "string") {
    if (ignored.value === name) return undefined;
    document.set("ignored", [ignored.value, name]);
  } else document.set("ignored", [name]);
  return document;
}
