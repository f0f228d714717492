import type { DocumentSymbolParams } from "vscode-languageserver";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { Stage } from "../model/stages";
import type { Feature } from "./feature";
import { stageDetail, stageLabel } from "./stageLabel";

export const documentSymbolsFeature: Feature = {
  capabilities: { documentSymbolProvider: { label: "Dockerfile" } },
  connect: (connection, serve) =>
    void connection.onDocumentSymbol(
      serve((dockerfile, _: DocumentSymbolParams) => documentSymbols(dockerfile)),
    ),
};

/** What stands before the first stage, then the stages with their instructions. */
export function documentSymbols({ preamble, stages }: Dockerfile): DocumentSymbol[] {
  return [...preamble.map(instructionSymbol), ...stages.map(stageSymbol)];
}

function stageSymbol(stage: Stage): DocumentSymbol {
  const { from, range, instructions, nameRange } = stage;
  return {
    name: stageLabel(stage),
    detail: stageDetail(stage),
    kind: SymbolKind.Namespace,
    range,
    selectionRange: nameRange ?? from.keywordRange,
    children: instructions.slice(1).map(instructionSymbol),
  };
}

function instructionSymbol({ keyword, keywordRange, range, argument }: Instruction): DocumentSymbol {
  return {
    name: keyword,
    detail: shorten(argument.text),
    kind: KINDS[keyword] ?? SymbolKind.Property,
    range,
    selectionRange: keywordRange,
  };
}

const KINDS: { readonly [keyword: string]: SymbolKind | undefined } = {
  ARG: SymbolKind.Variable,
  ENV: SymbolKind.Variable,
  RUN: SymbolKind.Function,
  COPY: SymbolKind.File,
  ADD: SymbolKind.File,
  CMD: SymbolKind.Event,
  ENTRYPOINT: SymbolKind.Event,
  EXPOSE: SymbolKind.Interface,
};

function shorten(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
