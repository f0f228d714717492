import { removeContext } from "../../engine/endpoint/dockerContexts";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { chooseCreatedContext } from "./chooseDockerContext";

export const removeDockerContext: Command = {
  id: "engine.removeContext",
  title: "Remove Docker Context…",
  palette: "always",

  async run(host) {
    const { ui, dockerContexts } = host;
    const name = await chooseCreatedContext(host, "Remove Docker Context");
    if (name === undefined) return;
    const answer = await ui.confirm({
      message: `Remove the Docker context “${name}”?`,
      detail:
        "Its address and the certificates and key kept with it are deleted for docker's command line, too. The engine that it leads to is not touched.",
      action: "Remove",
      at: "this machine",
    });
    if (answer === "declined") return;
    await removeContext(dockerContexts.configFolder, name);
    if (dockerContexts.windowChoice() === name) await dockerContexts.chooseForWindow(undefined);
    await dockerContexts.recheck();
    ui.report({
      severity: "information",
      message: `Removed the Docker context “${name}”.`,
      actions: [copyAction(host, ["docker", "context", "rm", name])],
    });
  },
};
