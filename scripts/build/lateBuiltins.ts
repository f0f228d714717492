import { createRequire } from "node:module";
import type { Plugin } from "esbuild";

const load = createRequire(__filename);

/**
 * Parts of Node that take milliseconds to load, each, and that a language server needs late or never: the packages that
 * it is made of load them at once. In the bundle they are loaded by whoever first uses something of them.
 */
export function lateBuiltins(): Plugin {
  return {
    name: "late-builtins",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:node:)?(?:child_process|crypto)$/ }, ({ path, namespace }) =>
        namespace === NAMESPACE
          ? { path, external: true }
          : { path: path.replace(/^(?!node:)/, "node:"), namespace: NAMESPACE },
      );
      onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: lateModule(path) }));
    },
  };
}

const NAMESPACE = "late-builtin";

function lateModule(path: string): string {
  const getters = Object.keys(load(path)).map(
    (name) => `get ${name}() { return require(${JSON.stringify(path)}).${name}; }`,
  );
  return `module.exports = { ${getters.join(", ")} };`;
}
