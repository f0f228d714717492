import { inspectContext } from "../../engine/endpoint/inspectContext";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { chooseCreatedContext } from "./chooseDockerContext";

export const inspectDockerContext: Command = {
  id: "engine.inspectContext",
  title: "Inspect Docker Context…",
  palette: "always",

  async run(host) {
    const name = await chooseCreatedContext(host, "Inspect Docker Context");
    if (name === undefined) return;
    const facts = await inspectContext(host.dockerContexts.configFolder, name);
    await host.ui.showDocument({
      name: `dockerContext/${name.replaceAll("/", "_")}.json`,
      text: `${JSON.stringify(facts, undefined, 2)}\n`,
    });
    host.ui.report({
      severity: "information",
      message: `This is what Docker knows about the Docker context “${name}”.`,
      actions: [copyAction(host, ["docker", "context", "inspect", name])],
    });
  },
};
