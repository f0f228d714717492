import type { Endpoint } from "../../engine/endpoint";
import type { Diagnosis } from "../../engine/endpoint/diagnoseConnection";
import { formatEndpoint } from "../../engine/endpoint/parseEndpoint";
import { type SocketFacts, userName } from "../../engine/endpoint/socketFacts";
import { wordEngineError } from "../../ui/wordEngineError";

/** What is the matter, and the one thing to do next. */
export interface ConnectionAdvice {
  readonly cause: string;
  readonly nextStep: string;
}

export function connectionAdvice(diagnosis: Diagnosis): ConnectionAdvice {
  const { answer, resolved, socket } = diagnosis;
  if (answer.kind === "answers")
    return { cause: "Nothing is wrong: the engine answers.", nextStep: "Nothing needs to be done." };
  const { error } = answer;
  const worded = wordEngineError(error, resolved ? formatEndpoint(resolved.endpoint) : "no address");
  const isLocal = resolved?.endpoint.kind === "unix" || resolved?.endpoint.kind === "pipe";
  if (error.kind === "permission-denied" && socket?.permissions)
    return { cause: worded.message, nextStep: permissionStep(socket) ?? worded.nextStep };
  if (error.kind === "engine-not-found" || error.kind === "engine-stopped") {
    const other = diagnosis.candidates.find((candidate) => candidate.answer?.kind === "answers");
    if (other) return { cause: worded.message, nextStep: useOther(diagnosis, other.endpoint) };
    if (isLocal) return notListening(diagnosis, worded.message);
  }
  return { cause: worded.message, nextStep: worded.nextStep };
}

function permissionStep({ path, permissions }: SocketFacts): string | undefined {
  if (!permissions) return undefined;
  const { group, membership, mode } = permissions;
  if (membership === "after login")
    return `You are in the group “${group}” now, but this session started before you were added. Log out and in again; where the editor runs on a remote host, end its server there, too.`;
  if (mode.slice(3, 5) !== "rw")
    return `Not even the group “${group}” may use ${path} (${mode}). Restart the engine, which resets this, or use your own rootless engine.`;
  if (group === "root" || group === "wheel")
    return "Only root may use this engine. Start your own rootless engine, or give the engine's socket to a group that you are in.";
  if (membership === "member") return undefined;
  return `Run “sudo usermod -aG ${group} ${userName() ?? "$USER"}” in a terminal, then log out and in again.`;
}

/** The default Docker context leads to the first socket that may be used, unless DOCKER_HOST says otherwise. */
function useOther({ resolved, machine, candidates }: Diagnosis, other: Endpoint): string {
  const address = formatEndpoint(other);
  const byDefault = candidates.find(
    ({ facts }) => facts.presence === "socket" && facts.permissions?.usable !== "denied",
  );
  const isDefault =
    resolved?.contextName !== "default" &&
    !machine.environment["DOCKER_HOST"] &&
    byDefault?.endpoint === other;
  const way = isDefault
    ? "choose “default” with “Use Docker Context…”"
    : "run “Create Docker Context…” with that address, or set DOCKER_HOST to it";
  return `Another engine answers at ${address}. To use it, ${way}.`;
}

/** How each program's engine is started, the likeliest first. */
const starts: readonly (readonly [program: string, step: string])[] = [
  ["colima", "Run “colima start” in a terminal."],
  ["rdctl", "Start Rancher Desktop, or run “rdctl start”."],
  ["orb", "Start OrbStack, or run “orb start”."],
  ["dockerd", "Run “sudo systemctl start docker”, or “sudo service docker start” where there is no systemd."],
  ["podman", "Run “systemctl --user start podman.socket”, or “podman machine start” on macOS and Windows."],
  ["docker", "Start Docker Desktop, or the engine that came with the docker command."],
];

function notListening({ programs, answer }: Diagnosis, message: string): ConnectionAdvice {
  const [program, step] = starts.find(([name]) => programs.includes(name)) ?? [];
  if (program === undefined || step === undefined)
    return {
      cause: `${message} No engine's program is on the PATH, so none seems to be installed.`,
      nextStep: "Install Docker, Podman or another engine, then try again.",
    };
  const refused = answer.kind === "fails" && answer.error.kind === "engine-stopped";
  return {
    cause: `${message} The program “${program}” is installed, ${refused ? "so the engine is stopped" : "but its engine is not running here"}.`,
    nextStep: step,
  };
}
