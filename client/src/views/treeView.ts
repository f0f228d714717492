import * as vscode from "vscode";
import type { Subject } from "../selection/subject";
import { createTreeModel, type TreeElement } from "./treeModel";
import type { TreeNode } from "./treeNode";

/** A view of rows in the editor's side bar. The only file of this room that knows the editor. */
export interface TreeView extends vscode.Disposable {
  /** Shows these rows instead of the ones before; what stays the same is left alone. */
  update(rows: readonly TreeNode[]): void;
  /** The text beside the view's title. */
  describe(text: string): void;
  /** A line above the rows, and in their place where there are none. Empty for no line. */
  note(text: string): void;
  selection(): readonly Subject[];
  isVisible(): boolean;
  readonly onVisibility: vscode.Event<unknown>;
  readonly onSelection: vscode.Event<unknown>;
}

export interface TreeViewOptions {
  /** Makes words of an engine fit to be shown: rows are handed over as they are. */
  readonly plain: { text(text: string): string; line(text: string): string };
  /** What rows that are dragged out of the view are elsewhere, by mime type. */
  readonly dragged?: (subjects: readonly Subject[]) => Readonly<Record<string, string>>;
}

export function createTreeView(id: string, { plain, dragged }: TreeViewOptions): TreeView {
  const model = createTreeModel();
  const changed = new vscode.EventEmitter<TreeElement[] | undefined>();

  const view = vscode.window.createTreeView<TreeElement>(id, {
    canSelectMany: true,
    showCollapseAll: true,
    ...(dragged && { dragAndDropController: dragOnly(dragged) }),
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (element) => [...model.childrenOf(element)],
      getTreeItem: ({ node }) => treeItem(node, plain),
      async resolveTreeItem(item, { node }) {
        // A string, not markdown: it may hold words of an image's labels.
        if (node.tooltip) item.tooltip = plain.text(await node.tooltip());
        return item;
      },
    },
  });

  return {
    update(rows) {
      const change = model.update(rows);
      if (change === "everything") changed.fire(undefined);
      else if (change.length > 0) changed.fire([...change]);
    },
    describe(text) {
      view.description = text;
    },
    note(text) {
      // The editor draws no line only where the text is undefined, which its types do not say.
      (view as { message: string | undefined }).message = text === "" ? undefined : text;
    },
    selection: () => view.selection.flatMap(({ node }) => node.subject ?? []),
    isVisible: () => view.visible,
    onVisibility: view.onDidChangeVisibility,
    onSelection: view.onDidChangeSelection,
    dispose() {
      view.dispose();
      changed.dispose();
    },
  };
}

/** The subject of a row that the editor hands to a command; undefined where it is no row of ours. */
export function subjectOfRow(value: unknown): Subject | undefined {
  if (typeof value !== "object" || value === null || !("node" in value)) return undefined;
  return (value as TreeElement).node.subject;
}

function treeItem(node: TreeNode, { line }: TreeViewOptions["plain"]): vscode.TreeItem {
  const item = new vscode.TreeItem(line(node.label), collapsibleState(node));
  item.id = node.id;
  item.description = line(node.description ?? "");
  item.iconPath = new vscode.ThemeIcon(
    node.icon.name,
    node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
  );
  if (node.contextValue) item.contextValue = node.contextValue;
  item.accessibilityInformation = { label: line(node.spoken) };
  return item;
}

/** Rows can be dragged out; nothing is dropped in. */
function dragOnly(
  dragged: NonNullable<TreeViewOptions["dragged"]>,
): vscode.TreeDragAndDropController<TreeElement> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [],
    handleDrag(elements, transfer) {
      const data = dragged(elements.flatMap(({ node }) => node.subject ?? []));
      for (const [type, text] of Object.entries(data)) transfer.set(type, new vscode.DataTransferItem(text));
    },
  };
}

function collapsibleState({ children, startsAs }: TreeNode): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return startsAs === "expanded"
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}
