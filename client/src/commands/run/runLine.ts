import type { ContainerMount, PortBinding } from "../../engine/container";
import type { DockerCommandLine } from "../command";
import { type RunProfile, withoutSecrets } from "./runProfile";

/** The line that does the same. Values of secrets are left to the terminal's own environment. */
export function runLine(profile: RunProfile): DockerCommandLine {
  const { image, name, ports, environment, envFiles, mounts, network, restartPolicy, command, ...how } =
    withoutSecrets(profile);
  return [
    "docker",
    "run",
    // Detached, as the container outlives this window.
    how.interactive ? "-it" : "-d",
    ...(how.autoRemove ? ["--rm"] : []),
    ...ports.flatMap((port) => ["-p", portText(port)]),
    ...(name === undefined ? [] : ["--name", name]),
    ...envFiles.flatMap((path) => ["--env-file", path]),
    ...environment.flatMap((variable) => ["-e", variable]),
    ...mounts.flatMap(mountArguments),
    ...(network === undefined ? [] : ["--network", network]),
    ...(restartPolicy === undefined || restartPolicy === "no" ? [] : ["--restart", restartPolicy]),
    image,
    ...(command ?? []),
  ];
}

/** `8888:5000`, `127.0.0.1:5353:53/udp`: the form of `-p`. */
export function portText({ hostPort, hostAddress, containerPort, protocol }: PortBinding): string {
  const address =
    hostAddress === undefined || hostAddress === ""
      ? ""
      : `${hostAddress.includes(":") ? `[${hostAddress}]` : hostAddress}:`;
  const host = hostPort === 0 ? "" : String(hostPort);
  return `${address}${host}${address === "" && host === "" ? "" : ":"}${containerPort}${protocol === "tcp" ? "" : `/${protocol}`}`;
}

/** `-v` takes no colon within a path, `--mount` no comma: each form where it is right. */
function mountArguments({ type, source, target, readOnly }: ContainerMount): string[] {
  if ((type === "bind" || type === "volume") && !source.includes(":") && !target.includes(":"))
    return ["-v", `${source === "" ? "" : `${source}:`}${target}${readOnly ? ":ro" : ""}`];
  const parts = [
    `type=${type}`,
    ...(source === "" ? [] : [`source=${source}`]),
    `target=${target}`,
    ...(readOnly ? ["readonly"] : []),
  ];
  return ["--mount", parts.map((part) => (part.includes(",") ? `"${part}"` : part)).join(",")];
}
