import type {
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import type { Range, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";
import type { Dockerfile, ParserDirective } from "../../model/dockerfile";
import { shellOf } from "../../model/shellOf";
import type { Feature } from "../feature";
import type { Token } from "./canvas";
import { instructionTokens, SOURCE } from "./instructionTokens";
import { lastAnswers } from "./lastAnswers";
import { legend, paint, unpaint } from "./legend";

export const semanticTokensFeature: Feature = {
  capabilities: { semanticTokensProvider: { legend, full: { delta: true }, range: true } },
  connect(connection, serve) {
    const answers = lastAnswers();
    const full = serve((dockerfile, { textDocument }: SemanticTokensParams) =>
      answers.full(textDocument.uri, semanticTokens(dockerfile)),
    );
    const delta = serve((dockerfile, { textDocument, previousResultId }: SemanticTokensDeltaParams) =>
      answers.delta(textDocument.uri, previousResultId, semanticTokens(dockerfile)),
    );
    const range = serve((dockerfile, params: SemanticTokensRangeParams) => ({
      data: semanticTokens(dockerfile, params.range),
    }));
    const none = { data: [] };
    connection.languages.semanticTokens.on(
      async (params, token): Promise<SemanticTokens> => (await full(params, token)) ?? none,
    );
    connection.languages.semanticTokens.onDelta(
      async (params, token): Promise<SemanticTokens | SemanticTokensDelta> =>
        (await delta(params, token)) ?? none,
    );
    connection.languages.semanticTokens.onRange(
      async (params, token): Promise<SemanticTokens> => (await range(params, token)) ?? none,
    );
  },
};

/** The numbers that LSP wants, five for each token. With a range, those of the instructions that it touches. */
export function semanticTokens(dockerfile: Dockerfile, range?: Range): number[] {
  const writer = newWriter();
  const first = range?.start.line ?? 0;
  const last = range?.end.line ?? dockerfile.lineCount;
  const names = stageNames(dockerfile);
  for (const directive of dockerfile.directives) {
    if (isWithin(directive.range.start.line, first, last)) writeDirective(writer, directive);
  }
  const comments = dockerfile.comments[Symbol.iterator]();
  let comment = comments.next();
  const writeCommentsBefore = (line: number): void => {
    for (; !comment.done && comment.value.range.start.line < line; comment = comments.next()) {
      const { start, end } = comment.value.range;
      if (isWithin(start.line, first, last))
        writer.write({ ...start, length: end.character - start.character, painted: COMMENT });
    }
  };
  for (const instruction of dockerfile.instructions) {
    const { firstLine, lineCount } = instruction;
    if (firstLine > last) break;
    if (firstLine + lineCount <= first) continue;
    writeCommentsBefore(firstLine);
    for (const token of instructionTokens(instruction, shellOf(dockerfile, instruction))) {
      const line = token.line + firstLine;
      if (isWithin(line, first, last))
        writer.write({ ...token, line, painted: meant(token, line, dockerfile, names) });
    }
    // Those between the lines of an instruction came with it.
    while (!comment.done && comment.value.range.start.line < firstLine + lineCount) comment = comments.next();
  }
  writeCommentsBefore(last + 1);
  return writer.data;
}

const COMMENT = paint("comment");
const STAGE = paint("namespace");

function isWithin(line: number, first: number, last: number): boolean {
  return line >= first && line <= last;
}

/** Lower case, as names are compared. */
function stageNames({ instructions }: Dockerfile): ReadonlySet<string> {
  const names = instructions.flatMap(({ keyword, words }) =>
    keyword === "FROM" && words[2] ? [words[2].value.toLowerCase()] : [],
  );
  return new Set(names);
}

function meant(
  { character, length, painted }: Token,
  line: number,
  dockerfile: Dockerfile,
  names: ReadonlySet<string>,
): number {
  if (painted !== SOURCE || names.size === 0) return painted;
  const text = dockerfile.line(line).slice(character, character + length);
  return names.has(text.toLowerCase()) ? STAGE : painted;
}

function writeDirective(writer: Writer, { nameRange, valueRange }: ParserDirective): void {
  for (const [range, painted] of [
    [nameRange, DIRECTIVE],
    [valueRange, VALUE],
  ] as const) {
    writer.write({ ...range.start, length: range.end.character - range.start.character, painted });
  }
}

const DIRECTIVE = paint("macro");
const VALUE = paint("string");

interface Writer {
  readonly data: number[];
  /** Tokens must come in the order of the text. */
  write(token: Token): void;
}

function newWriter(): Writer {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  return {
    data,
    write(token) {
      const isSameLine = token.line === line;
      const { type, modifiers } = unpaint(token.painted);
      data.push(
        token.line - line,
        isSameLine ? token.character - character : token.character,
        token.length,
        type,
        modifiers,
      );
      line = token.line;
      character = token.character;
    },
  };
}
