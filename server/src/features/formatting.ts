import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
} from "vscode-languageserver";
import type { FormattingOptions } from "vscode-languageserver-types";
import type { DockerfileContext, Feature } from "./feature";
import { formatDockerfile } from "./formatting/formatDockerfile";
import type { FormatOptions } from "./formatting/formatOptions";
import { newLineEdits } from "./formatting/newLineEdits";

/** Lays out the whole document, a part of it, or the line that was just begun. */
export const formattingFeature: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  },
  connect(connection, serve) {
    connection.onDocumentFormatting(
      serve((dockerfile, { options }: DocumentFormattingParams, file) =>
        formatDockerfile(dockerfile, formatOptions(options, file)),
      ),
    );
    connection.onDocumentRangeFormatting(
      serve((dockerfile, { options, range: { start, end } }: DocumentRangeFormattingParams, file) =>
        formatDockerfile(dockerfile, formatOptions(options, file), {
          first: start.line,
          // A selection of whole lines ends at the beginning of the next, which is not meant.
          last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
        }),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      serve((dockerfile, { options, position }: DocumentOnTypeFormattingParams, file) =>
        newLineEdits(dockerfile, position, formatOptions(options, file)),
      ),
    );
  },
};

/** A step of less than one column, which only a broken client sends, would take continuation lines apart. */
function formatOptions(
  { tabSize, insertSpaces }: FormattingOptions,
  { settings }: DockerfileContext,
): FormatOptions {
  const width = Number.isInteger(tabSize) && tabSize > 0 ? Math.min(tabSize, 32) : 4;
  return {
    keywordCase: settings.format.keywordCase,
    indent: { style: insertSpaces ? "spaces" : "tabs", width },
  };
}
