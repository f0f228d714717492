import type { Container, ContainerState } from "../engine/container";
import type { GroupContextValue } from "../selection/contextValue";
import type { ContainerArrangement, ContainerGrouping } from "./containerArrangement";
import { containerRow } from "./containerRow";
import type { ContainersPicture } from "./containersPicture";
import type { TreeNode } from "./treeNode";

/** The Containers view: groups first, by their names; in each the running ones first, then the newest. */
export function containerRows(picture: ContainersPicture): TreeNode[] {
  const { containers, arrangement } = picture;
  const sorted = containers.toSorted((one, other) => rank(one) - rank(other) || other.created - one.created);
  const groups = new Map<string, Container[]>();
  const loose: Container[] = [];
  for (const container of sorted) {
    const name = groupOf(container, arrangement);
    if (name === undefined) loose.push(container);
    else if (groups.has(name)) groups.get(name)?.push(container);
    else groups.set(name, [container]);
  }
  return [
    ...[...groups]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, members]) => groupRow(name, members, picture)),
    ...loose.map((container) => containerRow(container, picture)),
  ];
}

/** The counts beside the view's title. */
export function containersSummary(containers: readonly Container[]): string {
  if (containers.length === 0) return "";
  const running = containers.filter(({ state }) => state === "running").length;
  return `${running} of ${containers.length} running`;
}

/** The label that Docker Compose puts on what it makes. */
const projectLabel = "com.docker.compose.project";

/** Undefined for a container that belongs to no group. */
function groupOf(
  { image, state, labels }: Container,
  { groupBy, label }: ContainerArrangement,
): string | undefined {
  switch (groupBy) {
    case "project":
      return labels[projectLabel];
    case "image":
      return image;
    case "state":
      return stateWords[state];
    case "label":
      return labels[label];
    case "none":
      return undefined;
  }
}

const stateWords: Readonly<Record<ContainerState, string>> = {
  created: "Created",
  running: "Running",
  paused: "Paused",
  restarting: "Restarting",
  removing: "Being Removed",
  exited: "Exited",
  dead: "Dead",
};

type GroupKind = Exclude<ContainerGrouping, "none">;

const kinds: Readonly<
  Record<
    GroupKind,
    { readonly icon: string; readonly word: string; readonly contextValue: GroupContextValue }
  >
> = {
  project: { icon: "layers", word: "Project", contextValue: "containerProject" },
  image: { icon: "package", word: "Image", contextValue: "containerImage" },
  state: { icon: "circle-large-outline", word: "State", contextValue: "containerState" },
  label: { icon: "tag", word: "Label", contextValue: "containerLabel" },
};

function groupRow(name: string, members: readonly Container[], picture: ContainersPicture): TreeNode {
  const { groupBy } = picture.arrangement;
  const { icon, word, contextValue } = kinds[groupBy === "none" ? "project" : groupBy];
  const summary = groupBy === "state" ? String(members.length) : containersSummary(members);
  return {
    id: `${groupBy}:${name}`,
    label: name === "" ? "(empty)" : name,
    description: summary,
    icon: { name: icon },
    contextValue,
    spoken: `${word} ${name}, ${summary}`,
    startsAs: "expanded",
    children: () => members.map((container) => containerRow(container, picture)),
  };
}

function rank({ state }: Container): number {
  return state === "running" || state === "paused" || state === "restarting" ? 0 : 1;
}
