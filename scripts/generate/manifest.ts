import { commands } from "../../client/src/commands";
import type { Command } from "../../client/src/commands/command";
import { clientSettings } from "../../client/src/settings";
import { lintSettings } from "./lintSettings";

/** package.json with its commands, menus, keybindings and settings made from the code's values; all else as it stands. */
export function generateManifest(present: string): string {
  const manifest = JSON.parse(present);
  const settings = { ...clientSettings, ...lintSettings() };
  manifest.contributes = {
    ...manifest.contributes,
    commands: commands.map(commandEntry),
    menus: menus(),
    keybindings: commands.flatMap(keybindingEntry),
    configuration: { title: "Drydock", properties: settings },
  };
  // A setting that names a program or a place to send things must not come from an untrusted folder.
  manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = Object.entries(settings)
    .filter(([, { restricted }]) => restricted)
    .map(([name]) => name);
  manifest.contributes.configuration.properties = Object.fromEntries(
    Object.entries(settings).map(([name, { restricted: _, ...schema }]) => [name, schema]),
  );
  return JSON.stringify(manifest, null, 2);
}

function commandEntry({ id, title, category, icon, enablement }: Command): object {
  return {
    command: `drydock.${id}`,
    title,
    category: category ?? "Drydock",
    ...(icon && { icon: `$(${icon})` }),
    ...(enablement && { enablement }),
  };
}

function menus(): Record<string, object[]> {
  const found: Record<string, object[]> = {};
  const add = (menu: string, entry: object) => {
    found[menu] ??= [];
    found[menu].push(entry);
  };
  for (const { id, menus: places, palette } of commands) {
    const command = `drydock.${id}`;
    for (const { menu, when, group } of places ?? [])
      add(menu, { command, ...(when && { when }), ...(group && { group }) });
    if (palette === "never") add("commandPalette", { command, when: "false" });
    else if (palette !== undefined && palette !== "always")
      add("commandPalette", { command, when: palette.when });
  }
  return found;
}

function keybindingEntry({ id, keybinding }: Command): object[] {
  return keybinding ? [{ command: `drydock.${id}`, ...keybinding }] : [];
}
