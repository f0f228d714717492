import { type Clause, type Command, fullId, type MenuPlace } from "./command";
import type { Submenu } from "./submenus";

/** The parts of the manifest's `contributes` that commands decide. */
export interface CommandContributions {
  readonly commands: readonly object[];
  readonly menus: Readonly<Record<string, readonly object[]>>;
  readonly keybindings: readonly object[];
  readonly submenus: readonly object[];
}

/** What the manifest must say of these commands and the submenus that they stand in. Made from the commands alone, so that it can be generated and checked. */
export function commandContributions(
  commands: readonly Command[],
  submenus: readonly Submenu[] = [],
): CommandContributions {
  const menus: Record<string, object[]> = {};
  for (const command of commands) {
    for (const place of command.menus ?? []) {
      menus[place.menu] ??= [];
      menus[place.menu]?.push({
        command: fullId(command),
        when: joined([...placeClauses(place), ...trustClauses(command)]),
        group: place.group,
      });
    }
    menus["commandPalette"] ??= [];
    menus["commandPalette"].push({ command: fullId(command), when: paletteClause(command) });
  }
  for (const { id, rows, group } of submenus) {
    const place = { menu: "view/item/context", rows, group } as const;
    menus[place.menu] ??= [];
    menus[place.menu]?.push({ submenu: id, when: joined(placeClauses(place)), group });
  }
  return {
    commands: commands.map(commandEntry),
    submenus: submenus.map(({ id, label }) => ({ id, label })),
    menus,
    keybindings: commands.flatMap(keybindingEntry),
  };
}

function commandEntry(command: Command): object {
  return {
    command: fullId(command),
    title: command.title,
    category: categoryOf(command),
    ...(command.icon && { icon: `$(${command.icon})` }),
    ...(command.enablement && { enablement: joined(command.enablement) }),
  };
}

/** In the palette “Inspect” alone would not say what. */
export function categoryOf({ id }: Command): string {
  if (id.startsWith("images.")) return "Drydock Images";
  return id.startsWith("containers.") ? "Drydock Containers" : "Drydock";
}

function keybindingEntry(command: Command): object[] {
  if (!command.keybinding) return [];
  const { key, mac, when } = command.keybinding;
  // The editor hands a keybinding no row; this word asks for the focused view's selection.
  return [
    {
      command: fullId(command),
      key,
      ...(mac && { mac }),
      when: joined([...when, ...trustClauses(command)]),
      args: "selection",
    },
  ];
}

/**
 * Where the extension runs outside the browser, so that it can speak to an engine: everywhere but in a page without a
 * server. The editor knows that much before the extension is active; `drydock.web` is said by the extension itself.
 */
const engineHost = "(!isWeb || remoteName) && !drydock.web";

function paletteClause(command: Command): string {
  if (command.palette === "never") return "false";
  const clauses: readonly Clause[] = command.palette === "always" ? [] : command.palette;
  return joined([...clauses, ...trustClauses(command), engineHost]);
}

function placeClauses(place: MenuPlace): string[] {
  if ("rows" in place) {
    const values = place.rows.map((value) => value.replaceAll(".", "\\."));
    return [`viewItem =~ /^(?:${values.join("|")})$/`];
  }
  if (place.menu === "view/title") return [`view == ${place.view}`, ...(place.when ?? [])];
  return [...place.when, engineHost];
}

function trustClauses({ trust }: Command): string[] {
  return trust === "not needed" ? [] : ["isWorkspaceTrusted"];
}

function joined(clauses: readonly string[]): string {
  return clauses.join(" && ");
}
