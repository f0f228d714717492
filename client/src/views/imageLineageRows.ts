import type { ImageSubject } from "../selection/subject";
import { inOrder, sortableImage } from "./imageOrder";
import { type ImageRowOptions, imageRow } from "./imageRow";
import type { TreeNode } from "./treeNode";

/** Each image below the one it is built on. One whose base is filtered out stands at the top. */
export function lineageRows(subjects: readonly ImageSubject[], options: ImageRowOptions): TreeNode[] {
  const { baseOf } = options.lineage();
  const { order } = options.picture.arrangement;
  // Of a base image with several tags the first row holds what was built on it.
  const holders = new Map<string, ImageSubject>();
  const sorted = inOrder(subjects, order, sortableImage);
  for (const subject of sorted) if (!holders.has(subject.image.id)) holders.set(subject.image.id, subject);

  const above = new Map<ImageSubject, ImageSubject[]>();
  const roots: ImageSubject[] = [];
  for (const subject of sorted) {
    const holder = holders.get(baseOf(subject.image.id)?.id ?? "");
    if (!holder) {
      roots.push(subject);
      continue;
    }
    const siblings = above.get(holder);
    if (siblings) siblings.push(subject);
    else above.set(holder, [subject]);
  }

  const row = (subject: ImageSubject): TreeNode => {
    const children = above.get(subject);
    const node = imageRow(subject, options);
    if (!children) return node;
    const count = children.length;
    return {
      ...node,
      description: `${node.description} · ${count} built on it`,
      spoken: `${node.spoken}, ${count} ${count === 1 ? "image is" : "images are"} built on it`,
      children: () => children.map(row),
      startsAs: "expanded",
    };
  };
  return roots.map(row);
}
