import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** What a request ends with that its client has cancelled. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
