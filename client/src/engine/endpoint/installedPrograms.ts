import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Machine } from "./defaultEndpoint";

/** Programs that bring an engine, or come with one. */
const known = ["docker", "dockerd", "podman", "colima", "rdctl", "orb"];

/** Which of the programs that bring an engine are on the PATH. None is run. */
export async function installedPrograms({
  environment,
  platform,
}: Pick<Machine, "environment" | "platform">): Promise<string[]> {
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter(Boolean);
  const ending = platform === "win32" ? ".exe" : "";
  const found = await Promise.all(
    known.map(async (name) => {
      const places = await Promise.all(folders.map((folder) => mayRun(join(folder, `${name}${ending}`))));
      return places.includes(true) ? [name] : [];
    }),
  );
  return found.flat();
}

function mayRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
