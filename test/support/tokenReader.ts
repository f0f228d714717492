import {
  type ProtocolConnection,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";

/** Keeps a document's colours as an editor does: asks for all of them once, and from then on for what is different. */
export function tokenReader(connection: ProtocolConnection, uri: string): () => Promise<readonly number[]> {
  const textDocument = { uri };
  let last: SemanticTokens | undefined;

  return async () => {
    const answer: SemanticTokens | SemanticTokensDelta | null =
      last?.resultId === undefined
        ? await connection.sendRequest(SemanticTokensRequest.type, { textDocument })
        : await connection.sendRequest(SemanticTokensDeltaRequest.type, {
            textDocument,
            previousResultId: last.resultId,
          });
    const data = answer === null ? [] : "edits" in answer ? applied(answer, last?.data ?? []) : answer.data;
    last = { data, ...(answer?.resultId !== undefined && { resultId: answer.resultId }) };
    return data;
  };
}

/** Edits speak of the earlier answer, so the last one goes first. */
function applied({ edits }: SemanticTokensDelta, before: readonly number[]): number[] {
  const data = [...before];
  for (const { start, deleteCount, data: added = [] } of [...edits].sort((a, b) => b.start - a.start))
    data.splice(start, deleteCount, ...added);
  return data;
}
