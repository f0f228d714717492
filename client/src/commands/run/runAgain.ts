import type { Container } from "../../engine/container";
import type { Engine } from "../../engine/engine";
import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { holderWords, portHolders } from "../containers/hostPorts";
import { lastProfile, rememberedProfile } from "./rememberProfile";
import type { RunProfile } from "./runProfile";
import { type RunOutcome, startProfile } from "./startProfile";

/** The selected image as it was run the last time, else what was run last. */
export const runAgain: Command<ImageSubject> = {
  id: "images.runAgain",
  title: "Run Again",
  icon: "debug-rerun",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "1_run@2" }],
  palette: "always",
  keybinding: { key: "ctrl+alt+r", when: ["drydock.engine == ready"] },

  async run(host, [subject]) {
    const profile = subject ? rememberedProfile(host.memory, nameOfImage(subject)) : lastProfile(host.memory);
    if (profile) await replaceAndStart(host, await host.engine(), profile);
    // There is nothing to do again: it is asked for the first time.
    else host.run("images.run", subject ? [subject] : []);
  },
};

/** Runs a profile; a container that has its name is stopped and removed first, if the person agrees. */
export async function replaceAndStart(
  host: CommandHost,
  engine: Engine,
  profile: RunProfile,
): Promise<RunOutcome> {
  const { ui } = host;
  const containers = await engine.containers.list();
  const old = containers.find(({ name }) => name === profile.name);
  const taken = await takenPort(host, profile, containers, old);
  if (taken !== undefined) {
    ui.report({
      severity: "error",
      message: taken,
      actions: [{ label: "Run…", run: () => host.run("images.run", []) }],
    });
    return "failed";
  }
  if (old) {
    const answer = await ui.confirm({
      message: `Replace the container ${old.name}?`,
      detail: `It is stopped and removed, and a new one of ${profile.image} takes its place. What was written inside is lost; volumes and images stay.`,
      action: "Replace",
    });
    if (answer === "declined") return "dismissed";
    await ui.progress(`Removing ${old.name}`, async () => {
      await engine.containers.stop(old.id);
      await engine.containers.remove(old.id, { force: true });
    });
  }
  return startProfile(host, engine, profile);
}

/** What holds a port that the profile publishes. The container that is to be replaced gives its own ones back. */
async function takenPort(
  { machine }: CommandHost,
  { ports }: RunProfile,
  containers: readonly Container[],
  old: Container | undefined,
): Promise<string | undefined> {
  const holders = portHolders(containers.filter((container) => container !== old));
  const own = portHolders(old ? [old] : []);
  const isLocal = await machine.engineIsLocal();
  for (const { hostPort: port, protocol } of ports) {
    const given = own.has(`${port}/${protocol}`) || port === 0;
    const holder = await holderWords(
      { port, protocol },
      { holders, ...(isLocal && !given && { probe: machine }) },
    );
    if (holder !== undefined) return `Port ${port} is taken by ${holder}`;
  }
  return undefined;
}
