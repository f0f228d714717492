import type { ImageDetails } from "../../engine/image";
import type { Ui, Verdict } from "../../ui/ui";
import { isSecretVariable, type RunProfile } from "./runProfile";

/** Sets variables one after the other, until there are enough. Undefined where nothing was changed. */
export async function askEnvironment(
  ui: Ui,
  profile: RunProfile,
  image: ImageDetails,
): Promise<RunProfile | undefined> {
  const chosen = new Map(profile.environment.map((variable) => [nameOf(variable), variable]));
  const own = new Map(image.environment.map((variable) => [nameOf(variable), variable]));
  let changed: RunProfile | undefined;
  for (;;) {
    const typed = await ui.suggest({
      title: "Environment",
      placeholder: "Type NAME=value, or choose a variable to change",
      action: "Set",
      proposals: [
        { label: "Done", icon: "check", value: "" },
        ...[...new Map([...own, ...chosen])].map(([name, variable]) => ({
          label: name,
          description: `${shownValue(variable)}${chosen.has(name) ? "" : " (the image's)"}`,
          value: name,
        })),
      ],
      validate: checkVariable,
    });
    if (typed === undefined || typed.trim() === "") return changed;
    const name = nameOf(typed);
    const value = typed.includes("=")
      ? typed.slice(typed.indexOf("=") + 1)
      : await askValue(ui, name, chosen.get(name) ?? own.get(name));
    if (value === undefined) continue;
    // A bare name that is left empty is the image's again.
    if (value === "" && !typed.includes("=")) chosen.delete(name);
    else chosen.set(name, `${name}=${value}`);
    changed = { ...profile, environment: [...chosen.values()] };
  }
}

function askValue(ui: Ui, name: string, present: string | undefined): Promise<string | undefined> {
  return ui.input({
    title: "Environment",
    prompt: `The value of ${name}. Leave empty to use the image's value.${isSecretVariable(name) ? " It is not stored." : ""}`,
    value: present === undefined || isSecretVariable(name) ? "" : present.slice(name.length + 1),
    ...(isSecretVariable(name) && { secret: "secret" as const }),
  });
}

function checkVariable(text: string): Verdict | undefined {
  const name = nameOf(text);
  if (text.trim() === "") return undefined;
  if (name === "" || /\s/.test(name)) return { severity: "error", message: "A variable is NAME=value." };
  return isSecretVariable(name)
    ? {
        severity: "information",
        message:
          "It looks like a secret, so its value is not kept; choose it by its name to type the value unseen.",
      }
    : undefined;
}

function nameOf(variable: string): string {
  return variable.split("=", 1)[0] ?? "";
}

function shownValue(variable: string): string {
  if (!variable.includes("=")) return "from the editor's environment, or asked for";
  return isSecretVariable(variable) ? "••••" : variable.slice(variable.indexOf("=") + 1);
}
