import type { TableOrder, TableRequest } from "../views/imageTable";

/** What the page keeps while it is hidden, since the editor throws it away then. */
export interface PageState {
  readonly order: TableOrder;
  readonly filter: string;
  readonly usage: "shown" | "hidden";
  /** Keys of rows. */
  readonly selected: readonly string[];
}

/** The editor's side of a webview, which it hands out once. */
export interface EditorApi {
  postMessage(request: TableRequest): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare const acquireVsCodeApi: () => EditorApi;

export const editor = acquireVsCodeApi();
