import { commands } from "../../client/src/commands";
import { commandContributions } from "../../client/src/commands/contributions";
import { submenus } from "../../client/src/commands/submenus";
import { clientSettings } from "../../client/src/settings";
import type { SettingSchema } from "../../client/src/settings/settingSchema";
import { viewsWelcome } from "../../client/src/ui/viewsWelcome";
import { lintSettings } from "./lintSettings";

/** package.json with its commands, menus, keybindings and settings made from the code's values; all else as it stands. */
export function generateManifest(present: string): string {
  const manifest = JSON.parse(present);
  const settings: [string, SettingSchema][] = Object.entries({ ...clientSettings, ...lintSettings() });
  manifest.contributes = {
    ...manifest.contributes,
    ...commandContributions(commands, submenus),
    viewsWelcome: viewsWelcome(),
    configuration: {
      title: "Drydock",
      properties: Object.fromEntries(settings.map(([name, { restricted: _, ...schema }]) => [name, schema])),
    },
  };
  // A setting that names a program, or a place to send things to, must not come from a folder that nobody trusts yet.
  manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = settings
    .filter(([, { restricted }]) => restricted)
    .map(([name]) => name);
  return JSON.stringify(manifest, null, 2);
}
