import type { Network } from "../../engine/network";
import type { PickItem } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import type { RunProfile } from "./runProfile";

/** Asks which of the engine's networks the container shall be in. Undefined where the person dismissed it. */
export async function askNetwork(
  { ui, engine }: CommandHost,
  profile: RunProfile,
): Promise<RunProfile | undefined> {
  const networks = await (await engine()).networks.list();
  const { network: present = "bridge", ...rest } = profile;
  const gone = networks.every(({ name }) => name !== present);
  const chosen = await ui.pick({
    title: "Network",
    placeholder:
      "Containers on the same network reach each other; on a network that you created, by name, too.",
    items: [
      ...networks.toSorted(byUse).map((network) => networkItem(network, present)),
      ...(gone ? [{ label: present, description: "no longer there", icon: "warning", value: present }] : []),
    ],
  });
  if (chosen === undefined) return undefined;
  return chosen === "bridge" ? rest : { ...rest, network: chosen };
}

function networkItem({ name, driver }: Network, present: string): PickItem<string> {
  return {
    label: name,
    description: builtIn[name] ?? driver,
    value: name,
    ...(name === present && { icon: "check", picked: "picked" }),
  };
}

const builtIn: Readonly<Record<string, string>> = {
  bridge: "the default; containers on it can't reach each other by name",
  host: "the host's own; no port has to be published",
  none: "no network at all",
};

/** What was made for a purpose first. */
function byUse({ name: one }: Network, { name: other }: Network): number {
  return Number(one in builtIn) - Number(other in builtIn) || one.localeCompare(other);
}
