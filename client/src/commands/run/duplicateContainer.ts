import type { ContainerDetails } from "../../engine/container";
import type { ImageDetails } from "../../engine/image";
import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer, noContainers } from "../containers/chooseContainers";
import { askRun } from "./askRun";
import { type RunProfile, unnamedVolume } from "./runProfile";
import { runSituation } from "./runSituation";
import { startProfile } from "./startProfile";

export const duplicateContainer: Command<ContainerSubject> = {
  id: "containers.duplicate",
  title: "Duplicate with Changes…",
  icon: "copy",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "3_change@3" }],
  palette: "always",

  async run(host, selected) {
    const title = "Duplicate Container";
    const container = await chooseContainer(host, selected, {
      title,
      placeholder: "Which container?",
      none: noContainers,
    });
    if (!container) return;
    const engine = await host.engine();
    const details = await engine.containers.inspect(container.id);
    // By its id: the tag may have moved to another image since.
    const situation = await runSituation(host, engine, details.imageId);
    const isTagged = situation.image.tags.includes(details.image);
    const image =
      isTagged || situation.image.tags.some((tag) => tag === `${details.image}:latest`)
        ? details.image
        : details.imageId;
    const profile = await askRun(host, {
      title,
      words: `a copy of ${container.name}`,
      profile: { ...profileOf(details, situation.image), image },
      situation,
    });
    if (profile) await startProfile(host, engine, profile);
  },
};

/** What a container was made with beyond what its image says. */
export function profileOf(details: ContainerDetails, image: ImageDetails): RunProfile {
  const { name, bindings, environment, mounts, networks, restartPolicy, command } = details;
  const network = networks.find((one) => one !== "bridge" && one !== "default");
  const sameCommand = JSON.stringify(command) === JSON.stringify(image.command);
  return {
    image: details.image,
    name,
    ports: bindings,
    environment: environment.filter((variable) => !image.environment.includes(variable)),
    envFiles: [],
    // The copy gets unnamed ones of its own.
    mounts: mounts.filter(({ type, source }) => !(type === "volume" && unnamedVolume.test(source))),
    ...(network !== undefined && { network }),
    ...(restartPolicy !== "no" && { restartPolicy }),
    ...(!sameCommand && command.length > 0 && { command }),
    ...(details.tty && { interactive: true }),
    ...(details.autoRemove && { autoRemove: true }),
  };
}
