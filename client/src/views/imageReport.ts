import type { Container } from "../engine/container";
import type { HistoryEntry, ImageDetails } from "../engine/image";
import { humanAge } from "./humanAge";
import { humanSize } from "./humanSize";
import { historyLines } from "./imageHistory";
import { platformOf } from "./imagePlatform";
import { portWords, publishedPorts } from "./portWords";

export interface ImageReport {
  readonly name: string;
  readonly details: ImageDetails;
  readonly history: readonly HistoryEntry[];
  /** All of the engine's; those of this image are looked for. */
  readonly containers: readonly Container[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What an inspection says, for reading: plain text in short chapters. */
export function imageReport({ name, details, history, containers, now }: ImageReport): string {
  const users = containers.filter(({ imageId }) => imageId === details.id);
  const layers = historyLines(history, now);
  return [
    name,
    "",
    ...facts(details, now),
    ...chapter("Ports", portLines(details, users)),
    ...chapter("What runs", runLines(details)),
    ...chapter("Environment", details.environment),
    ...chapter("Volumes", details.volumes),
    ...chapter(
      "Labels",
      Object.entries(details.labels).map(([label, value]) => `${label}=${value}`),
    ),
    ...chapter("Containers", users.map(containerLine)),
    ...chapter(
      `Layers: ${details.layers.length}, made by ${history.length === 1 ? "1 step" : `${history.length} steps, the oldest first`}`,
      layers,
    ),
    "",
  ].join("\n");
}

function facts(details: ImageDetails, now: number): string[] {
  const { id, tags, digests, created, size, author, comment } = details;
  return aligned([
    ["Id", id],
    ...listed("Tags", tags, "none: it is dangling"),
    ...listed("Digests", digests, "none: it was never pulled or pushed"),
    ["Created", `${new Date(created).toISOString()} (${humanAge(created, now)})`],
    ["Size", `${humanSize(size)} (${size} bytes)`],
    ["Platform", platformOf(details)],
    ...(author === "" ? [] : [["Author", author] as const]),
    ...(comment === "" ? [] : [["Comment", comment] as const]),
  ]);
}

/** One a line: a name with its digest is as long as a line should be. */
function listed(label: string, values: readonly string[], none: string): (readonly [string, string])[] {
  const [first = none, ...others] = values;
  return [[label, first], ...others.map((value) => ["", value] as const)];
}

/** EXPOSE only documents a port; what can be reached from outside is decided by each container. */
function portLines({ exposedPorts }: ImageDetails, users: readonly Container[]): string[] {
  const published = users.flatMap((user) => publishedPorts(user).map((port) => ({ user, port })));
  const exposed = exposedPorts.map(({ port, protocol }) => {
    const held = published.filter(({ port: one }) => one.containerPort === port && one.protocol === protocol);
    const where =
      held.length === 0
        ? "not published: no port of the host leads to it"
        : `published ${held.map(({ user, port: one }) => `${portWords(one)} by ${user.name}`).join(", ")}`;
    return `${port}/${protocol} exposed, ${where}`;
  });
  const others = published
    .filter(({ port: one }) => !exposedPorts.some(({ port }) => port === one.containerPort))
    .map(
      ({ user, port }) => `${portWords(port)} published by ${user.name}, though the image does not expose it`,
    );
  const lines = [...exposed, ...others];
  return lines.length > 0 ? lines : ["none exposed, none published"];
}

function runLines({ entrypoint, command, user, workingDirectory, stopSignal }: ImageDetails): string[] {
  return aligned([
    ["Entrypoint", entrypoint.length > 0 ? JSON.stringify(entrypoint) : "none: the command itself is run"],
    ["Command", command.length > 0 ? JSON.stringify(command) : "none: one must be given"],
    ["User", user === "" ? "root (none is set)" : user],
    ["Folder", workingDirectory === "" ? "/" : workingDirectory],
    ["Stopped by", stopSignal ?? "SIGTERM, the default"],
  ]);
}

function containerLine({ name, state, status }: Container): string {
  return `${name}: ${status === "" ? state : status}`;
}

function chapter(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`)];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}
