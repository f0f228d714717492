import assert from "node:assert/strict";
import { test } from "node:test";
import { imageGroupings } from "../../../client/src/views/imageArrangement";
import { imageRows } from "../../../client/src/views/imageRows";
import { createTreeModel, type TreeElement, type TreeModel } from "../../../client/src/views/treeModel";
import { manyImages } from "../../support/manyImages";

function openAll(model: TreeModel, element?: TreeElement): number {
  return model.childrenOf(element).reduce((count, child) => count + 1 + openAll(model, child), 0);
}

for (const groupBy of imageGroupings) {
  test(`5,000 images by ${groupBy}: one that changes redraws its row alone`, () => {
    const model = createTreeModel();
    model.update(imageRows(manyImages({ count: 5000, groupBy })));
    assert.ok(openAll(model) >= 5000);
    const changed = manyImages({ count: 5000, groupBy, used: 2500 });
    const change = model.update(imageRows(changed));
    // By use the image leaves one group for the other, which may not have been there.
    if (groupBy !== "use") assert.equal(change.length, 1);
  });
}

test("names and labels from anywhere are words in a row", () => {
  const hostile = "\u001b[31m$(flame)[run](command:quit)<img src=x>\u202e";
  const picture = manyImages({ count: 1, groupBy: "none" });
  const [image] = picture.images;
  assert.ok(image);
  const rows = imageRows({ ...picture, images: [{ ...image, tags: [`${hostile}:1`], labels: { hostile } }] });
  // Rows are plain strings: nothing of them is markdown or markup, and an icon has a name of ours.
  for (const { label, description, icon } of rows) {
    assert.equal(typeof label, "string");
    assert.equal(typeof description, "string");
    assert.match(icon.name, /^[a-z-]+$/);
  }
});
