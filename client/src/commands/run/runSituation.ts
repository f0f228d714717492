import type { Container } from "../../engine/container";
import type { Engine } from "../../engine/engine";
import type { ImageDetails } from "../../engine/image";
import type { CommandHost } from "../commandHost";
import { type PortKnowledge, portHolders } from "../containers/hostPorts";

/** What the questions before a run depend on, as the engine had it when they began. */
export interface RunSituation {
  readonly image: ImageDetails;
  readonly containers: readonly Container[];
  readonly takenNames: ReadonlySet<string>;
  readonly ports: PortKnowledge;
}

export async function runSituation(
  { machine }: CommandHost,
  engine: Engine,
  image: string,
): Promise<RunSituation> {
  const [details, containers, isLocal] = await Promise.all([
    engine.images.inspect(image),
    engine.containers.list(),
    machine.engineIsLocal(),
  ]);
  return {
    image: details,
    containers,
    takenNames: new Set(containers.map(({ name }) => name)),
    ports: { holders: portHolders(containers), ...(isLocal && { probe: machine }) },
  };
}
