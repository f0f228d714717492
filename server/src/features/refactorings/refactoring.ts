import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Outside } from "../../lint/outside";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";

/** A way to write the same thing otherwise, offered where it applies and what is built stays the same. */
export interface Refactoring {
  readonly kind: "refactor.rewrite" | "refactor.extract";
  offers(place: Place): readonly Offer[];
}

/** What is selected, and what is known around it. */
export interface Place {
  readonly dockerfile: Dockerfile;
  readonly range: Range;
  /** The one that the selection begins in. */
  readonly instruction: Instruction;
  /** Every one that the selection touches, in order. */
  readonly selected: readonly Instruction[];
  readonly outside: Outside;
  /** Of the Dockerfile. */
  readonly uri: string;
  /** Whether the editor makes a file where an edit asks for it. */
  readonly createsFiles: boolean;
}

/** Edits are of the Dockerfile, with LF for line breaks; an `edit` may be of any file. */
export type Offer = { readonly title: string } & (
  | { readonly edits: readonly TextEdit[] }
  | { readonly edit: WorkspaceEdit }
);
