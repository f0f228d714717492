import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildOptions, build, context } from "esbuild";

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
  // Both are optional native parts of ssh2, which Drydock does not use: it runs the system's own ssh.
  external: ["vscode", "cpu-features", "*.node", "./engine.js"],
};

const bundles: readonly BuildOptions[] = [
  {
    ...node,
    entryPoints: { extension: "client/src/extension.ts", server: "server/src/main.ts" },
    plugins: [engineApart()],
  },
  { ...node, entryPoints: { engine: "client/src/engine/dockerode/createDockerodeEngine.ts" } },
  { ...node, entryPoints: { cli: "server/src/cli.ts" }, banner: { js: "#!/usr/bin/env node" } },
  {
    ...shared,
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    entryPoints: { "extension.web": "client/src/extension.web.ts", "server.web": "server/src/main.web.ts" },
  },
];

async function main(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await copyProtocolBuffers();
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
function engineApart(): import("esbuild").Plugin {
  return {
    name: "engine-apart",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/createDockerodeEngine$/ }, ({ kind }) =>
        kind === "dynamic-import" ? { path: "./engine.js", external: true } : undefined,
      ),
  };
}

/** dockerode reads these beside its own file when it builds through BuildKit; without them such a build never ends. */
async function copyProtocolBuffers(): Promise<void> {
  const source = join(dirname(require.resolve("dockerode/package.json")), "lib", "proto");
  const files = await readdir(source);
  await Promise.all(files.map((file) => cp(join(source, file), join(dist, "proto", file))));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
