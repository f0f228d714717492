import type {
  ContainerDetails,
  ContainerMount,
  PortBinding,
  PublishedPort,
  RestartPolicy,
} from "../container";
import { familiarReference } from "../reference";
import { containerStateFromApi, withoutSlash } from "./containerFromApi";
import { wordsFromApi } from "./imageDetailsFromApi";
import { portFromApi } from "./portFromApi";

/** As `GET /containers/{id}/json` writes it. */
export interface ApiContainerDetails {
  readonly Id: string;
  readonly Name?: string;
  readonly Image?: string;
  readonly State?: ApiState;
  readonly Config?: {
    readonly Image?: string;
    readonly Tty?: boolean;
    readonly Env?: readonly string[] | null;
    readonly Cmd?: readonly string[] | string | null;
    readonly Entrypoint?: readonly string[] | string | null;
    readonly User?: string;
    readonly WorkingDir?: string;
  };
  readonly HostConfig?: {
    readonly RestartPolicy?: { readonly Name?: string };
    readonly AutoRemove?: boolean;
    readonly PortBindings?: Readonly<Record<string, readonly ApiBinding[] | null>> | null;
  };
  readonly Mounts?: readonly ApiMount[] | null;
  readonly NetworkSettings?: {
    readonly Ports?: Readonly<Record<string, readonly ApiBinding[] | null>> | null;
    readonly Networks?: Readonly<Record<string, unknown>> | null;
  };
}

interface ApiState {
  readonly Status?: string;
  readonly StartedAt?: string;
  readonly ExitCode?: number;
  readonly Error?: string;
  readonly Health?: {
    readonly Status?: string;
    readonly Log?: readonly { readonly Output?: string }[] | null;
  } | null;
}

interface ApiMount {
  readonly Type?: string;
  readonly Name?: string;
  readonly Source?: string;
  readonly Destination?: string;
  readonly RW?: boolean;
}

interface ApiBinding {
  readonly HostIp?: string;
  readonly HostPort?: string;
}

export function containerDetailsFromApi(container: ApiContainerDetails): ContainerDetails {
  const {
    State: state = {},
    Config: configuration = {},
    HostConfig: host = {},
    NetworkSettings: network = {},
  } = container;
  const status = containerStateFromApi(state.Status);
  return {
    id: container.Id,
    name: withoutSlash(container.Name ?? ""),
    image: familiarReference(configuration.Image ?? ""),
    imageId: container.Image ?? "",
    state: status,
    started: startFromApi(state.StartedAt),
    // The engine says 0 for a container that has never ended.
    exitCode: status === "exited" || status === "dead" ? state.ExitCode : undefined,
    error: state.Error ?? "",
    health: healthFromApi(state.Health?.Status),
    lastProbe: state.Health?.Log?.at(-1)?.Output?.trimEnd(),
    tty: configuration.Tty ?? false,
    environment: configuration.Env ?? [],
    mounts: (container.Mounts ?? []).map(mountFromApi),
    ports: portsFromApi(network.Ports),
    bindings: bindingsFromApi(host.PortBindings),
    networks: Object.keys(network.Networks ?? {}),
    restartPolicy: restartPolicyFromApi(host.RestartPolicy?.Name),
    autoRemove: host.AutoRemove ?? false,
    command: wordsFromApi(configuration.Cmd),
    entrypoint: wordsFromApi(configuration.Entrypoint),
    user: configuration.User ?? "",
    workingDirectory: configuration.WorkingDir ?? "",
    raw: container,
  };
}

/** One that has never been started was started in the year 1, says the engine. */
function startFromApi(time: string | undefined): number | undefined {
  const started = Date.parse(time ?? "");
  return started > 0 ? started : undefined;
}

function healthFromApi(status: string | undefined): ContainerDetails["health"] {
  return status === "starting" || status === "healthy" || status === "unhealthy" ? status : "none";
}

function restartPolicyFromApi(name: string | undefined): RestartPolicy {
  return name === "always" || name === "on-failure" || name === "unless-stopped" ? name : "no";
}

const mountTypes: ReadonlySet<string> = new Set<ContainerMount["type"]>([
  "bind",
  "volume",
  "tmpfs",
  "npipe",
  "cluster",
  "image",
]);

function mountFromApi(mount: ApiMount): ContainerMount {
  const type =
    mount.Type !== undefined && mountTypes.has(mount.Type) ? (mount.Type as ContainerMount["type"]) : "bind";
  return {
    type,
    // A volume's source is where the engine keeps it; people know it by its name.
    source: (type === "volume" ? mount.Name : mount.Source) ?? "",
    target: mount.Destination ?? "",
    readOnly: mount.RW === false,
  };
}

/** A port that the image exposes and nobody published has no bindings. */
function portsFromApi(
  ports: Readonly<Record<string, readonly ApiBinding[] | null>> | null | undefined,
): PublishedPort[] {
  return Object.entries(ports ?? {}).flatMap(([text, bindings]) => {
    const port = portFromApi(text);
    if (port === undefined) return [];
    const { port: containerPort, protocol } = port;
    if (!bindings?.length) return [{ containerPort, protocol, hostAddress: undefined, hostPort: undefined }];
    return bindings.map(({ HostIp, HostPort }) => ({
      containerPort,
      protocol,
      hostAddress: HostIp || undefined,
      hostPort: Number(HostPort) || undefined,
    }));
  });
}

/** As the container's maker wrote them: no host port lets the engine choose one at each start. */
function bindingsFromApi(
  ports: Readonly<Record<string, readonly ApiBinding[] | null>> | null | undefined,
): PortBinding[] {
  return Object.entries(ports ?? {}).flatMap(([text, bindings]) => {
    const port = portFromApi(text);
    if (port === undefined) return [];
    return (bindings ?? []).map(({ HostIp, HostPort }) => ({
      containerPort: port.port,
      protocol: port.protocol,
      hostPort: Number(HostPort) || 0,
      ...(HostIp && { hostAddress: HostIp }),
    }));
  });
}
