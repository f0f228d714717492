import type { TreeNode } from "./treeNode";

/** A row that stays the same object for as long as its id is there. */
export interface TreeElement {
  node: TreeNode;
  /** Undefined until somebody has opened the row. */
  children: TreeElement[] | undefined;
}

/** What must be drawn anew: everything, some rows (each with what is below it), or nothing. */
export type TreeChange = "everything" | readonly TreeElement[];

export interface TreeModel {
  /** Takes the new rows and says which of the rows that were drawn differ. Linear in the number of rows. */
  update(rows: readonly TreeNode[]): TreeChange;
  childrenOf(element: TreeElement | undefined): readonly TreeElement[];
}

/** Keeps rows by id, so that a refresh touches only what changed. */
export function createTreeModel(): TreeModel {
  let roots: TreeElement[] = [];

  return {
    update(rows) {
      const changed: TreeElement[] = [];
      const next = merge(roots, rows, changed);
      const same = sameOrder(roots, next);
      roots = next;
      return same ? changed : "everything";
    },
    childrenOf(element) {
      if (!element) return roots;
      element.children ??= (element.node.children?.() ?? []).map(newElement);
      return element.children;
    },
  };
}

function newElement(node: TreeNode): TreeElement {
  return { node, children: undefined };
}

/** The elements for these rows, old ones kept; rows that look different, or whose opened children came or went, join `changed`. */
function merge(
  present: readonly TreeElement[],
  rows: readonly TreeNode[],
  changed: TreeElement[],
): TreeElement[] {
  const byId = new Map(present.map((element) => [element.node.id, element]));
  return rows.map((row) => {
    const element = byId.get(row.id);
    if (!element) return newElement(row);
    let differs = !looksTheSame(element.node, row);
    element.node = row;
    if (element.children) {
      const below: TreeElement[] = [];
      const children = merge(element.children, row.children?.() ?? [], below);
      differs ||= !sameOrder(element.children, children);
      element.children = children;
      // A row that is drawn anew takes what is below it along.
      if (!differs) changed.push(...below);
    }
    if (differs) changed.push(element);
    return element;
  });
}

function sameOrder(before: readonly TreeElement[], after: readonly TreeElement[]): boolean {
  return before.length === after.length && before.every((element, index) => element === after[index]);
}

function looksTheSame(one: TreeNode, other: TreeNode): boolean {
  return (
    one.label === other.label &&
    one.description === other.description &&
    one.icon.name === other.icon.name &&
    one.icon.color === other.icon.color &&
    one.contextValue === other.contextValue &&
    one.spoken === other.spoken &&
    (one.children === undefined) === (other.children === undefined)
  );
}
