import { splitReference } from "../../engine/reference";
import type { Memory } from "../memory";
import { type RunProfile, readProfile, withoutSecrets } from "./runProfile";

/** Keeps how an image was run, for the next time and for Run Again. Values of secrets are not kept. */
export async function rememberProfile(memory: Memory, profile: RunProfile): Promise<void> {
  const { repository } = splitReference(profile.image);
  await memory.set(`run.profile:${repository}`, JSON.stringify(withoutSecrets(profile)));
  await memory.set("run.last", repository);
}

/** How that image, or another tag of it, was run the last time. */
export function rememberedProfile(memory: Memory, image: string): RunProfile | undefined {
  return readProfile(memory.get(`run.profile:${splitReference(image).repository}`));
}

/** What was run last, whatever it was. */
export function lastProfile(memory: Memory): RunProfile | undefined {
  const repository = memory.get("run.last");
  return repository === undefined ? undefined : readProfile(memory.get(`run.profile:${repository}`));
}
