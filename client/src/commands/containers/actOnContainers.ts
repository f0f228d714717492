import type { Container } from "../../engine/container";
import type { ContainersApi } from "../../engine/engine";
import type { ContainerSubject } from "../../selection/subject";
import type { CommandHost } from "../commandHost";
import { eachOf } from "../eachOf";
import { type ContainerChoice, chooseContainers, containerWords } from "./chooseContainers";

export interface ContainerAction {
  readonly choice: ContainerChoice;
  /** For example “Stopping”. */
  readonly doing: string;
  act(containers: ContainersApi, container: Container): Promise<void>;
}

/** Does the same to the selected containers, or to those picked: for verbs that lose nothing and so ask nothing. */
export async function actOnContainers(
  host: CommandHost,
  selected: readonly ContainerSubject[],
  { choice, doing, act }: ContainerAction,
): Promise<void> {
  const chosen = await chooseContainers(host, selected, choice);
  if (chosen.length === 0) return;
  const engine = await host.engine();
  await eachOf(host, {
    title: `${doing} ${containerWords(chosen)}`,
    items: chosen,
    name: ({ name }) => name,
    act: (container) => act(engine.containers, container),
  });
}
