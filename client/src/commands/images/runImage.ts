import type { ContainerOptions, PortBinding } from "../../engine/container";
import type { Engine } from "../../engine/engine";
import type { ExposedPort } from "../../engine/image";
import { splitReference } from "../../engine/reference";
import { taggedImageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { QuestionStep } from "../../ui/ui";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { checkContainerName, freeContainerName } from "../containers/containerName";
import { followStart } from "../containers/followStart";
import { checkHostPort, freeHostPort, type PortHolders, portHolders } from "../containers/hostPorts";
import { chooseImage, imageWords } from "./chooseImages";

export const runImage: Command<ImageSubject> = {
  id: "images.run",
  title: "Run…",
  icon: "play",
  on: ["image"],
  menus: [
    { menu: "view/item/context", rows: taggedImageRows, group: "inline@1" },
    {
      menu: "view/item/context",
      rows: ["image.tagged.used", "image.tagged.unused", "image.dangling.used", "image.dangling.unused"],
      group: "1_run@1",
    },
  ],
  palette: "always",

  async run(host, selected) {
    const subject = await chooseImage(host, selected, { title: "Run Image", placeholder: "Which image?" });
    if (!subject) return;
    const engine = await host.engine();
    const options = await askRun(host, engine, subject);
    if (!options) return;
    const id = await createAndStart(engine, options);
    await followStart(host, engine, { id, options, line: runLine(options) });
  },

  equivalent: (subject) => ["docker", "run", "-d", "-P", nameOfImage(subject)],
};

/** Asks for the name and for a host port for each port that the image exposes, none of them taken. */
async function askRun(
  host: CommandHost,
  engine: Engine,
  subject: ImageSubject,
): Promise<ContainerOptions | undefined> {
  const { ui, memory, machine } = host;
  const image = nameOfImage(subject);
  const [{ exposedPorts }, containers] = await Promise.all([
    engine.images.inspect(image),
    engine.containers.list(),
  ]);
  const names = new Set(containers.map(({ name }) => name));
  const repository = splitReference(image).repository;
  const holders = portHolders(containers);
  const remembered = portsFrom(memory.get(`run.ports:${repository}`));
  const isLocal = await machine.engineIsLocal();

  const steps: QuestionStep<string>[] = [
    {
      key: "name",
      question: () => ({
        type: "input",
        prompt: `Name the container of ${imageWords(subject)}.`,
        value: freeContainerName(repository, names),
        validate: (value) => checkContainerName(value, names),
      }),
    },
    ...exposedPorts.map((port) => portStep(port, { host, holders, remembered, isLocal })),
  ];
  const answers = await ui.askSteps("Run Image", steps);
  if (!answers) return undefined;

  const ports = exposedPorts.flatMap((port) => portBinding(port, answers[portKey(port)]));
  if (ports.length > 0) await memory.set(`run.ports:${repository}`, ports.map(portArgument).join(","));
  return { image, name: (answers["name"] ?? "").trim(), ports };
}

interface PortQuestion {
  readonly host: CommandHost;
  readonly holders: PortHolders;
  readonly remembered: ReadonlyMap<string, number>;
  readonly isLocal: boolean;
}

function portStep(
  port: ExposedPort,
  { host, holders, remembered, isLocal }: PortQuestion,
): QuestionStep<string> {
  const probe = isLocal ? host.machine.portIsFree : undefined;
  return {
    key: portKey(port),
    async question(answers) {
      const chosen = new Set(Object.entries(answers).map(([key, value]) => (key === "name" ? "" : value)));
      const wanted = remembered.get(portKey(port)) ?? port.port;
      const free = await freeHostPort(wanted, {
        holders,
        ...(probe && { probe }),
        taken: (candidate) => chosen.has(String(candidate)),
      });
      return {
        type: "input",
        prompt: `The image exposes port ${portKey(port)}. Which port of the host leads there? Leave empty not to publish it.`,
        value: String(free),
        async validate(value) {
          const others = Object.entries(answers).filter(([key]) => key !== "name" && key !== portKey(port));
          if (value.trim() !== "" && others.some(([, other]) => other === value.trim())) {
            return { severity: "error", message: `You gave port ${value.trim()} to another port just now.` };
          }
          return checkHostPort(value, { holders, ...(probe && { probe }) });
        },
      };
    },
  };
}

async function createAndStart(engine: Engine, options: ContainerOptions): Promise<string> {
  const id = await engine.containers.create(options);
  try {
    await engine.containers.start(id);
  } catch (error) {
    // What never ran holds nothing worth keeping, and would only take the name from the next try.
    await engine.containers.remove(id, { force: true, volumes: true }).catch(() => undefined);
    throw error;
  }
  return id;
}

/** The line that does the same: detached, as the container outlives this window. */
export function runLine({ image, name, ports = [] }: ContainerOptions): DockerCommandLine {
  return [
    "docker",
    "run",
    "-d",
    ...ports.flatMap((port) => ["-p", portArgument(port)]),
    ...(name === undefined ? [] : ["--name", name]),
    image,
  ];
}

function portKey({ port, protocol }: ExposedPort): string {
  return `${port}/${protocol}`;
}

function portBinding({ port, protocol }: ExposedPort, answer: string | undefined): PortBinding[] {
  const text = answer?.trim() ?? "";
  return text === "" ? [] : [{ containerPort: port, protocol, hostPort: Number(text) }];
}

function portArgument({ hostPort, containerPort, protocol }: PortBinding): string {
  return `${hostPort}:${containerPort}${protocol === "tcp" ? "" : `/${protocol}`}`;
}

/** From `8888:5000,53:53/udp` to the host port by the container's port. */
function portsFrom(text: string | undefined): Map<string, number> {
  const found = (text ?? "").matchAll(/(\d+):(\d+)(?:\/(\w+))?/g);
  return new Map(
    Array.from(found, ([, host, inner, protocol = "tcp"]) => [`${inner}/${protocol}`, Number(host)]),
  );
}
