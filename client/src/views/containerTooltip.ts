import type { Container, ContainerDetails } from "../engine/container";
import { shortId } from "../selection/subject";
import type { ContainersPicture } from "./containersPicture";
import { humanSize } from "./humanSize";
import { portWords, publishedPorts } from "./portWords";
import { usageWords } from "./usageWords";

/** What the row has no place for. Asks the engine, and does without its answer where it has none. */
export async function containerTooltip(
  container: Container,
  { usage, inspect }: ContainersPicture,
): Promise<string> {
  const published = publishedPorts(container).map(portWords);
  const inner = container.ports.filter(({ hostPort }) => hostPort === undefined);
  const stats = usage(container.id);
  // Of a container that has just gone the list's facts are all there is.
  const details = await inspect(container.id).catch(() => undefined);
  return [
    container.name,
    `Id: ${shortId(container.id)}`,
    `Image: ${container.image} (${shortId(container.imageId)})`,
    `Command: ${container.command}`,
    `State: ${container.state}${container.status === "" ? "" : `, ${container.status}`}`,
    `Created: ${new Date(container.created).toISOString()}`,
    ...(stats ? [`Uses: ${usageWords(stats)} of ${humanSize(stats.memoryLimit)}`] : []),
    published.length > 0 ? `Published: ${published.join(", ")}` : "Publishes no ports",
    ...(inner.length > 0
      ? [
          `Exposed but not published: ${inner.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`).join(", ")}`,
        ]
      : []),
    ...(details ? detailLines(details) : []),
  ].join("\n");
}

/** A probe may print a whole page; its beginning says what it is. */
const longestProbe = 500;

function detailLines({
  health,
  lastProbe,
  mounts,
  networks,
  restartPolicy,
  error,
}: ContainerDetails): string[] {
  const probe = lastProbe?.trim().slice(0, longestProbe);
  return [
    ...(networks.length > 0 ? [`Networks: ${networks.join(", ")}`] : []),
    ...mounts.map(
      ({ source, target, readOnly }) =>
        `Mount: ${source || "unnamed"} at ${target}${readOnly ? ", read-only" : ""}`,
    ),
    ...(restartPolicy === "no" ? [] : [`Restarts: ${restartPolicy}`]),
    ...(error === "" ? [] : [`Could not start: ${error}`]),
    ...(health === "none"
      ? []
      : [`Health: ${health}`, probe ? `Last probe: ${probe}` : "The last probe printed nothing"]),
  ];
}
