import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type Position,
  type ProtocolConnection,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from "vscode-languageserver/node";

export interface Answer {
  readonly request: string;
  readonly answer: unknown;
  readonly milliseconds: number;
}

/** Asks a server for everything that it can tell of a document, one after the other. Rejects where a request fails. */
export async function everyAnswer(
  connection: ProtocolConnection,
  uri: string,
  position: Position,
): Promise<readonly Answer[]> {
  const textDocument = { uri };
  const at = { textDocument, position };
  const range = { start: { line: Math.max(0, position.line - 5), character: 0 }, end: position };
  const questions: readonly [request: string, params: unknown][] = [
    [DocumentDiagnosticRequest.method, { textDocument }],
    [CompletionRequest.method, at],
    [HoverRequest.method, at],
    [SignatureHelpRequest.method, at],
    [DefinitionRequest.method, at],
    [ReferencesRequest.method, { ...at, context: { includeDeclaration: true } }],
    [DocumentHighlightRequest.method, at],
    [LinkedEditingRangeRequest.method, at],
    [DocumentSymbolRequest.method, { textDocument }],
    [FoldingRangeRequest.method, { textDocument }],
    [SelectionRangeRequest.method, { textDocument, positions: [position] }],
    [DocumentLinkRequest.method, { textDocument }],
    [SemanticTokensRequest.method, { textDocument }],
    [SemanticTokensRangeRequest.method, { textDocument, range }],
    [InlayHintRequest.method, { textDocument, range }],
    [CodeLensRequest.method, { textDocument }],
    [CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }],
    [DocumentFormattingRequest.method, { textDocument, options: { tabSize: 4, insertSpaces: true } }],
  ];
  const answers: Answer[] = [];
  for (const [request, params] of questions) {
    const begun = performance.now();
    const answer = await connection.sendRequest<unknown>(request, params);
    answers.push({ request, answer, milliseconds: performance.now() - begun });
  }
  return answers;
}

/** The same without what may differ from one document to another of the same text: its address, and names of answers. */
export function comparable({ request, answer }: Answer, uri: string): string {
  const text =
    JSON.stringify(answer, (key, value: unknown) => (key === "resultId" ? undefined : value)) ?? "";
  return `${request} ${text.replaceAll(uri, "URI")}`;
}
