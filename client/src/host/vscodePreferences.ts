import * as vscode from "vscode";
import type { Preferences } from "../commands/preferences";
import { clientSettings } from "../settings";

type SettingName = keyof typeof clientSettings;

/** Reads the settings when they are asked for, so that a change counts at once. */
export function createPreferences(): Preferences {
  return {
    get registry() {
      return read("drydock.registry");
    },
    get logLines() {
      return read("drydock.logs.lines");
    },
    get liveUsage() {
      return read("drydock.containers.liveUsage");
    },
  };
}

/** A value of another type than the default's is one that a person mistyped: then the default holds. */
function read<Name extends SettingName>(name: Name): Widened<(typeof clientSettings)[Name]["default"]> {
  const fallback = clientSettings[name].default;
  const value = vscode.workspace.getConfiguration().get(name);
  // The check makes both the same primitive type, which the compiler can't follow through `typeof`.
  return (typeof value === typeof fallback ? value : fallback) as Widened<
    (typeof clientSettings)[Name]["default"]
  >;
}

type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;
