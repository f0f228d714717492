import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWorkspace } from "./start/makeWorkspace";
import { openInBrowserEditor } from "./start/openInBrowserEditor";
import { openInDesktopEditor } from "./start/openInDesktopEditor";
import { provideEngine } from "./start/provideEngine";
import { readOptions, usage } from "./start/readOptions";
import { atExit } from "./testbed/atExit";
import { packagedExtension } from "./testbed/packagedExtension";
import { cacheFolder } from "./testbed/projectFolders";
import { runScript } from "./testbed/runScript";
import { Teardown } from "./testbed/teardown";

const teardown = new Teardown();

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(usage);
    return;
  }
  endOnSignals();
  await runScript("build");
  await runScript("package");

  const folder = mkdtempSync(join(tmpdir(), "drydock-start-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  teardown.add(atExit(remove));
  teardown.add(remove);

  const engine = await provideEngine(folder, options, teardown);
  const vsix = packagedExtension();
  // A port is something that only the editor in the browser has.
  const desktop =
    options.port === undefined ? await openInDesktopEditor(vsix, engine.environment) : undefined;
  if (desktop !== undefined) {
    // Kept, because this window outlives us.
    const workspace = options.workspace ?? makeWorkspace(join(cacheFolder, "sample"));
    await desktop.open(workspace);
    console.log(`\nDrydock is in ${desktop.command}, which opens ${workspace}.`);
  } else {
    const workspace = options.workspace ?? makeWorkspace(join(folder, "workspace"));
    const editor = await openInBrowserEditor(
      { folder, workspace, vsix, port: options.port ?? 0, environment: engine.environment },
      teardown,
    );
    console.log(`\nDrydock is in VS Code, at\n\n    ${editor.address}\n`);
    console.log(
      `Workspace: ${workspace}${options.workspace === undefined ? " (a copy, removed at the end)" : ""}`,
    );
  }
  for (const line of engine.lines) console.log(line);
  if (desktop !== undefined && engine.ours === "no") return teardown.run();
  console.log("Press Ctrl-C to end all that was started here.");
  // This also holds the process up: what it started may not.
  setInterval(endWithParent, 500);
}

const parent = process.ppid;

/** npm that is asked to end does not always pass it on; then we are an orphan. */
function endWithParent(): void {
  if (process.ppid !== parent && !ending) end(0);
}

function endOnSignals(): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.on(signal, () => end(128 + number));
  }
}

let ending = false;

function end(code: number): void {
  // Who asks twice does not want to wait: what is left ends at exit.
  if (ending) process.exit(code);
  ending = true;
  console.log("\nEnding all that was started …");
  finish(code);
}

function finish(code: number): void {
  teardown
    .run()
    .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
    .finally(() => process.exit(code));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  finish(1);
});
