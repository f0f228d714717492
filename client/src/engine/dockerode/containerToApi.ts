import type Dockerode from "dockerode";
import type { ContainerMount, ContainerOptions } from "../container";

/** The body of `POST /containers/create`. What is left out is left to the image and the engine. */
export function containerToApi(options: ContainerOptions): Dockerode.ContainerCreateOptions {
  return {
    Image: options.image,
    ...(options.environment && { Env: [...options.environment] }),
    ...(options.command && { Cmd: [...options.command] }),
    ...(options.entrypoint && { Entrypoint: [...options.entrypoint] }),
    ...(options.user !== undefined && { User: options.user }),
    ...(options.workingDirectory !== undefined && { WorkingDir: options.workingDirectory }),
    ...(options.labels && { Labels: { ...options.labels } }),
    ...(options.interactive && { Tty: true, OpenStdin: true, AttachStdin: true }),
    ExposedPorts: Object.fromEntries((options.ports ?? []).map((port) => [portKey(port), {}])),
    HostConfig: {
      PortBindings: portBindings(options),
      Mounts: (options.mounts ?? []).map(mountToApi),
      ...(options.network !== undefined && { NetworkMode: options.network }),
      ...(options.restartPolicy && { RestartPolicy: { Name: options.restartPolicy } }),
      ...(options.autoRemove !== undefined && { AutoRemove: options.autoRemove }),
    },
  };
}

type PortKey = { readonly containerPort: number; readonly protocol: string };

function portKey({ containerPort, protocol }: PortKey): string {
  return `${containerPort}/${protocol}`;
}

/** One port of the container may be published several times. */
function portBindings({
  ports = [],
}: ContainerOptions): Record<string, { HostIp: string; HostPort: string }[]> {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const port of ports) {
    const binding = {
      HostIp: port.hostAddress ?? "",
      HostPort: port.hostPort === 0 ? "" : String(port.hostPort),
    };
    bindings[portKey(port)] = [...(bindings[portKey(port)] ?? []), binding];
  }
  return bindings;
}

function mountToApi({ type, source, target, readOnly }: ContainerMount): Dockerode.MountSettings {
  // dockerode's types know three of the six kinds.
  return { Type: type as Dockerode.MountType, Source: source, Target: target, ReadOnly: readOnly };
}
