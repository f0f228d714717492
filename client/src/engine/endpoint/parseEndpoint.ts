import type { Endpoint, TlsFiles } from "../endpoint";
import { EngineError } from "../engineError";

/** The sockets that the docker CLI means when it is told nothing else. */
export const defaultSocket = "/var/run/docker.sock";
export const defaultPipe = "//./pipe/docker_engine";

/**
 * Reads what `DOCKER_HOST`, `docker -H` and Docker contexts hold: `unix://`, `npipe://`, `tcp://`, `http://`,
 * `https://`, `ssh://`, or `host:port` alone. `tls` holds for tcp. Throws an EngineError that says what is wrong.
 */
export function parseEndpoint(text: string, tls?: TlsFiles): Endpoint {
  const trimmed = text.trim();
  const [, scheme = "tcp", rest = ""] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(trimmed) ?? [];
  switch (scheme.toLowerCase()) {
    case "unix":
      if (rest !== "" && !rest.startsWith("/"))
        throw invalid(text, "a socket needs an absolute path, as in unix:///var/run/docker.sock");
      return { kind: "unix", path: rest || defaultSocket };
    case "npipe":
      return { kind: "pipe", path: rest.replaceAll("\\", "/") || defaultPipe };
    case "tcp":
    case "http":
      return tcpEndpoint(text, rest, tls);
    case "https":
      return tcpEndpoint(
        text,
        rest,
        tls ?? { ca: undefined, certificate: undefined, key: undefined, verify: true },
      );
    case "ssh":
      return sshEndpoint(text, rest);
    case "fd":
      throw invalid(text, "fd:// is for engines only; name the socket, as in unix:///var/run/docker.sock");
    default:
      throw invalid(text, `"${scheme}://" is not known; use unix, npipe, tcp or ssh`);
  }
}

/** The endpoint as the CLI would write it, without anything secret. */
export function formatEndpoint(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case "unix":
      return `unix://${endpoint.path}`;
    case "pipe":
      return `npipe://${endpoint.path}`;
    case "tcp":
      return `tcp://${bracketed(endpoint.host)}:${endpoint.port}`;
    case "ssh": {
      const { user, destination, port, socketPath } = endpoint;
      const login = user === undefined ? "" : `${encodeURIComponent(user)}@`;
      return `ssh://${login}${bracketed(destination)}${port === undefined ? "" : `:${port}`}${socketPath ?? ""}`;
    }
  }
}

/** Whether the engine runs on another machine, as far as its address tells. */
export function isRemote(endpoint: Endpoint): boolean {
  if (endpoint.kind === "ssh") return true;
  return endpoint.kind === "tcp" && !/^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(endpoint.host);
}

function tcpEndpoint(text: string, rest: string, tls: TlsFiles | undefined): Endpoint {
  const { host, port, user, path } = authority(text, rest);
  if (user !== undefined) throw invalid(text, "a tcp address takes no user name");
  if (path !== "" && path !== "/") throw invalid(text, "a path after the port is not supported");
  return { kind: "tcp", host, port: port ?? (tls ? 2376 : 2375), tls };
}

function sshEndpoint(text: string, rest: string): Endpoint {
  const { host, port, user, path } = authority(text, rest);
  // What begins with a dash would be read as an option by ssh, and some of ssh's options run commands.
  if (host.startsWith("-") || user?.startsWith("-"))
    throw invalid(text, "a host or user must not begin with a dash");
  if (user?.includes(":")) throw invalid(text, "a password has no place there; use a key or an agent");
  // The shell over there reads it, and it must not read more than a path.
  if (!/^[\w./@+:,-]*$/.test(path))
    throw invalid(text, "the socket's path may hold letters, digits and . / _ - only");
  return {
    kind: "ssh",
    destination: host,
    user,
    port,
    socketPath: path === "" || path === "/" ? undefined : path,
  };
}

function authority(text: string, rest: string) {
  const found =
    /^(?:(?<user>[^@/]*)@)?(?:\[(?<address>[0-9a-f:.%]+)\]|(?<name>[^:/?#@[\]\s]+))(?::(?<port>\d*))?(?<path>\/[^?#]*)?$/is.exec(
      rest,
    );
  const { user, address, name, port, path = "" } = found?.groups ?? {};
  const host = address ?? name;
  if (host === undefined) throw invalid(text, "it should look like tcp://host:2375 or ssh://user@host");
  const number = port === undefined || port === "" ? undefined : Number(port);
  if (number !== undefined && (number < 1 || number > 65535)) throw invalid(text, `${port} is no port`);
  return { host, port: number, user: user === undefined ? undefined : decoded(text, user), path };
}

function decoded(text: string, user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    throw invalid(text, "its user name holds a broken % escape");
  }
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function invalid(text: string, why: string): EngineError {
  // A password typed by mistake must not reach a message or a log.
  const shown = text.replace(/\/\/[^@/]*:[^@/]*@/, "//…@");
  return new EngineError("settings-invalid", `"${shown}" is no engine's address: ${why}.`);
}
