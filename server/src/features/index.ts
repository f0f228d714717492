import { codeActionsFeature } from "./codeActions";
import { codeLensesFeature } from "./codeLenses";
import { completionFeature } from "./completion/completion";
import { definitionFeature } from "./definition";
import { diagnosticsFeature } from "./diagnostics";
import { documentHighlightsFeature } from "./documentHighlights";
import { documentLinksFeature } from "./documentLinks";
import { documentSymbolsFeature } from "./documentSymbols";
import type { Feature } from "./feature";
import { foldingRangesFeature } from "./foldingRanges";
import { formattingFeature } from "./formatting";
import { hoverFeature } from "./hover/hover";
import { inlayHintsFeature } from "./inlayHints";
import { linkedEditingFeature } from "./linkedEditing";
import { referencesFeature } from "./references";
import { renameFeature } from "./rename";
import { selectionRangesFeature } from "./selectionRanges";
import { semanticTokensFeature } from "./semanticTokens/semanticTokens";
import { signatureHelpFeature } from "./signatureHelp";
import { stageGraphFeature } from "./stageGraph";
import { workspaceSymbolsFeature } from "./workspaceSymbols";

/** Everything that the server can do, in the order it is announced. */
export const features: readonly Feature[] = [
  completionFeature,
  hoverFeature,
  definitionFeature,
  documentHighlightsFeature,
  documentLinksFeature,
  documentSymbolsFeature,
  foldingRangesFeature,
  linkedEditingFeature,
  referencesFeature,
  renameFeature,
  selectionRangesFeature,
  signatureHelpFeature,
  workspaceSymbolsFeature,
  semanticTokensFeature,
  inlayHintsFeature,
  codeLensesFeature,
  formattingFeature,
  diagnosticsFeature,
  codeActionsFeature,
  stageGraphFeature,
];
