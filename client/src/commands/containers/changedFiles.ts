import type { FileChange } from "../../engine/container";

/** A folder or file that differs from the image's, with what differs below it. */
export interface ChangedFile {
  readonly name: string;
  readonly path: string;
  /** Undefined for a folder that is only on the way to a change. */
  readonly kind: FileChange["kind"] | undefined;
  readonly children: readonly ChangedFile[];
}

interface Branch {
  kind: FileChange["kind"] | undefined;
  readonly children: Map<string, Branch>;
}

/** The engine's flat list as a tree, sorted by name. Linear in the list but for the sorting. */
export function changedFiles(changes: readonly FileChange[]): ChangedFile[] {
  const root: Branch = { kind: undefined, children: new Map() };
  for (const { path, kind } of changes) {
    let branch = root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const next = branch.children.get(name) ?? { kind: undefined, children: new Map() };
      branch.children.set(name, next);
      branch = next;
    }
    branch.kind = kind;
  }
  return files(root, "");
}

function files({ children }: Branch, parent: string): ChangedFile[] {
  return [...children]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, branch]) => {
      const path = `${parent}/${name}`;
      return { name, path, kind: branch.kind, children: files(branch, path) };
    });
}

/**
 * What really changed: an added folder stands for all in it, and a folder that is "modified" only because something
 * in it changed does not count.
 */
export function essentialChanges(tree: readonly ChangedFile[]): ChangedFile[] {
  return tree.flatMap((file) => {
    if (file.kind === "added" || file.kind === "deleted" || file.children.length === 0) return [file];
    return essentialChanges(file.children);
  });
}

const marks: Readonly<Record<FileChange["kind"], string>> = { added: "A", modified: "C", deleted: "D" };

/** `3 added, 1 changed`, or `nothing`. */
export function changeCounts(changes: readonly FileChange[]): string {
  const counted = changes.length === 0 ? [] : essentialChanges(changedFiles(changes));
  const words = { added: "added", modified: "changed", deleted: "deleted" } as const;
  const parts = (["added", "modified", "deleted"] as const).flatMap((kind) => {
    const count = counted.filter((file) => file.kind === kind).length;
    return count === 0 ? [] : `${count} ${words[kind]}`;
  });
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** A line for each file, indented below its folder, with the marks of `docker diff`. */
export function changesText(changes: readonly FileChange[]): string {
  const lines: string[] = [];
  const write = (file: ChangedFile, depth: number) => {
    const mark = file.kind === undefined ? " " : marks[file.kind];
    // A name may hold a line feed, which must not pass for a line of its own.
    const name = file.name.replace(/[\r\n]/g, "\ufffd");
    lines.push(`${mark} ${"  ".repeat(depth)}${name}${file.children.length > 0 ? "/" : ""}`);
    for (const child of file.children) write(child, depth + 1);
  };
  for (const file of changedFiles(changes)) write(file, 0);
  return lines.map((line) => `${line}\n`).join("");
}
