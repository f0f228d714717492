import type { CompletionItemKind } from "vscode-languageserver-types";

/** One thing that could be written at the cursor. Those of a list are offered in its order. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is inserted; the label where neither this nor a snippet is given. */
  readonly text?: string;
  /** In the snippet syntax of LSP, for editors that know it; others leave the proposal out unless there is a text. */
  readonly snippet?: string;
  /** Offset in the place's text from which it replaces. Zero where it is not given. */
  readonly from?: number;
  /** What it replaces of the text behind the cursor, where that is not simply the rest of the word. */
  readonly rest?: RegExp;
  /** What the written text is compared with, where that is not what is inserted. */
  readonly filter?: string;
  /** A few words at the right of the list. */
  readonly description?: string | undefined;
  /** One line above the documentation. */
  readonly detail?: string | undefined;
  /** Markdown, or where to find it when it is asked for. */
  readonly documentation?: string | DocumentationKey | undefined;
  readonly isDeprecated?: boolean;
  /** Whether more is to be chosen behind it, so that the editor may ask again at once. */
  readonly continues?: boolean;
}

/** Names prose of the language's table: too long to be sent with every list. */
export type DocumentationKey =
  | { readonly of: "instruction"; readonly keyword: string }
  | { readonly of: "snippet"; readonly keyword: string; readonly title: string }
  | { readonly of: "flag"; readonly keyword: string; readonly name: string }
  | { readonly of: "mountKey"; readonly name: string }
  | { readonly of: "mountType"; readonly name: string }
  | { readonly of: "directive"; readonly name: string };
