import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { type DocumentSymbol, MarkupKind, type SymbolInformation } from "vscode-languageserver-types";
import { plainMarkdown } from "./plainMarkdown";

/**
 * The connection as features see it: they answer as well as the protocol allows, and a client that has said that it shows
 * less gets less. Who says nothing of Markdown gets it, since ours can be read as it stands.
 */
export function fittingAnswers(connection: Connection, client: () => ClientCapabilities): Connection {
  const textDocument = () => client().textDocument ?? {};
  const plain = <Result>(formats: readonly MarkupKind[] | undefined, result: Result): Result =>
    formats && !formats.includes(MarkupKind.Markdown) ? (withoutMarkdown(result) as Result) : result;
  const hoverFormats = () => textDocument().hover?.contentFormat;
  const itemFormats = () => textDocument().completion?.completionItem?.documentationFormat;
  const signatureFormats = () => textDocument().signatureHelp?.signatureInformation?.documentationFormat;
  return {
    ...connection,
    onHover: (handler) =>
      connection.onHover(async (...asked) => plain(hoverFormats(), await handler(...asked))),
    onCompletion: (handler) =>
      connection.onCompletion(async (...asked) => plain(itemFormats(), await handler(...asked))),
    onCompletionResolve: (handler) =>
      connection.onCompletionResolve(async (...asked) => plain(itemFormats(), await handler(...asked))),
    onSignatureHelp: (handler) =>
      connection.onSignatureHelp(async (...asked) => plain(signatureFormats(), await handler(...asked))),
    onDocumentSymbol: (handler) =>
      connection.onDocumentSymbol(async (...asked) => {
        const symbols = await handler(...asked);
        const nests = textDocument().documentSymbol?.hierarchicalDocumentSymbolSupport === true;
        if (nests || !Array.isArray(symbols)) return symbols;
        return flat(symbols as DocumentSymbol[], asked[0].textDocument.uri);
      }),
  };
}

function withoutMarkdown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarkdown);
  if (typeof value !== "object" || value === null) return value;
  const { kind, value: text } = value as { kind?: unknown; value?: unknown };
  if (kind === MarkupKind.Markdown && typeof text === "string")
    return { kind: MarkupKind.PlainText, value: plainMarkdown(text) };
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutMarkdown(part)]));
}

/** As a list, for a client from before symbols could be nested. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children, uri, name),
  ]);
}
