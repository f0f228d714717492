import { imageSubjects } from "../selection/subject";
import { imageFilter } from "./imageFilter";
import { imageGroups } from "./imageGroups";
import { type ImageLineage, imageLineage } from "./imageLineage";
import { lineageRows } from "./imageLineageRows";
import { inOrder, sortableImage } from "./imageOrder";
import { type ImageRowOptions, imageRow } from "./imageRow";
import type { ImagesPicture } from "./imagesPicture";
import type { TreeNode } from "./treeNode";

/** The Images view: the images that the filter lets through, in the order and the groups that were asked for. */
export function imageRows(picture: ImagesPicture): TreeNode[] {
  const { images, arrangement, facts } = picture;
  let known: ImageLineage | undefined;
  const lineage = () => {
    known ??= imageLineage(images, facts);
    return known;
  };
  const rows: ImageRowOptions = { picture, lineage, names: "reference" };
  const subjects = images.flatMap(imageSubjects).filter(imageFilter(arrangement));
  switch (arrangement.groupBy) {
    case "none":
      return inOrder(subjects, arrangement.order, sortableImage).map((subject) => imageRow(subject, rows));
    case "base":
      return lineageRows(subjects, rows);
    default:
      return imageGroups(subjects, arrangement.groupBy, rows);
  }
}
