import { basename } from "node:path";
import { referenceProblem } from "../../engine/reference";
import { imageSubjects } from "../../selection/subject";
import type { PickItem } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { baseImages } from "./baseImageServers";

const remembered = 20;

/** References that a person may mean: what the workspace's Dockerfiles build on, what was pulled, and what is here. */
export async function knownReferences(host: CommandHost): Promise<PickItem<string>[]> {
  const known = new Map<string, PickItem<string>>();
  const add = (reference: string, description: string, icon: string) => {
    if (!known.has(reference))
      known.set(reference, { label: reference, value: reference, description, icon });
  };
  for (const dockerfile of await host.workspace.dockerfiles()) {
    // One that can't be read now is only one proposal less.
    const text = await host.workspace.readText(dockerfile).catch(() => "");
    for (const reference of baseImages(text))
      add(reference, `built on in ${basename(dockerfile)}`, "file-code");
  }
  for (const reference of pulled(host)) add(reference, "pulled before", "history");
  const images = await (await host.engine()).images.list();
  // What a digest names never changes, so there is nothing newer of it.
  for (const { reference } of images.flatMap(imageSubjects))
    if (reference !== undefined && !reference.includes("@"))
      add(reference, "here, to look for a newer one", "circle-filled");
  return [...known.values()];
}

export async function rememberPulled(host: CommandHost, reference: string): Promise<void> {
  const latest = [reference, ...pulled(host).filter((one) => one !== reference)].slice(0, remembered);
  await host.memory.set("images.pulled", latest.join("\n"));
}

function pulled({ memory }: CommandHost): string[] {
  const stored = memory.get("images.pulled") ?? "";
  return stored.split("\n").filter((reference) => referenceProblem(reference) === undefined);
}
