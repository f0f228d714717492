import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";

/** What each document was answered last, so that the next answer need only say what is different. */
export interface LastAnswers {
  full(uri: string, data: number[]): SemanticTokens;
  /** A full answer where the last one is not known any more. */
  delta(uri: string, previousId: string, data: number[]): SemanticTokens | SemanticTokensDelta;
}

/** Of so many documents. An editor asks about what is on the screen, and asks for all where nothing is known. */
const MOST = 16;

export function lastAnswers(): LastAnswers {
  const answers = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let count = 0;

  function keep(uri: string, data: readonly number[]): string {
    const id = String(++count);
    answers.delete(uri);
    answers.set(uri, { id, data });
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return id;
  }

  return {
    full: (uri, data) => ({ resultId: keep(uri, data), data }),
    delta(uri, previousId, data) {
      const last = answers.get(uri);
      const resultId = keep(uri, data);
      return last?.id === previousId ? { resultId, edits: differences(last.data, data) } : { resultId, data };
    },
  };
}

/** The one stretch that is different: what is equal at both ends is left out. */
function differences(before: readonly number[], after: readonly number[]): SemanticTokensDelta["edits"] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}
