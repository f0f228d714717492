import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileParameters,
  type FileSizesParameters,
  fileSizesRequest,
  type ListFilesParameters,
  listFilesRequest,
  readFileRequest,
} from "../../../server/src/protocol";
import { listFiles } from "./listFiles";

/** Reads for the server what it can't reach by itself: all files in a browser, those of a virtual workspace elsewhere. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, ({ uri }: FileParameters) => readText(vscode.Uri.parse(uri)));
  client.onRequest(listFilesRequest, ({ uri, limit }: ListFilesParameters) =>
    listFiles(vscode.Uri.parse(uri), limit),
  );
  client.onRequest(fileSizesRequest, ({ uri, paths }: FileSizesParameters) =>
    sizesOf(vscode.Uri.parse(uri), paths),
  );
}

/** Null, as the protocol wants it, where there is no such file. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A file that is not there is the usual answer, and one that can't be read is none for the server.
    return null;
  }
}

async function sizesOf(folder: vscode.Uri, paths: readonly string[]): Promise<(number | null)[]> {
  const found: (number | null)[] = [];
  // A handful at a time: behind a virtual workspace there may be a network.
  for (let start = 0; start < paths.length; start += atOnce) {
    const some = paths.slice(start, start + atOnce);
    found.push(...(await Promise.all(some.map((path) => sizeOf(vscode.Uri.joinPath(folder, path))))));
  }
  return found;
}

const atOnce = 64;

async function sizeOf(uri: vscode.Uri): Promise<number | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) !== 0 ? size : null;
  } catch {
    // It may have gone since it was listed.
    return null;
  }
}
