import type { Uri } from "vscode";
import type { FileSubject } from "../selection/subject";

/** What a command is run on where the editor hands it a file. */
export function fileSubject(uri: Uri): FileSubject {
  return { kind: "file", path: uri.scheme === "file" ? uri.fsPath : undefined, uri: uri.toString() };
}
