import type { ContainerMount, PortBinding, RestartPolicy } from "../../engine/container";
import { portText } from "./runLine";
import { emptyProfile, type RunProfile, withoutSecrets } from "./runProfile";

export const runTaskType = "drydock-run";

/** A profile as it stands in tasks.json. package.json declares the same properties under taskDefinitions. */
export interface RunTask {
  readonly type: typeof runTaskType;
  readonly image: string;
  readonly name?: string;
  /** As after `-p`: `8888:5000`. */
  readonly ports?: readonly string[];
  /** `NAME=value`; a bare name takes its value from the editor's environment, or asks for it. */
  readonly environment?: readonly string[];
  readonly envFiles?: readonly string[];
  /** As after `-v`: `data:/var/lib/data`, `/home/me/site:/srv:ro`. */
  readonly volumes?: readonly string[];
  readonly network?: string;
  readonly restart?: RestartPolicy;
  readonly command?: readonly string[];
  readonly interactive?: boolean;
  readonly removeAtEnd?: boolean;
}

/** What is written into tasks.json; values of secrets are not. */
export function taskOfProfile(profile: RunProfile): RunTask {
  const { image, name, ports, environment, envFiles, mounts, network, restartPolicy, command, ...how } =
    withoutSecrets(profile);
  return {
    type: runTaskType,
    image,
    ...(name !== undefined && { name }),
    ...(ports.length > 0 && { ports: ports.map(portText) }),
    ...(environment.length > 0 && { environment }),
    ...(envFiles.length > 0 && { envFiles }),
    ...(mounts.length > 0 && {
      volumes: mounts.map(
        ({ source, target, readOnly }) =>
          `${source === "" ? "" : `${source}:`}${target}${readOnly ? ":ro" : ""}`,
      ),
    }),
    ...(network !== undefined && { network }),
    ...(restartPolicy !== undefined && { restart: restartPolicy }),
    ...(command && { command }),
    ...(how.interactive && { interactive: true }),
    ...(how.autoRemove && { removeAtEnd: true }),
  };
}

/** The profile of a task that a person may have written by hand. Throws in words where something in it is wrong. */
export function profileOfTask(task: Readonly<Record<string, unknown>>): RunProfile {
  const { image } = task;
  if (typeof image !== "string" || image === "") throw new Error("The task needs an “image”.");
  const text = (key: string) => {
    const value = task[key];
    if (value === undefined || typeof value === "string") return value;
    throw new Error(`“${key}” of the task must be a text.`);
  };
  const texts = (key: string) => {
    const value = task[key] ?? [];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value as string[];
    throw new Error(`“${key}” of the task must be a list of texts.`);
  };
  const [name, network, restart, command] = [
    text("name"),
    text("network"),
    text("restart"),
    texts("command"),
  ];
  return {
    ...emptyProfile(image),
    ...(name !== undefined && { name }),
    ports: texts("ports").map(portOf),
    environment: texts("environment"),
    envFiles: texts("envFiles"),
    mounts: texts("volumes").map(mountOf),
    ...(network !== undefined && { network }),
    ...(restart !== undefined && { restartPolicy: restartOf(restart) }),
    ...(command.length > 0 && { command }),
    ...(task["interactive"] === true && { interactive: true }),
    ...(task["removeAtEnd"] === true && { autoRemove: true }),
  };
}

function portOf(text: string): PortBinding {
  const found = /^(?:(?:(\[[^\]]+\]|[\d.]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/.exec(text);
  if (!found)
    throw new Error(`“${text}” is no port: write the host's, a colon and the container's, as 8888:5000.`);
  const [, address, host = "", inner, protocol = "tcp"] = found;
  return {
    containerPort: Number(inner),
    // The expression takes no other.
    protocol: protocol as PortBinding["protocol"],
    hostPort: Number(host),
    ...(address !== undefined && { hostAddress: address.replace(/^\[|\]$/g, "") }),
  };
}

function mountOf(text: string): ContainerMount {
  const found = /^(?:(.+):)?(\/[^:]*|[A-Za-z]:\\[^:]*?)(?::(ro|rw))?$/.exec(text);
  if (!found)
    throw new Error(
      `“${text}” is no volume: write a name or a folder, a colon and the path in the container.`,
    );
  const [, source = "", target = "", mode] = found;
  const isFolder = /^(?:\/|[A-Za-z]:[\\/])/.test(source);
  return { type: isFolder ? "bind" : "volume", source, target, readOnly: mode === "ro" };
}

function restartOf(text: string): RestartPolicy {
  if (text === "no" || text === "always" || text === "on-failure" || text === "unless-stopped") return text;
  throw new Error(`“${text}” is no restart policy: no, always, on-failure or unless-stopped.`);
}
