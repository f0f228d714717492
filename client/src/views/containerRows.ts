import type { Container, ContainerState } from "../engine/container";
import { shortId } from "../selection/subject";
import { portWords, publishedPorts } from "./portWords";
import type { RowIcon, TreeNode } from "./treeNode";

/** The Containers view: running ones first, then the newest. */
export function containerRows(containers: readonly Container[]): TreeNode[] {
  return containers
    .toSorted((one, other) => rank(one) - rank(other) || other.created - one.created)
    .map(containerRow);
}

/** The counts beside the view's title. */
export function containersSummary(containers: readonly Container[]): string {
  if (containers.length === 0) return "";
  const running = containers.filter(({ state }) => state === "running").length;
  return `${running} of ${containers.length} running`;
}

function containerRow(container: Container): TreeNode {
  const { id, name, image, state, status } = container;
  const ports = publishedPorts(container).map(portWords);
  return {
    id: `container:${id}`,
    label: name,
    // The image last: it is often the longest, and a narrow side bar cuts off the end.
    description: [...ports, status === "" ? state : status, image].join(" · "),
    icon: icons[state],
    contextValue: `container.${state}.${ports.length > 0 ? "published" : "unpublished"}`,
    spoken: `Container ${name} of image ${image}, ${status === "" ? state : `${state}, ${status}`}, ${
      ports.length > 0 ? `ports ${ports.join(", ")}` : "no published ports"
    }`,
    subject: { kind: "container", container },
    tooltip: () => containerTooltip(container),
  };
}

function containerTooltip(container: Container): string {
  const published = publishedPorts(container).map(portWords);
  const inner = container.ports.filter(({ hostPort }) => hostPort === undefined);
  return [
    container.name,
    `Id: ${shortId(container.id)}`,
    `Image: ${container.image} (${shortId(container.imageId)})`,
    `Command: ${container.command}`,
    `State: ${container.state}${container.status === "" ? "" : `, ${container.status}`}`,
    `Created: ${new Date(container.created).toISOString()}`,
    published.length > 0 ? `Published: ${published.join(", ")}` : "Publishes no ports",
    ...(inner.length > 0
      ? [
          `Exposed but not published: ${inner.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`).join(", ")}`,
        ]
      : []),
  ].join("\n");
}

/** Each state has its own shape; the color only repeats what it says. */
const icons: Readonly<Record<ContainerState, RowIcon>> = {
  created: { name: "vm-outline" },
  running: { name: "vm-running", color: "testing.iconPassed" },
  paused: { name: "debug-pause", color: "problemsWarningIcon.foreground" },
  restarting: { name: "sync", color: "problemsWarningIcon.foreground" },
  removing: { name: "trash", color: "disabledForeground" },
  exited: { name: "debug-stop", color: "disabledForeground" },
  dead: { name: "error", color: "problemsErrorIcon.foreground" },
};

function rank({ state }: Container): number {
  return state === "running" || state === "paused" || state === "restarting" ? 0 : 1;
}
