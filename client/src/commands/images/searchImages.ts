import type { SearchResult } from "../../engine/image";
import { isEngineError } from "../../engine/isEngineError";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { askReference } from "./pullImage";
import { pullReference } from "./pullReference";

/** Docker Hub answers with at most a hundred. */
const mostResults = 50;

export const searchImages: Command = {
  id: "images.search",
  title: "Search Docker Hub…",
  icon: "search",
  menus: [{ menu: "view/title", view: "drydock.images", group: "2_get@1" }],
  palette: "always",

  async run(host) {
    const typed = await host.ui.input({
      title: "Search Docker Hub",
      prompt: "What are you looking for? For example mysql.",
      validate: (value) =>
        value.trim().length < 2 ? { severity: "error", message: "Type at least two letters." } : undefined,
    });
    if (typed === undefined) return;
    const term = typed.trim();
    const results = await search(host, term);
    if (!results) return;
    if (results.length === 0) {
      host.ui.report({
        severity: "information",
        message: `Docker Hub found nothing for “${term}”. Try fewer or different words.`,
        actions: [{ label: "Search Again…", run: () => host.run("images.search", []) }],
      });
      return;
    }
    const chosen = await host.ui.pick({
      title: `Docker Hub: ${results.length} Results for “${term}”`,
      placeholder: "Choose one to pull. Docker Hub no longer fills in the AUTOMATED column.",
      items: results.map((result) => ({
        label: result.repository,
        description: `★ ${result.stars}${result.official ? " · official" : ""}`,
        icon: result.official ? "verified" : "account",
        value: result,
        ...(result.description !== "" && { detail: result.description }),
      })),
    });
    if (chosen) await offerPull(host, chosen, term);
  },
};

/** Official ones first, then by stars. Undefined where it failed or was cancelled, which has been told. */
async function search(host: CommandHost, term: string): Promise<readonly SearchResult[] | undefined> {
  const engine = await host.engine();
  try {
    const results = await host.ui.progress(`Searching Docker Hub for ${term}`, () =>
      engine.images.search(term, mostResults),
    );
    return results.toSorted(
      (one, other) => Number(other.official) - Number(one.official) || other.stars - one.stars,
    );
  } catch (error) {
    const offline =
      isEngineError(error) && (error.kind === "registry-unreachable" || error.kind === "timed-out");
    if (!offline) throw error;
    host.ui.report({
      severity: "error",
      message:
        "The engine can't reach Docker Hub, so it can't search there. Check the network and the proxy of the machine that the engine runs on. Images that are here already can be used without it.",
      actions: [{ label: "Try Again", run: () => host.run("images.search", []) }],
    });
    return undefined;
  }
}

async function offerPull(host: CommandHost, { repository }: SearchResult, term: string): Promise<void> {
  const { ui } = host;
  const next = await ui.pick({
    title: repository,
    placeholder: "What do you want to do with it?",
    items: [
      {
        label: `Pull ${repository}:latest`,
        description: "“latest” is only a tag, not always the newest version",
        icon: "cloud-download",
        value: "pull",
      },
      { label: "Pull Another Tag…", icon: "tag", value: "tag" },
      { label: "Copy Reference", icon: "copy", value: "copy" },
      {
        label: "Copy as docker Command",
        description: `docker search ${term}`,
        icon: "terminal",
        value: "command",
      },
    ],
  });
  if (next === "pull") await pullReference(host, `${repository}:latest`);
  if (next === "copy") await ui.copy(repository);
  if (next === "command") await copyAction(host, ["docker", "search", term]).run();
  if (next === "tag") {
    const reference = await askReference(host, "Pull Image", `${repository}:`);
    if (reference !== undefined) await pullReference(host, reference);
  }
}
