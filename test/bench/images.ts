import { imageGroupings } from "../../client/src/views/imageArrangement";
import { imageRows } from "../../client/src/views/imageRows";
import { imageTableRows, sortedRows } from "../../client/src/views/imageTable";
import { createTreeModel, type TreeElement, type TreeModel } from "../../client/src/views/treeModel";
import { manyImages } from "../support/manyImages";
import { milliseconds, percentile, table } from "./numbers";

/** What a refresh of the Images view costs when one of so many images has changed, with all rows open. */
export async function benchImages(): Promise<void> {
  const counts = [100, 1000, 5000, 20_000];
  console.log("\nImages view: refreshes where one image has changed, ms (median of 10)");
  const rows = imageGroupings.map((groupBy) => [
    groupBy,
    ...counts.map((count) => {
      const model = createTreeModel();
      model.update(imageRows(manyImages({ count, groupBy })));
      openAll(model);
      const times = Array.from({ length: 10 }, (_, round) => {
        const picture = manyImages({ count, groupBy, used: round * 7 });
        const started = performance.now();
        model.update(imageRows(picture));
        return performance.now() - started;
      });
      return milliseconds(percentile(times, 50));
    }),
  ]);
  console.log(table(["grouped by", ...counts.map(String)], rows));

  console.log("\nImages table: rows made and sorted, ms (median of 10)");
  const sorted = counts.map((count) => {
    const picture = manyImages({ count, groupBy: "none" });
    const times = Array.from({ length: 10 }, () => {
      const started = performance.now();
      sortedRows(imageTableRows(picture), { column: "size", direction: "descending" });
      return performance.now() - started;
    });
    return milliseconds(percentile(times, 50));
  });
  console.log(table(["", ...counts.map(String)], [["table", ...sorted]]));
}

function openAll(model: TreeModel, element?: TreeElement): void {
  for (const child of model.childrenOf(element)) openAll(model, child);
}
