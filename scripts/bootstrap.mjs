// Runs one of our TypeScript scripts, installing the npm packages first where they are missing or stale.
// This is the only script that may use nothing but Node itself: on a fresh clone there is nothing else.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [script, ...scriptArguments] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `Drydock needs Node.js 20 or newer; this is ${process.version}. Install it from https://nodejs.org.`,
  );
  process.exit(2);
}
if (script === undefined) {
  console.error("Usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENTS]");
  process.exit(2);
}
if (packagesAreStale()) installPackages();

// In this same process, so that Ctrl-C and signals reach the script itself.
process.argv = [process.execPath, join(root, script), ...scriptArguments];
const load = createRequire(join(root, "package.json"));
load("tsx/cjs/api").register();
load(join(root, script));

/** npm writes this file at the end of each install, so it is older than the lockfile only after a change. */
function packagesAreStale() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs;
}

function installPackages() {
  console.log("Installing npm packages (the first time takes about half a minute) …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status === 0) return;
  console.error(
    "npm ci failed: see its message above. Check the network or the registry in .npmrc and try again.",
  );
  process.exit(1);
}
