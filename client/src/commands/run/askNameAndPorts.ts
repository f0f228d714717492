import type { PortBinding } from "../../engine/container";
import type { ExposedPort } from "../../engine/image";
import { splitReference } from "../../engine/reference";
import type { QuestionStep } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { checkContainerName, freeContainerName } from "../containers/containerName";
import { checkHostPort, freeHostPort } from "../containers/hostPorts";
import type { RunProfile } from "./runProfile";
import type { RunSituation } from "./runSituation";

export interface NameAndPortsQuestion {
  readonly title: string;
  /** How the image is called in the question. */
  readonly words: string;
  readonly profile: RunProfile;
  readonly situation: RunSituation;
}

/** The two questions that matter nearly always: the container's name, and the host's port for each of its ports. */
export async function askNameAndPorts(
  { ui }: CommandHost,
  { title, words, profile, situation }: NameAndPortsQuestion,
): Promise<RunProfile | undefined> {
  const { takenNames, image } = situation;
  const ports = portsToAsk(image.exposedPorts, profile.ports);
  const steps: QuestionStep<string>[] = [
    {
      key: "name",
      question: () => ({
        type: "input",
        prompt: `Name the container for ${words}.`,
        value: proposedName(profile, takenNames),
        validate: (value) => checkContainerName(value, takenNames),
      }),
    },
    ...ports.map((port) => portStep(port, profile, situation)),
  ];
  const answers = await ui.askSteps(title, steps);
  if (!answers) return undefined;
  return {
    ...profile,
    name: (answers["name"] ?? "").trim(),
    ports: ports.flatMap((port) => portBinding(port, answers[portKey(port)], profile)),
  };
}

function proposedName({ name, image }: RunProfile, taken: ReadonlySet<string>): string {
  return freeContainerName(name ?? splitReference(image).repository, taken);
}

/** What the image exposes, and what was published besides. */
function portsToAsk(exposed: readonly ExposedPort[], bound: readonly PortBinding[]): ExposedPort[] {
  const all = [
    ...exposed,
    ...bound.map(({ containerPort, protocol }) => ({ port: containerPort, protocol })),
  ];
  return [...new Map(all.map((port) => [portKey(port), port])).values()];
}

function portStep(
  port: ExposedPort,
  profile: RunProfile,
  { ports, image }: RunSituation,
): QuestionStep<string> {
  const key = portKey(port);
  const isExposed = image.exposedPorts.some((one) => portKey(one) === key);
  const question = isExposed ? `The image exposes port ${key}.` : `The container has port ${key}.`;
  return {
    key,
    async question(answers) {
      // The same number may be given once for each protocol.
      const others = Object.entries(answers)
        .filter(([other]) => other !== key && other.endsWith(`/${port.protocol}`))
        .map(([, value]) => value?.trim());
      const wanted = { port: boundPort(port, profile)?.hostPort || port.port, protocol: port.protocol };
      const free = await freeHostPort(wanted, {
        ...ports,
        taken: (candidate) => others.includes(String(candidate)),
      });
      return {
        type: "input",
        prompt: `${question} Which host port should lead to it? Leave empty to not publish it.`,
        value: String(free),
        async validate(value) {
          if (value.trim() !== "" && others.includes(value.trim()))
            return { severity: "error", message: `You gave port ${value.trim()} to another port already.` };
          return checkHostPort(value, port.protocol, ports);
        },
      };
    },
  };
}

function portKey({ port, protocol }: ExposedPort): string {
  return `${port}/${protocol}`;
}

function boundPort({ port, protocol }: ExposedPort, { ports }: RunProfile): PortBinding | undefined {
  return ports.find((one) => one.containerPort === port && one.protocol === protocol);
}

function portBinding(port: ExposedPort, answer: string | undefined, profile: RunProfile): PortBinding[] {
  const text = answer?.trim() ?? "";
  if (text === "") return [];
  const hostAddress = boundPort(port, profile)?.hostAddress;
  return [
    {
      containerPort: port.port,
      protocol: port.protocol,
      hostPort: Number(text),
      ...(hostAddress !== undefined && { hostAddress }),
    },
  ];
}
