import assert from "node:assert/strict";
import { test } from "node:test";
import { createTreeModel, type TreeElement } from "../../../client/src/views/treeModel";
import type { TreeNode } from "../../../client/src/views/treeNode";

function row(id: string, description = "", children?: readonly TreeNode[]): TreeNode {
  return {
    id,
    label: id,
    description,
    icon: { name: "tag" },
    spoken: `${id} ${description}`,
    ...(children && { children: () => children }),
  };
}

/** Opens every row, as the editor does for those that are seen. */
function openAll(model: ReturnType<typeof createTreeModel>, element?: TreeElement): void {
  for (const child of model.childrenOf(element)) openAll(model, child);
}

function changedIds(
  change: ReturnType<ReturnType<typeof createTreeModel>["update"]>,
): string[] | "everything" {
  return change === "everything" ? change : change.map(({ node }) => node.id);
}

test("equal rows cause no drawing and stay the same objects", () => {
  const model = createTreeModel();
  model.update([row("a", "1", [row("a1")])]);
  openAll(model);
  const [before] = model.childrenOf(undefined);
  assert.deepEqual(changedIds(model.update([row("a", "1", [row("a1")])])), []);
  assert.equal(model.childrenOf(undefined)[0], before);
});

test("only the row that changed is drawn", () => {
  const model = createTreeModel();
  model.update([row("a", "", [row("a1", "old"), row("a2")]), row("b", "", [row("b1")])]);
  openAll(model);
  const change = model.update([row("a", "", [row("a1", "new"), row("a2")]), row("b", "", [row("b1")])]);
  assert.deepEqual(changedIds(change), ["a1"]);
});

test("a row that came or went redraws its parent alone", () => {
  const model = createTreeModel();
  model.update([row("a", "", [row("a1")]), row("b", "", [row("b1")])]);
  openAll(model);
  assert.deepEqual(
    changedIds(model.update([row("a", "", [row("a1"), row("a2")]), row("b", "", [row("b1")])])),
    ["a"],
  );
});

test("what is below a closed row is not even made", () => {
  const model = createTreeModel();
  const closed: TreeNode = { ...row("a"), children: () => assert.fail("nobody opened it") };
  model.update([closed]);
  model.childrenOf(undefined);
  assert.deepEqual(changedIds(model.update([closed])), []);
});

test("roots that came, went or moved redraw everything, with the old objects kept", () => {
  const model = createTreeModel();
  model.update([row("a"), row("b")]);
  const [a] = model.childrenOf(undefined);
  assert.equal(changedIds(model.update([row("b"), row("a")])), "everything");
  assert.equal(model.childrenOf(undefined)[1], a);
});

test("of 5,000 images those that changed are drawn again, and no other", () => {
  const rows = (word: string) =>
    Array.from({ length: 1000 }, (_, repository) =>
      row(
        `r${repository}`,
        "",
        Array.from({ length: 5 }, (_, tag) => row(`r${repository}:${tag}`, repository === 500 ? word : "")),
      ),
    );
  const model = createTreeModel();
  model.update(rows("old"));
  openAll(model);
  assert.equal(model.update(rows("new")).length, 5);
});
