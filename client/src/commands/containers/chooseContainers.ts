import type { Container, ContainerState } from "../../engine/container";
import type { ContainerSubject } from "../../selection/subject";
import type { PickItem } from "../../ui/ui";
import { portWords, publishedPorts } from "../../views/portWords";
import type { CommandHost } from "../commandHost";

export interface ContainerChoice {
  readonly title: string;
  readonly placeholder: string;
  /** Every state where it is left out. */
  readonly states?: readonly ContainerState[];
  /** Shown where there is nothing to choose from. */
  readonly none: string;
}

export const noContainers = "There are no containers yet.";

/** The selected containers, else those picked from a list of what suits. */
export async function chooseContainers(
  host: CommandHost,
  selected: readonly ContainerSubject[],
  choice: ContainerChoice,
): Promise<readonly Container[]> {
  if (selected.length > 0) {
    const fitting = selected
      .map(({ container }) => container)
      .filter(({ state }) => choice.states?.includes(state) ?? true);
    // Among several rows some may be in no state for it: these are passed over, not failed on.
    if (fitting.length === 0) host.ui.report({ severity: "information", message: choice.none });
    return fitting;
  }
  const items = await offered(host, choice);
  if (items.length === 0) return [];
  return (await host.ui.pickMany({ title: choice.title, placeholder: choice.placeholder, items })) ?? [];
}

/** The same for a command that takes one. */
export async function chooseContainer(
  host: CommandHost,
  [selected]: readonly ContainerSubject[],
  choice: ContainerChoice,
): Promise<Container | undefined> {
  if (selected) return selected.container;
  const items = await offered(host, choice);
  return items.length === 0
    ? undefined
    : host.ui.pick({ title: choice.title, placeholder: choice.placeholder, items });
}

async function offered(host: CommandHost, { states, none }: ContainerChoice): Promise<PickItem<Container>[]> {
  const engine = await host.engine();
  const containers = (await engine.containers.list()).filter(({ state }) => states?.includes(state) ?? true);
  if (containers.length === 0) host.ui.report({ severity: "information", message: none });
  return containers.map((container) => ({
    label: container.name,
    description: container.image,
    detail: [container.status || container.state, ...publishedPorts(container).map(portWords)].join(" · "),
    value: container,
  }));
}

/** `web`, `web and db`, or `3 containers`. */
export function containerWords(containers: readonly Container[]): string {
  const names = containers.map(({ name }) => name);
  return names.length > 2 ? `${names.length} containers` : names.join(" and ");
}

/** A line for each, where the words for all of them do not name each. */
export function containerLines(containers: readonly Container[]): string {
  return containers.length > 2 ? `\n\n${containers.map(({ name }) => name).join("\n")}` : "";
}
