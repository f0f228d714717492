import { type CancellationToken, type Connection, ResponseError } from "vscode-languageserver";
import type { TextDocumentIdentifier } from "vscode-languageserver-types";
import type { Documents } from "./documents";
import { cancelled } from "./features/cancelled";
import type { DockerfileContext, Serve, ServeIgnoreFile } from "./features/feature";
import type { FileContexts } from "./fileContexts";
import { isIgnoreFile } from "./files/isIgnoreFile";
import { readIgnoreFile } from "./ignoreFile/ignoreFile";
import type { Dockerfile } from "./model/dockerfile";
import { parseDockerfile } from "./model/parseDockerfile";
import { nextTurn } from "./nextTurn";
import type { FilesPort } from "./ports";

export interface ServingOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly contexts: FileContexts;
  readonly files: () => FilesPort | undefined;
}

/** Turns functions of a document into request handlers. A handler that throws is told to the log and answers with nothing. */
export function createServing({ connection, documents, contexts, files }: ServingOptions): {
  readonly serve: Serve;
  readonly serveIgnoreFile: ServeIgnoreFile;
} {
  async function answer<Result>(
    params: unknown,
    token: CancellationToken,
    work: (uri: string) => Promise<Result | null>,
  ): Promise<Result | null> {
    await nextTurn();
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await work((params as { textDocument: TextDocumentIdentifier }).textDocument.uri);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`A request failed and was answered with nothing. ${describe(error)}`);
      return null;
    }
  }

  /** The text as the editor has it, or as it stands on disk. */
  async function modelOf(
    uri: string,
    scope: "open files" | "also closed files",
  ): Promise<Dockerfile | undefined> {
    const document = documents.get(uri);
    if (document) return documents.model(document);
    const text = scope === "also closed files" ? await files()?.readText(uri) : undefined;
    return text === undefined ? undefined : parseDockerfile(text);
  }

  /** The context of the Dockerfile that it belongs to, or else of its own folder. */
  async function ignoreFileContext(uri: string): Promise<DockerfileContext> {
    const owner = uri.slice(0, uri.lastIndexOf("."));
    const dockerfile = /\/$/.test(owner) ? undefined : await modelOf(owner, "also closed files");
    return dockerfile ? contexts.of(owner, dockerfile) : contexts.of(uri, parseDockerfile(""));
  }

  return {
    serve:
      (handler, scope = "open files") =>
      (params, token) =>
        answer(params, token, async (uri) => {
          const before = isIgnoreFile(uri) ? undefined : await modelOf(uri, scope);
          if (!before) return null;
          const context = await contexts.of(uri, before);
          if (token.isCancellationRequested) throw cancelled();
          // While the settings were fetched, the text may have changed.
          const document = documents.get(uri);
          // One that is asked about once more after it was closed is not going to be closed again.
          if (!document) contexts.forget(uri);
          return handler(document ? documents.model(document) : before, params, context);
        }),
    serveIgnoreFile: (handler) => (params, token) =>
      answer(params, token, async (uri) => {
        if (!isIgnoreFile(uri) || !documents.get(uri)) return null;
        const context = await ignoreFileContext(uri);
        const text = documents.get(uri)?.getText();
        return text === undefined ? null : handler(readIgnoreFile(text), params, { ...context, uri });
      }),
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
