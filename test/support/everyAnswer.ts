import {
  CodeActionRequest,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  LSPErrorCodes,
  type Position,
  PrepareRenameRequest,
  type ProtocolConnection,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";

export interface Answer {
  readonly request: string;
  readonly answer: unknown;
  readonly milliseconds: number;
}

/**
 * Asks a server for everything that it can tell of a document, one after the other. Rejects where a request fails; to
 * refuse one with a reason, as a rename of what has no name of its own, is an answer.
 */
export async function everyAnswer(
  connection: ProtocolConnection,
  uri: string,
  position: Position,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const ask = async (request: string, params: unknown): Promise<unknown> => {
    const begun = performance.now();
    const answer = await connection.sendRequest<unknown>(request, params).catch(refusal);
    answers.push({ request, answer, milliseconds: performance.now() - begun });
    return answer;
  };
  for (const [request, params] of questions(uri, position)) await ask(request, params);
  const answerTo = <Result>({ method }: { readonly method: string }) =>
    answers.find(({ request }) => request === method)?.answer as Result;
  for (const item of answerTo<CompletionItem[] | null>(CompletionRequest)?.slice(0, 3) ?? [])
    await ask(CompletionResolveRequest.method, item);
  const { resultId = "" } = answerTo<SemanticTokens>(SemanticTokensRequest);
  await ask(SemanticTokensDeltaRequest.method, { textDocument: { uri }, previousResultId: resultId });
  return answers;
}

/** Whose answers depend on nothing that was answered before. */
function questions(uri: string, position: Position): readonly [request: string, params: unknown][] {
  const textDocument = { uri };
  const at = { textDocument, position };
  const range = { start: { line: Math.max(0, position.line - 5), character: 0 }, end: position };
  const options = { tabSize: 4, insertSpaces: true };
  const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
  const fixAll = { diagnostics: [], only: ["source.fixAll"] };
  return [
    [DocumentDiagnosticRequest.method, { textDocument }],
    [CompletionRequest.method, at],
    [HoverRequest.method, at],
    [SignatureHelpRequest.method, at],
    [DefinitionRequest.method, at],
    [ReferencesRequest.method, { ...at, context: { includeDeclaration: true } }],
    [DocumentHighlightRequest.method, at],
    [LinkedEditingRangeRequest.method, at],
    [PrepareRenameRequest.method, at],
    [RenameRequest.method, { ...at, newName: "renamed" }],
    [DocumentSymbolRequest.method, { textDocument }],
    [FoldingRangeRequest.method, { textDocument }],
    [SelectionRangeRequest.method, { textDocument, positions: [position] }],
    [DocumentLinkRequest.method, { textDocument }],
    [SemanticTokensRequest.method, { textDocument }],
    [SemanticTokensRangeRequest.method, { textDocument, range }],
    [InlayHintRequest.method, { textDocument, range: whole }],
    [CodeLensRequest.method, { textDocument }],
    [CodeActionRequest.method, { textDocument, range, context: { diagnostics: [] } }],
    [CodeActionRequest.method, { textDocument, range: whole, context: fixAll }],
    [DocumentFormattingRequest.method, { textDocument, options }],
    [DocumentRangeFormattingRequest.method, { textDocument, range, options }],
    [DocumentOnTypeFormattingRequest.method, { ...at, ch: "\n", options }],
    [WorkspaceSymbolRequest.method, { query: "" }],
    [WorkspaceDiagnosticRequest.method, { previousResultIds: [] }],
  ];
}

function refusal(error: unknown): unknown {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed)
    return { refused: error.message };
  throw error;
}

/**
 * The same without what may differ from one document to another of the same text: its folder and version, the names of
 * answers, and what is told of other documents.
 */
export function comparable({ request, answer }: Answer, uri: string): string {
  const own = ofDocument(request, answer, uri);
  const text = JSON.stringify(own, (key, value: unknown) => (mayDiffer.has(key) ? undefined : value)) ?? "";
  return `${request} ${text.replaceAll(uri.slice(0, uri.lastIndexOf("/")), "FOLDER")}`;
}

const mayDiffer = new Set(["resultId", "version"]);

function ofDocument(request: string, answer: unknown, uri: string): unknown {
  if (request === WorkspaceDiagnosticRequest.method)
    return (answer as WorkspaceDiagnosticReport).items.filter((item) => item.uri === uri);
  if (request === WorkspaceSymbolRequest.method)
    return (answer as SymbolInformation[]).filter(({ location }) => location.uri === uri);
  return answer;
}
