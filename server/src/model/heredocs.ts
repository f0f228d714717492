import type { Range } from "vscode-languageserver-types";

/** A here-document of RUN, COPY, ADD or of ONBUILD with one of these. */
export interface Heredoc {
  /** The word that ends it, without quotes. */
  readonly name: string;
  /** The whole marker: `3<<-"EOF"`. */
  readonly markerRange: Range;
  readonly nameRange: Range;
  /** `<<-`: leading tabs are taken away. */
  readonly stripsTabs: boolean;
  /** A quoted word: the builder expands nothing in the body. */
  readonly expandsVariables: boolean;
  readonly fileDescriptor: number | undefined;
  /** All lines between marker and end, line breaks included; empty where there is none. */
  readonly body: string;
  readonly bodyRange: Range;
  /** The closing word; undefined where the file ends first. */
  readonly endRange: Range | undefined;
}
