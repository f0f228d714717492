import { currentContext, listContexts } from "../../engine/endpoint/dockerContexts";
import { hostOf } from "../../engine/endpoint/inspectContext";
import type { PickItem } from "../../ui/ui";
import type { CommandHost } from "../commandHost";

/** Every Docker context with what is known of it, `default` first. The one that this window uses is marked. */
export async function dockerContextItems(host: CommandHost): Promise<PickItem<string>[]> {
  const { configFolder, inForce } = host.dockerContexts;
  const [contexts, current, used] = await Promise.all([
    listContexts(configFolder),
    currentContext(configFolder),
    // A Docker context that is gone must not keep the person from choosing another one.
    inForce().then(
      ({ contextName }) => contextName,
      () => undefined,
    ),
  ]);
  const byDefault = {
    name: "default",
    description: "The engine that DOCKER_HOST names, or else this machine's own.",
  };
  return [byDefault, ...contexts].map((context) => ({
    label: context.name,
    description: [
      ...("host" in context ? [hostOf(context)] : []),
      ...(context.name === used ? ["used here"] : []),
      ...(context.name === current ? ["docker's current one"] : []),
    ].join(" · "),
    ...(context.description !== "" && { detail: context.description }),
    icon: context.name === used ? "check" : "server",
    ...(context.name === used && { picked: "picked" as const }),
    value: context.name,
  }));
}

/** Asks for one of those that have been created. Undefined where there is none, which is told, or none was chosen. */
export async function chooseCreatedContext(host: CommandHost, title: string): Promise<string | undefined> {
  const items = (await dockerContextItems(host)).filter(({ value }) => value !== "default");
  if (items.length > 0) return host.ui.pick({ title, placeholder: "Which Docker context?", items });
  host.ui.report({
    severity: "information",
    message: "There is no Docker context but the default one.",
    actions: [{ label: "Create…", run: () => host.run("engine.createContext", []) }],
  });
  return undefined;
}
