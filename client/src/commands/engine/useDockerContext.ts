import { useContext } from "../../engine/endpoint/dockerContexts";
import { formatEndpoint } from "../../engine/endpoint/parseEndpoint";
import { decisionWords } from "../../ui/engineStatus";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { dockerContextItems } from "./chooseDockerContext";

type Chosen =
  | { readonly kind: "context"; readonly name: string }
  | { readonly kind: "as docker does" | "create" | "diagnose" };

/** Chooses the engine: for this window alone, or for docker's command line everywhere. */
export const useDockerContext: Command = {
  id: "engine.useContext",
  title: "Use Docker Context…",
  icon: "plug",
  palette: "always",

  async run(host) {
    const chosen = await chooseWhat(host);
    switch (chosen?.kind) {
      case "create":
        return host.run("engine.createContext", []);
      case "diagnose":
        return host.run("engine.diagnose", []);
      case "as docker does":
        return useInWindow(host, undefined);
      case "context":
        return useNamed(host, chosen.name);
    }
  },
};

/** Uses a Docker context in this window, or gives the choice back to docker's settings, and says where that leads. */
export async function useInWindow(host: CommandHost, name: string | undefined): Promise<void> {
  await host.dockerContexts.chooseForWindow(name);
  await host.dockerContexts.recheck();
  await tell(host);
}

async function chooseWhat(host: CommandHost): Promise<Chosen | undefined> {
  const items = (await dockerContextItems(host)).map((item) => ({
    ...item,
    value: { kind: "context", name: item.value } as Chosen,
  }));
  const own = host.dockerContexts.windowChoice();
  return host.ui.pick<Chosen>({
    title: "Use Docker Context",
    placeholder: "Which engine?",
    items: [
      ...items,
      ...(own === undefined
        ? []
        : [
            {
              label: "The same as docker's command line",
              detail: `This window no longer uses its own choice, ${own}.`,
              icon: "discard",
              value: { kind: "as docker does" } as const,
            },
          ]),
      { label: "Create Docker Context…", icon: "add", value: { kind: "create" } },
      { label: "Diagnose Connection", icon: "pulse", value: { kind: "diagnose" } },
    ],
  });
}

async function useNamed(host: CommandHost, name: string): Promise<void> {
  const { ui, dockerContexts } = host;
  const scope = await ui.pick({
    title: `Use ${name}`,
    placeholder: "Where do you want to use it?",
    items: [
      {
        label: "In this window",
        detail: "Terminals and other windows keep theirs.",
        icon: "window",
        value: "window" as const,
      },
      {
        label: "Everywhere, as “docker context use” does",
        detail: "Written to docker's config file: for terminals and other windows, too.",
        icon: "globe",
        value: "everywhere" as const,
      },
    ],
  });
  if (scope === undefined) return;
  if (scope === "window") return useInWindow(host, name);
  await useContext(dockerContexts.configFolder, name);
  await dockerContexts.chooseForWindow(undefined);
  await dockerContexts.recheck();
  await tell(host, { name, line: ["docker", "context", "use", name] });
}

/** `written` is what now stands in docker's config file, which the environment may overrule. */
async function tell(
  host: CommandHost,
  written?: { readonly name: string; readonly line: DockerCommandLine },
): Promise<void> {
  const resolved = await host.dockerContexts.inForce();
  const where = formatEndpoint(resolved.endpoint);
  const overruled = resolved.decidedBy === "DOCKER_HOST" || resolved.decidedBy === "DOCKER_CONTEXT";
  host.ui.report({
    severity: overruled ? "warning" : "information",
    message: overruled
      ? `${written ? `docker's config file now names ${written.name}, but here` : "Here"} the engine is ${where}. ${decisionWords(resolved)} Unset it, or choose a Docker context for this window.`
      : `The engine is now ${where}. ${decisionWords(resolved)}`,
    actions: written ? [copyAction(host, written.line)] : [],
  });
}
