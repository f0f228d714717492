import type { ContainerMount } from "../../engine/container";
import type { ImageDetails } from "../../engine/image";
import type { PickItem, Ui, Verdict } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { type RunProfile, unnamedVolume } from "./runProfile";

type Kind = "folder" | "read-only folder" | "volume" | "nothing";

/** Asks for one place in the container and what shall be there. Undefined where the person dismissed it. */
export async function askMounts(
  host: CommandHost,
  profile: RunProfile,
  image: ImageDetails,
): Promise<RunProfile | undefined> {
  const { ui, workspace } = host;
  const target = await askTarget(ui, profile, image);
  if (target === undefined) return undefined;
  const kind = await askKind(ui, target, image);
  if (kind === undefined) return undefined;
  const others = profile.mounts.filter((mount) => mount.target !== target);
  if (kind === "nothing") return { ...profile, mounts: others };
  const present = profile.mounts.find((mount) => mount.target === target)?.source;
  const source = await (kind === "volume"
    ? askVolume(host, present)
    : askFolder(ui, present ?? workspace.folders[0]));
  if (source === undefined) return undefined;
  const mount: ContainerMount = {
    type: kind === "volume" ? "volume" : "bind",
    source,
    target,
    readOnly: kind === "read-only folder",
  };
  return { ...profile, mounts: [...others, mount] };
}

async function askTarget(
  ui: Ui,
  { mounts }: RunProfile,
  { volumes }: ImageDetails,
): Promise<string | undefined> {
  const declared = volumes.filter((volume) => !mounts.some(({ target }) => target === volume));
  const typed = await ui.suggest({
    title: "Volumes and Folders",
    placeholder: "Choose a path in the container, or type one",
    action: "Mount at",
    proposals: [
      ...mounts.map(({ source, target }) => ({ label: target, description: source, value: target })),
      ...declared.map((target) => ({
        label: target,
        description: "declared by the image; an unnamed volume unless you say more",
        value: target,
      })),
    ],
    validate: checkTarget,
  });
  return typed === undefined || typed.trim() === "" ? undefined : typed.trim();
}

function askKind(ui: Ui, target: string, { volumes }: ImageDetails): Promise<Kind | undefined> {
  const items: PickItem<Kind>[] = [
    { label: "A Volume", description: "stored by the engine under a name", value: "volume" },
    { label: "A Folder", description: "on the machine that the engine runs on", value: "folder" },
    { label: "A Folder, Read-Only", description: "the container can't change it", value: "read-only folder" },
    {
      label: "Nothing",
      description: volumes.includes(target)
        ? "an unnamed volume, as declared by the image"
        : "no mount there",
      value: "nothing",
    },
  ];
  return ui.pick({
    title: "Volumes and Folders",
    placeholder: `What do you want to mount at ${target}?`,
    items,
  });
}

async function askVolume(
  { ui, engine }: CommandHost,
  present: string | undefined,
): Promise<string | undefined> {
  const volumes = (await (await engine()).volumes.list()).filter(({ name }) => !unnamedVolume.test(name));
  const typed = await ui.suggest({
    title: "Volumes and Folders",
    placeholder: "Choose a volume, or type a new name to create one",
    action: "Use",
    value: present ?? "",
    proposals: volumes.map(({ name }) => ({ label: name, icon: "database", value: name })),
    validate: (value) =>
      /^[a-zA-Z0-9][\w.-]+$/.test(value)
        ? undefined
        : { severity: "error", message: "Use at least two letters, digits, dots, underscores or hyphens." },
  });
  return typed?.trim();
}

function askFolder(ui: Ui, present: string | undefined): Promise<string | undefined> {
  return ui.input({
    title: "Volumes and Folders",
    prompt: "The folder's full path. The folder must already exist.",
    value: present ?? "",
    validate: (value) =>
      isAbsolute(value.trim())
        ? undefined
        : { severity: "error", message: "Type a full path, starting at the root or a drive." },
  });
}

function checkTarget(value: string): Verdict | undefined {
  return value === "" || isAbsolute(value)
    ? undefined
    : { severity: "error", message: "Type a full path in the container, such as /data." };
}

/** On either kind of machine: the engine's may be another than this one. */
function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}
