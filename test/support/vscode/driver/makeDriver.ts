import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** What the driver's files are called by: `virtual://memory/app/Dockerfile`. */
export const virtualScheme = "virtual";

export const driverId = "drydock-tests.driver";

/** What it needs of the editor's interface that is not open to all yet. */
export const driverProposals = ["fileSearchProvider"];

export interface DriverOptions {
  /** Of the bridge that it asks for work. */
  readonly bridgeAddress: string;
  /** What its file system holds at first: URIs and texts. */
  readonly files: Readonly<Record<string, string>>;
}

/** Writes the driver, an extension of the tests' own that runs in Node and in a browser, into an empty folder. */
export async function makeDriver(folder: string, { bridgeAddress, files }: DriverOptions): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: driverId.split(".")[1],
    publisher: driverId.split(".")[0],
    enabledApiProposals: driverProposals,
    version: "1.0.0",
    engines: { vscode: "^1.91.0" },
    main: "./extension.js",
    browser: "./extension.js",
    activationEvents: ["onStartupFinished", `onFileSystem:${virtualScheme}`, `onSearch:${virtualScheme}`],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
  await build({
    entryPoints: [join(__dirname, "extension.ts")],
    outfile: join(folder, "extension.js"),
    bundle: true,
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
    define: {
      bridgeAddress: JSON.stringify(bridgeAddress),
      initialFiles: JSON.stringify(files),
      virtualScheme: JSON.stringify(virtualScheme),
    },
    logLevel: "warning",
  });
}
