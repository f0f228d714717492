import type { Container, ContainerState } from "../engine/container";
import { containerHealth } from "./containerHealth";
import type { ContainersPicture } from "./containersPicture";
import { containerTooltip } from "./containerTooltip";
import { portWords, publishedPorts } from "./portWords";
import type { RowIcon, TreeNode } from "./treeNode";
import { usageWords } from "./usageWords";

export function containerRow(container: Container, picture: ContainersPicture): TreeNode {
  const { id, name, image, state, status } = container;
  const ports = publishedPorts(container).map(portWords);
  const usage = picture.usage(id);
  return {
    id: `container:${id}`,
    label: name,
    // The image last: it is often the longest, and a narrow side bar cuts off the end.
    description: [
      ...ports,
      ...(usage ? [usageWords(usage)] : []),
      status === "" ? state : status,
      ...(picture.arrangement.groupBy === "image" ? [] : [image]),
    ].join(" · "),
    icon: iconOf(container),
    contextValue: `container.${state}.${ports.length > 0 ? "published" : "unpublished"}`,
    // What it uses is left out: a screen reader would begin anew every two seconds. The tooltip has it.
    spoken: `Container ${name} of image ${image}, ${status === "" ? state : `${state}, ${status}`}, ${
      ports.length > 0 ? `ports ${ports.join(", ")}` : "no published ports"
    }`,
    subject: { kind: "container", container },
    tooltip: () => containerTooltip(container, picture),
  };
}

function iconOf(container: Container): RowIcon {
  const health = containerHealth(container);
  if (health === "unhealthy") return { name: "warning", color: "problemsErrorIcon.foreground" };
  if (health === "starting") return { name: "pulse", color: "problemsWarningIcon.foreground" };
  return icons[container.state];
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
