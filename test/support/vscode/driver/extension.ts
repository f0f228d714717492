import * as vscode from "vscode";
import type { HostAnswer, HostRequest } from "./editorHost";
import { hostMethods } from "./hostMethods";
import { createVirtualFiles } from "./virtualFiles";
import { registerVirtualSearch } from "./virtualSearch";

/** Written in when it is bundled. */
declare const bridgeAddress: string;
declare const initialFiles: Readonly<Record<string, string>>;
declare const virtualScheme: string;

/** In Node and in a browser's worker alike; the project's types know it, the browser's extension host has it. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const files = createVirtualFiles(initialFiles);
  const methods = hostMethods();
  let ended = false;
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider(virtualScheme, files, { isCaseSensitive: true }),
    registerVirtualSearch(virtualScheme, files),
    new vscode.Disposable(() => {
      ended = true;
    }),
  );

  const answer = async ({ id, method, values }: HostRequest): Promise<HostAnswer> => {
    try {
      const run = methods[method] as (...values: readonly unknown[]) => Promise<unknown>;
      return { id, value: await run(...values) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  const serve = async () => {
    while (!ended) {
      const response = await fetch(`${bridgeAddress}/next`);
      if (response.status !== 200) continue;
      // Not waited for: an answer may need a person's click, which the next request stands for.
      void answer((await response.json()) as HostRequest).then((given) =>
        fetch(`${bridgeAddress}/answer`, { method: "POST", body: JSON.stringify(given) }),
      );
    }
  };
  // The bridge goes when the test is over, and then there is nobody to serve.
  serve().catch(() => undefined);
}
