import type { FileChange } from "../../engine/container";
import { type ChangedFile, changedFiles, essentialChanges } from "./changedFiles";

export interface DraftSource {
  readonly container: string;
  /** What the container was made from. */
  readonly image: string;
  readonly changes: readonly FileChange[];
  /** Instructions that were given to the commit. */
  readonly instructions: readonly string[];
}

/**
 * Dockerfile lines that would make a like image: packages by their package databases, the rest as files to copy. What
 * was typed in the container is not recorded anywhere, so this is a draft and says so.
 */
export function dockerfileDraft({ container, image, changes, instructions }: DraftSource): string {
  const tree = changedFiles(changes);
  const installs = installLines(changes);
  const files = essentialChanges(tree).filter(
    ({ path }) => !isByproduct(path) && !isPackaged(path, installs),
  );
  const copied = files.filter(({ kind }) => kind !== "deleted");
  const removed = files.filter(({ kind }) => kind === "deleted");
  return [
    `# What the container ${oneLine(container)} was changed to, as a Dockerfile: a draft to adapt.`,
    "# Unlike a committed image it can be read, reviewed, and built again when its base gets fixes.",
    `FROM ${oneLine(image)}`,
    ...installs.flatMap(({ lines }) => ["", ...lines]),
    ...section(
      copied,
      "# Copy these out of the container into the build context first:",
      (file) => `#   docker cp ${shellWord(`${container}:${file.path}`)} ${shellWord(`.${file.path}`)}`,
    ),
    ...copied.slice(0, mostFiles).map(copyLine),
    ...(copied.length > mostFiles ? [`# … and ${copied.length - mostFiles} more.`] : []),
    ...section(
      removed,
      "# Gone from the image's files; they still take space in its layers:",
      (file) => `RUN rm -rf ${shellWord(file.path)}`,
    ),
    ...(instructions.length > 0 ? ["", ...instructions.map(oneLine)] : []),
    "",
  ].join("\n");
}

/** A draft with more lines than this says nothing to a person. */
const mostFiles = 40;

interface Install {
  readonly lines: readonly string[];
  /** Where this package manager keeps its files. */
  readonly owns: (path: string) => boolean;
}

/** The package managers whose databases changed. Names are taken only where they have the form of names. */
function installLines(changes: readonly FileChange[]): Install[] {
  const paths = changes.filter(({ kind }) => kind !== "deleted").map(({ path }) => path);
  const installs: Install[] = [];
  // What a person put by hand goes to /usr/local and /etc as a rule, so only some of the latter is the packages'.
  const system = (path: string) =>
    /^\/(?:usr(?!\/local)|lib|lib64|bin|sbin|var\/lib|etc\/(?:alternatives|apk|ssl|ld\.so\.cache|(?:passwd|group|g?shadow)-?))(?:\/|$)/.test(
      path,
    );

  const debian = named(paths, /^\/var\/lib\/dpkg\/info\/([a-z0-9][a-z0-9.+-]*)(?::[a-z0-9]+)?\.list$/);
  if (debian.length > 0 || paths.includes("/var/lib/dpkg/status")) {
    const names = debian.length > 0 ? debian.join(" ") : "PACKAGE";
    installs.push({
      lines: [
        "# Those that only came along as dependencies need not be named.",
        `RUN apt-get update && apt-get install -y --no-install-recommends ${names} && rm -rf /var/lib/apt/lists/*`,
      ],
      owns: system,
    });
  }
  if (paths.includes("/lib/apk/db/installed") || paths.includes("/usr/lib/apk/db/installed")) {
    installs.push({
      lines: [
        "# “cat /etc/apk/world” in the container lists what was asked for.",
        "RUN apk add --no-cache PACKAGE",
      ],
      owns: system,
    });
  }
  if (paths.some((path) => /^\/(?:var|usr)\/lib(?:\/sysimage)?\/rpm\//.test(path))) {
    installs.push({
      lines: [
        "# “dnf history userinstalled” in the container lists what was asked for.",
        "RUN dnf install -y PACKAGE && dnf clean all",
      ],
      owns: system,
    });
  }
  const python = named(paths, /\/(?:site|dist)-packages\/([\w.]+-[\w.+!]+)\.dist-info$/).map((name) =>
    name.replace(/-(?=[^-]*$)/, "=="),
  );
  if (python.length > 0) {
    installs.push({
      lines: [`RUN pip install --no-cache-dir ${python.join(" ")}`],
      owns: (path) => /\/(?:site|dist)-packages(?:\/|$)|\/bin\/[^/]+$|\/lib\/python[\d.]+(?:\/|$)/.test(path),
    });
  }
  if (paths.some((path) => path.endsWith("/node_modules"))) {
    installs.push({
      lines: ["COPY package.json package-lock.json ./", "RUN npm ci"],
      owns: (path) => path.endsWith("/node_modules"),
    });
  }
  return installs;
}

function named(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) => pattern.exec(path)?.[1] ?? []).sort();
}

/** Histories, caches and logs, which nobody means to keep. */
function isByproduct(path: string): boolean {
  return /^\/(?:tmp|run|proc|sys|dev|var\/cache|var\/log|var\/tmp|root\/\.cache)(?:\/|$)|_history$|__pycache__|\.pyc$/.test(
    path,
  );
}

function isPackaged(path: string, installs: readonly Install[]): boolean {
  return installs.some(({ owns }) => owns(path));
}

function section(
  files: readonly ChangedFile[],
  title: string,
  line: (file: ChangedFile) => string,
): string[] {
  return files.length === 0 ? [] : ["", title, ...files.slice(0, mostFiles).map(line)];
}

/** In exec form, in which no character of a name but these two means anything. */
function copyLine({ path }: ChangedFile): string {
  const plain = /^[\w./@+-]+$/.test(path);
  return plain ? `COPY ${path.slice(1)} ${path}` : `COPY ${JSON.stringify([path.slice(1), path])}`;
}

function shellWord(text: string): string {
  return /^[\w./:@+-]+$/.test(text) ? text : `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
