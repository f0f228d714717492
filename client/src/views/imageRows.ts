import type { Image } from "../engine/image";
import { splitReference } from "../engine/reference";
import { type ImageSubject, nameOfImage, shortId } from "../selection/subject";
import { humanAge, shortAge } from "./humanAge";
import { humanSize } from "./humanSize";
import { imageOrigin, originWords } from "./imageOrigin";
import type { TreeNode } from "./treeNode";

/** The Images view: one row for each repository with its tags below it, and the dangling images at the end. */
export function imageRows(images: readonly Image[], now: number): TreeNode[] {
  const repositories = new Map<string, ImageSubject[]>();
  const dangling: ImageSubject[] = [];
  for (const subject of images.flatMap(subjectsOf)) {
    if (subject.reference === undefined) {
      dangling.push(subject);
      continue;
    }
    const { repository } = splitReference(subject.reference);
    const group = repositories.get(repository);
    if (group) group.push(subject);
    else repositories.set(repository, [subject]);
  }
  const rows = [...repositories]
    .sort(([one], [other]) => compare(one, other))
    .map(([repository, subjects]) => repositoryRow(repository, subjects, now));
  return dangling.length > 0 ? [...rows, danglingRow(dangling, now)] : rows;
}

/** The counts beside the view's title. */
export function imagesSummary(images: readonly Image[]): string {
  if (images.length === 0) return "";
  const bytes = images.reduce((sum, { size }) => sum + size, 0);
  return `${images.length} ${images.length === 1 ? "image" : "images"} · ${humanSize(bytes)}`;
}

/** One for each tag; for an image that was pulled by digest, one for each of those; else one without a reference. */
function subjectsOf(image: Image): ImageSubject[] {
  const references = image.tags.length > 0 ? image.tags : image.digests;
  if (references.length === 0) return [{ kind: "image", image, reference: undefined }];
  return references.map((reference) => ({ kind: "image", image, reference }));
}

function repositoryRow(repository: string, subjects: readonly ImageSubject[], now: number): TreeNode {
  const origin = imageOrigin(repository, subjects);
  const { icon, word, explanation } = originWords[origin];
  const tags = `${subjects.length} ${subjects.length === 1 ? "tag" : "tags"}`;
  return {
    id: `repository:${repository}`,
    label: repository,
    description: subjects.length === 1 ? word : `${word} · ${tags}`,
    icon: { name: icon },
    contextValue: "repository",
    spoken: `Repository ${repository}, ${word}, ${tags}`,
    tooltip: () => `${repository}\n${explanation}`,
    children: () => newestFirst(subjects).map((subject) => imageRow(subject, now)),
    startsAs: "expanded",
  };
}

function danglingRow(subjects: readonly ImageSubject[], now: number): TreeNode {
  const size = humanSize(subjects.reduce((sum, { image }) => sum + image.size, 0));
  return {
    id: "dangling",
    label: "Dangling",
    description: `${subjects.length} · ${size}`,
    icon: { name: "question" },
    contextValue: "dangling",
    spoken: `${subjects.length} dangling images, ${size}`,
    tooltip: () => "Images without a tag, usually left over when a tag moved on to a newer build.",
    children: () => newestFirst(subjects).map((subject) => imageRow(subject, now)),
    startsAs: "collapsed",
  };
}

function imageRow(subject: ImageSubject, now: number): TreeNode {
  const { image, reference } = subject;
  const used = image.containerIds.length > 0;
  const id = shortId(image.id);
  const age = humanAge(image.created, now);
  const size = humanSize(image.size);
  const label = tagLabel(reference);
  // A narrow view cuts off the end, and of an id its beginning is enough.
  const facts = [size, shortAge(image.created, now), ...(label === undefined ? [] : [id])];
  return {
    id: `image:${reference ?? image.id}`,
    label: label ?? id,
    description: [...facts, ...(used ? ["in use"] : [])].join(" · "),
    icon: used ? { name: "circle-filled", color: "charts.blue" } : { name: "circle-outline" },
    contextValue: `image.${image.tags.length > 0 ? "tagged" : "dangling"}.${used ? "used" : "unused"}`,
    spoken: `Image ${reference ?? `without a tag, id ${id}`}, ${size}, created ${age}, ${used ? "in use" : "not in use"}`,
    subject,
    tooltip: () => imageTooltip(subject, now),
  };
}

function imageTooltip(subject: ImageSubject, now: number): string {
  const { image } = subject;
  const containers = image.containerIds.map(shortId);
  return [
    nameOfImage(subject),
    `Id: ${image.id}`,
    ...image.digests.map((digest) => `Digest: ${digest}`),
    `Created: ${new Date(image.created).toISOString()} (${humanAge(image.created, now)})`,
    `Size: ${humanSize(image.size)} (${image.size} bytes)`,
    ...(image.tags.length > 1 ? [`All its tags: ${image.tags.join(", ")}`] : []),
    containers.length > 0 ? `Used by: ${containers.join(", ")}` : "Not used by any container",
  ].join("\n");
}

/** The tag, or the digest's first digits where the image was pulled by digest. */
function tagLabel(reference: string | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const { tag, digest } = splitReference(reference);
  return tag ?? (digest === undefined ? "latest" : `@${shortId(digest)}`);
}

function newestFirst(subjects: readonly ImageSubject[]): ImageSubject[] {
  return subjects.toSorted(
    (one, other) => other.image.created - one.image.created || compare(nameOfImage(one), nameOfImage(other)),
  );
}

/** By code points: the same order on every machine, and much faster than a language's own. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
