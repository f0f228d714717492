import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { test } from "node:test";

const root = join(__dirname, "..");

/**
 * The rooms of the code and what each may import. A room is the longest of these paths that a file's path begins with.
 * Files of one room may import each other unless `apart` says that they may not.
 */
const rooms: readonly Room[] = [
  { path: "server/src/ignoreFile", mayImport: [], packages: ["vscode-languageserver-types"] },
  {
    path: "server/src/model",
    mayImport: [],
    packages: ["dockerfile-ast", "unbash", "vscode-languageserver-types"],
  },
  { path: "server/src/grammar", mayImport: [], packages: ["semver"] },
  {
    path: "server/src/lint",
    mayImport: ["server/src/model"],
    packages: ["vscode-languageserver-types", "yaml", "fastest-levenshtein", "semver"],
  },
  {
    path: "server/src/rules",
    mayImport: ["server/src/lint", "server/src/model", "server/src/grammar", "server/src/ignoreFile"],
    packages: ["vscode-languageserver-types", "fastest-levenshtein", "semver", "spdx-license-ids"],
  },
  {
    path: "server/src/features",
    mayImport: [
      "server/src/model",
      "server/src/grammar",
      "server/src/ignoreFile",
      "server/src/lint",
      "server/src/rules",
      "server/src/ports.ts",
      "server/src/protocol.ts",
    ],
    packages: [
      "vscode-languageserver",
      "vscode-languageserver-types",
      "fastest-levenshtein",
      "semver",
      "pretty-bytes",
      "vscode-uri",
    ],
  },
  { path: "server/src/protocol.ts", mayImport: [], packages: [] },
  { path: "server/src", mayImport: ["server/src"], packages: "any" },
  {
    path: "client/src/engine",
    mayImport: ["server/src/ignoreFile"],
    packages: ["tar-stream", "dockerode", "docker-modem", "yaml", "semver", "protobufjs"],
  },
  {
    path: "client/src/ui",
    mayImport: ["client/src/engine"],
    packages: ["vscode", "pretty-bytes", "strip-ansi"],
  },
  { path: "client/src/selection", mayImport: ["client/src/engine"], packages: [] },
  { path: "client/src/session", mayImport: ["client/src/engine"], packages: [] },
  {
    path: "client/src/views",
    mayImport: ["client/src/engine", "client/src/selection"],
    packages: ["vscode", "pretty-bytes"],
  },
  {
    path: "client/src/commands",
    mayImport: ["client/src/engine", "client/src/selection", "client/src/ui", "client/src/views"],
    packages: ["pretty-bytes", "semver"],
  },
  { path: "client/src/webview", mayImport: ["client/src/views"], packages: [] },
  { path: "client/src/settings", mayImport: [], packages: [] },
  {
    path: "client/src/language",
    mayImport: ["client/src/engine", "client/src/ui", "server/src/protocol.ts"],
    packages: ["vscode", "vscode-languageclient"],
  },
  { path: "client/src", mayImport: ["client/src", "server/src/protocol.ts"], packages: ["vscode"] },
];

/** Packages with one door: the only path that may import them. */
const doors: readonly { readonly package: string; readonly paths: readonly string[] }[] = [
  { package: "dockerfile-ast", paths: ["server/src/model/"] },
  { package: "unbash", paths: ["server/src/model/"] },
  { package: "dockerode", paths: ["client/src/engine/dockerode/"] },
  {
    package: "vscode",
    paths: [
      "client/src/ui/",
      "client/src/host/",
      "client/src/language/",
      "client/src/views/treeView.ts",
      "client/src/extension",
    ],
  },
];

interface Room {
  readonly path: string;
  /** Other rooms, or single files of them. */
  readonly mayImport: readonly string[];
  readonly packages: readonly string[] | "any";
}

const files = ["client/src", "server/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name).split(sep).join("/"))
    .filter((path) => path.endsWith(".ts")),
);
const importsOf = new Map(files.map((file) => [file, readImports(file)]));

test("every import stays within the walls between the rooms", () => {
  const broken = files.flatMap((file) => {
    const room = roomOf(file);
    return (importsOf.get(file) ?? []).flatMap(({ target, isPackage }) => {
      if (isPackage)
        return packageAllowed(room, target) ? [] : [`${file} must not import the package ${target}`];
      const allowed = roomOf(target) === room || room.mayImport.some((path) => target.startsWith(path));
      return allowed || target === "package.json" ? [] : [`${file} must not import ${target}`];
    });
  });
  assert.deepEqual(broken, []);
});

test("packages with one door are imported through it only", () => {
  const broken = files.flatMap((file) =>
    (importsOf.get(file) ?? []).flatMap(({ target, isPackage }) => {
      const door = isPackage && doors.find(({ package: name }) => name === target.split("/")[0]);
      return door && !door.paths.some((path) => file.startsWith(path))
        ? [`${file} must not import ${target}`]
        : [];
    }),
  );
  assert.deepEqual(broken, []);
});

test("rules and features never import each other", () => {
  const broken = files.flatMap((file) =>
    (importsOf.get(file) ?? [])
      .filter(({ target }) => isRule(file) && isRule(target))
      .map(({ target }) => `${file} must not import ${target}`),
  );
  assert.deepEqual(broken, []);
});

test("no import leads round in a circle", () => {
  const finished = new Set<string>();
  const path: string[] = [];
  const circles: string[] = [];
  const visit = (file: string): void => {
    if (finished.has(file)) return;
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    path.push(file);
    for (const { target, isPackage, isType } of importsOf.get(file) ?? [])
      if (!isPackage && !isType) visit(target);
    path.pop();
    finished.add(file);
  };
  for (const file of files) visit(file);
  assert.deepEqual(circles, []);
});

test("no file is longer than 300 lines, tables of data apart", () => {
  const long = files
    .filter((file) => !file.startsWith("server/src/grammar/") && file !== "server/src/rules/index.ts")
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
    .filter(({ lines }) => lines > 300);
  assert.deepEqual(long, []);
});

test("no file is a dumping ground by its name", () => {
  const forbidden = /(^|\/)(utils?|helpers?|common|misc|types|constants)(\.ts|\/)/;
  assert.deepEqual(
    files.filter((file) => forbidden.test(file)),
    [],
  );
});

interface Import {
  /** A path from the root for our own files, the package's name for others. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Types alone: gone at run time, so they make no circle. */
  readonly isType: boolean;
}

/** The formatter leaves each import in one of two shapes, so an expression finds them all. */
function readImports(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return Array.from(found, ([, type, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? "";
    const isType = type !== undefined || dynamic !== undefined;
    if (!specifier.startsWith(".")) return { target: packageName(specifier), isPackage: true, isType };
    return { target: resolve(file, specifier), isPackage: false, isType };
  });
}

function packageName(specifier: string): string {
  return specifier.startsWith("@")
    ? specifier.split("/").slice(0, 2).join("/")
    : (specifier.split("/")[0] ?? "");
}

function resolve(file: string, specifier: string): string {
  const path = relative(root, normalize(join(root, dirname(file), specifier)))
    .split(sep)
    .join("/");
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => files.includes(candidate)) ?? path;
}

function roomOf(file: string): Room {
  const found = rooms
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return found ?? { path: file, mayImport: [], packages: [] };
}

function packageAllowed(room: Room, name: string): boolean {
  if (room.packages === "any" || room.packages.includes(name)) return true;
  // Node's own modules: everywhere but where the code must run in a browser too, or know nothing of files.
  return (
    name.startsWith("node:") &&
    !/^server\/src\/(model|grammar|ignoreFile|lint|rules|features)/.test(room.path)
  );
}

function isRule(file: string): boolean {
  return /^server\/src\/rules\/(?!index\.ts$)[^/]+\.ts$/.test(file);
}
