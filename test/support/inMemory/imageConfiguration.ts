import { EngineError } from "../../../client/src/engine/engineError";
import type { ExposedPort } from "../../../client/src/engine/image";

/** What an image tells its containers. */
export interface ImageConfiguration {
  readonly user: string;
  readonly workingDirectory: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: readonly string[];
  readonly exposedPorts: readonly ExposedPort[];
  readonly volumes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly stopSignal: string | undefined;
}

export const emptyConfiguration: ImageConfiguration = {
  user: "",
  workingDirectory: "",
  entrypoint: [],
  command: [],
  environment: [],
  exposedPorts: [],
  volumes: [],
  labels: {},
  stopSignal: undefined,
};

/** Applies what `--change` may say to a commit or an import, which is less than a build may. */
export function changedByOption(configuration: ImageConfiguration, instruction: string): ImageConfiguration {
  if (/^\s*stopsignal\b/i.test(instruction))
    throw new EngineError("invalid-request", "stopsignal is not a valid change command");
  return changed(configuration, instruction);
}

/** Applies one instruction of a build. */
export function changed(configuration: ImageConfiguration, instruction: string): ImageConfiguration {
  const [keyword = "", ...rest] = instruction.trim().split(/\s+/);
  const argument = rest.join(" ");
  switch (keyword.toUpperCase()) {
    case "USER":
      return { ...configuration, user: argument };
    case "WORKDIR":
      return { ...configuration, workingDirectory: argument };
    case "ENTRYPOINT":
      return { ...configuration, entrypoint: commandFrom(argument) };
    case "CMD":
      return { ...configuration, command: commandFrom(argument) };
    case "ENV":
      return { ...configuration, environment: [...configuration.environment, argument] };
    case "EXPOSE":
      return { ...configuration, exposedPorts: [...configuration.exposedPorts, portFrom(argument)] };
    case "VOLUME":
      return { ...configuration, volumes: [...configuration.volumes, argument] };
    case "LABEL":
      return { ...configuration, labels: { ...configuration.labels, ...labelFrom(argument) } };
    case "STOPSIGNAL":
      return { ...configuration, stopSignal: argument };
    default:
      throw new EngineError("invalid-request", `${keyword} is not a valid change command`);
  }
}

function commandFrom(argument: string): readonly string[] {
  return argument.startsWith("[") ? JSON.parse(argument) : ["/bin/sh", "-c", argument];
}

function portFrom(argument: string): ExposedPort {
  const [port, protocol] = argument.split("/");
  return { port: Number(port), protocol: protocol === "udp" || protocol === "sctp" ? protocol : "tcp" };
}

function labelFrom(argument: string): Record<string, string> {
  const [name = "", value = ""] = argument.split(/=(.*)/s);
  return { [name]: value.replace(/^"(.*)"$/s, "$1") };
}
