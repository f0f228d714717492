import { dockerHub, domainOf, splitReference } from "../engine/reference";
import type { GroupContextValue } from "../selection/contextValue";
import type { ImageSubject } from "../selection/subject";
import { humanSize } from "./humanSize";
import type { ImageGrouping } from "./imageArrangement";
import { inOrder, sortableImage } from "./imageOrder";
import { imageOrigin, originWords } from "./imageOrigin";
import { type ImageRowOptions, imageRow } from "./imageRow";
import type { TreeNode } from "./treeNode";

/** More images than this begin in closed groups: nobody can overlook them, and what is closed costs nothing. */
const manyImages = 500;

/** One row for each group with its images below. Groups whose order has a meaning of their own keep it. */
export function imageGroups(
  subjects: readonly ImageSubject[],
  grouping: Exclude<ImageGrouping, "none" | "base">,
  options: ImageRowOptions,
): TreeNode[] {
  const { groupOf, fixed } = groupings[grouping];
  const { arrangement, now } = options.picture;
  const members = new Map<string, { readonly group: Group; readonly subjects: ImageSubject[] }>();
  for (const subject of subjects) {
    const group = groupOf(subject, now);
    const known = members.get(group.id);
    if (known) known.subjects.push(subject);
    else members.set(group.id, { group, subjects: [subject] });
  }
  const groups = [...members.values()];
  const sorted = fixed
    ? groups.sort((one, other) => one.group.rank - other.group.rank)
    : inOrder(groups, arrangement.order, (each) => ({
        name: each.group.label,
        created: extreme(each.subjects, arrangement.order === "oldest" ? "oldest" : "newest"),
        size: bytesOf(each.subjects),
      })).sort((one, other) => one.group.rank - other.group.rank);
  return sorted.map((each) => groupRow(each.group, each.subjects, options));
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly contextValue: GroupContextValue;
  readonly icon: string;
  /** Lower ones come first, whatever the order. */
  readonly rank: number;
  readonly explanation: string;
  /** Whether its rows show the tag alone. */
  readonly names: "tag" | "reference";
}

interface Grouping {
  groupOf(subject: ImageSubject, now: number): Group;
  /** Its groups follow from one another, so that no order changes theirs. */
  readonly fixed?: "fixed";
}

const groupings: Readonly<Record<Exclude<ImageGrouping, "none" | "base">, Grouping>> = {
  repository: { groupOf: ({ reference }) => (reference === undefined ? dangling : repository(reference)) },
  registry: { groupOf: ({ reference }) => (reference === undefined ? dangling : registry(reference)) },
  age: { groupOf: ({ image }, now) => ageGroup(now - image.created), fixed: "fixed" },
  use: { groupOf: ({ image }) => (image.containerIds.length > 0 ? inUse : notInUse), fixed: "fixed" },
};

const dangling: Group = {
  id: "dangling",
  label: "Dangling",
  contextValue: "dangling",
  icon: "question",
  rank: 1,
  explanation: "Images without a tag, usually left over when a tag moved on to a newer build.",
  names: "tag",
};

function repository(reference: string): Group {
  const name = splitReference(reference).repository;
  return {
    id: `repository:${name}`,
    label: name,
    contextValue: "repository",
    icon: "repo",
    rank: 0,
    explanation: name,
    names: "tag",
  };
}

function registry(reference: string): Group {
  const domain = domainOf(reference);
  const isHub = domain === dockerHub;
  return {
    id: `registry:${domain}`,
    label: isHub ? "Docker Hub" : domain,
    contextValue: "registry",
    icon: isHub ? "globe" : "server",
    rank: 0,
    explanation: isHub
      ? "Names without a registry are Docker Hub's. Images that you built and never pushed are here by their name alone."
      : `Images whose names begin with the registry ${domain}.`,
    names: "reference",
  };
}

const day = 24 * 60 * 60 * 1000;
const ages = [
  { label: "Last 24 hours", until: day },
  { label: "Last 7 days", until: 7 * day },
  { label: "Last 30 days", until: 30 * day },
  { label: "Last year", until: 365 * day },
  { label: "Older", until: Number.POSITIVE_INFINITY },
] as const;

function ageGroup(age: number): Group {
  const rank = ages.findIndex(({ until }) => age < until);
  const label = ages[rank]?.label ?? "Older";
  return {
    id: `age:${label}`,
    label,
    contextValue: "imageAge",
    icon: "history",
    rank,
    explanation: "When the image was built. For a pulled image that is not when you pulled it.",
    names: "reference",
  };
}

const inUse: Group = {
  id: "use:used",
  label: "In use",
  contextValue: "imageUse",
  icon: "circle-filled",
  rank: 0,
  explanation: "Images that a container was made from, whether it runs or not.",
  names: "reference",
};

const notInUse: Group = {
  id: "use:unused",
  label: "Not in use",
  contextValue: "imageUse",
  icon: "circle-outline",
  rank: 1,
  explanation: "Images that no container was made from.",
  names: "reference",
};

function groupRow(group: Group, subjects: readonly ImageSubject[], options: ImageRowOptions): TreeNode {
  const { id, label, contextValue, names } = group;
  const { picture } = options;
  const origin = contextValue === "repository" ? originOf(label, subjects) : undefined;
  const things = contextValue === "repository" ? "tag" : "image";
  const count = `${subjects.length} ${subjects.length === 1 ? things : `${things}s`}`;
  const size = humanSize(bytesOf(subjects));
  return {
    id,
    label,
    description: origin
      ? [origin.word, ...(subjects.length === 1 ? [] : [count])].join(" · ")
      : `${subjects.length} · ${size}`,
    icon: { name: origin?.icon ?? group.icon },
    contextValue,
    spoken: origin ? `Repository ${label}, ${origin.word}, ${count}` : `${label}, ${count}, ${size}`,
    tooltip: () => (origin ? `${label}\n${origin.explanation}` : group.explanation),
    children: () =>
      inOrder(subjects, picture.arrangement.order, sortableImage).map((subject) =>
        imageRow(subject, { ...options, names }),
      ),
    startsAs: contextValue === "dangling" || picture.images.length > manyImages ? "collapsed" : "expanded",
  };
}

function originOf(name: string, subjects: readonly ImageSubject[]) {
  const images = subjects.map(({ image }) => image);
  return originWords[imageOrigin(name, images)];
}

/** An image with several tags is counted once. */
function bytesOf(subjects: readonly ImageSubject[]): number {
  const sizes = new Map(subjects.map(({ image }) => [image.id, image.size]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function extreme(subjects: readonly ImageSubject[], which: "newest" | "oldest"): number {
  const times = subjects.map(({ image }) => image.created);
  return times.reduce((one, other) => (which === "newest" ? Math.max(one, other) : Math.min(one, other)));
}
