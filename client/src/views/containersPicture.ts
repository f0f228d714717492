import type { Container, ContainerDetails, ContainerStats } from "../engine/container";
import type { ContainerArrangement } from "./containerArrangement";

/** All that the Containers view is drawn from, at one moment. */
export interface ContainersPicture {
  readonly containers: readonly Container[];
  readonly arrangement: ContainerArrangement;
  /** What a container takes of the machine now. Undefined where that is not followed. */
  usage(id: string): ContainerStats | undefined;
  /** Asks the engine, for what is shown only on request. */
  inspect(id: string): Promise<ContainerDetails>;
}
