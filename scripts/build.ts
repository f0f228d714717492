import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { lateBuiltins } from "./build/lateBuiltins";

const root = join(__dirname, "..");
const dist = join(root, "dist");

/** Settings that every bundle shares. Minified, since a small bundle loads faster; the source maps stay out of the package. */
const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: true,
  outdir: dist,
  format: "cjs",
  logLevel: "warning",
  legalComments: "none",
};

const node: BuildOptions = {
  ...shared,
  platform: "node",
  target: "node20",
  // A package's ES modules are joined with ours; of a CommonJS module every file that imports it gets a copy.
  mainFields: ["module", "main"],
  external: ["vscode", "./engine.js"],
};

/** What package.json names under `bin` is started by its first line. */
const program: BuildOptions = { ...node, banner: { js: "#!/usr/bin/env node" } };

const bundles: readonly BuildOptions[] = [
  { ...node, entryPoints: { extension: "client/src/extension.ts" }, plugins: [engineApart()] },
  {
    ...node,
    entryPoints: { engine: "client/src/engine/dockerode/createDockerodeEngine.ts" },
    plugins: [withoutUnusedParts()],
  },
  { ...program, entryPoints: { server: "server/src/main.ts", cli: "server/src/cli.ts" } },
  // Apart from the few lines above, which load them with what an earlier run compiled.
  {
    ...node,
    entryPoints: { cliProgram: "server/src/cli/program.ts", nodeServer: "server/src/nodeServer.ts" },
    plugins: [lateBuiltins()],
  },
  {
    ...shared,
    platform: "browser",
    target: "es2022",
    entryPoints: { imagesTable: "client/src/webview/imagesTable.ts" },
    format: "iife",
  },
  {
    ...shared,
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    inject: [join(root, "scripts/build/browserBuffer.ts")],
    entryPoints: { "extension.web": "client/src/extension.web.ts", "server.web": "server/src/main.web.ts" },
  },
];

async function main(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  if (!process.argv.includes("--watch")) {
    await Promise.all(bundles.map((options) => build(options)));
    return;
  }
  for (const options of bundles) await (await context({ ...options, logLevel: "info" })).watch();
}

/**
 * dockerode weighs far more than all else and is needed only once an engine is spoken to, so it goes into a file of
 * its own. CommonJS bundles can't be split by esbuild; the one dynamic import is turned into a require instead.
 */
function engineApart(): Plugin {
  return {
    name: "engine-apart",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/createDockerodeEngine$/ }, ({ kind }) =>
        kind === "dynamic-import" ? { path: "./engine.js", external: true } : undefined,
      ),
  };
}

/**
 * dockerode brings its own ways to ssh and to BuildKit, which weigh three quarters of it and are never called: Drydock
 * runs the system's ssh, and speaks to BuildKit by a session of its own. They are left out.
 */
function withoutUnusedParts(): Plugin {
  const unused = /^(@grpc\/grpc-js|@grpc\/proto-loader|protobufjs|ssh2)$/;
  return {
    name: "without-unused-parts",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: unused }, ({ path }) => ({ path, namespace: "unused" }));
      onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
    },
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
