import type { FileSetting } from "./fileSetting";
import type { PackageCommand } from "./packageCommands";
import type { ShellWord } from "./shell";

/** What a call of dnf or yum is to do: `install` for `module install` and `group install`, too. */
export function redHatAction({ action = "", operands }: PackageCommand): string {
  return INSIDE.has(action) ? (operands[0]?.value ?? "") : action;
}

const INSIDE = new Set(["module", "group", "groups"]);

/** The words that name the packages, or the streams of modules, that a call installs. */
export function redHatPackages(call: PackageCommand): readonly ShellWord[] {
  const { action = "", operands } = call;
  if (!INSTALLS.has(redHatAction(call))) return [];
  // A module has streams: `nodejs:22`. A group is a list of packages.
  if (action === "module") return operands.slice(1).filter(({ text }) => !text.includes(":"));
  return INSIDE.has(action) ? [] : operands.filter(({ text }) => !text.includes("("));
}

const INSTALLS = new Set(["install", "in", "localinstall"]);

/** Whether a call would ask a person before it changes anything. */
export function redHatAsks(call: PackageCommand): boolean {
  // It has `-y` for those who are used to it, and no question to answer:
  // https://github.com/rpm-software-management/microdnf
  if (call.command.name === "microdnf") return false;
  const isAnswered = call.options.some(
    ({ name, value }) => ANSWERS.has(name) || value?.startsWith("assumeyes"),
  );
  return ASKS.has(redHatAction(call)) && !isAnswered;
}

const ANSWERS = new Set(["-y", "--assumeyes", "--assumeno", "--downloadonly"]);

const ASKS = new Set([
  ...["install", "in", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "up", "downgrade"],
  ...["remove", "rm", "erase", "autoremove", "groupremove", "distro-sync", "swap", "builddep"],
  ...["system-upgrade"],
]);

/** Both read either file. */
export const assumeYesInFile: FileSetting = {
  file: /\b(?:dnf|yum)\.conf\b|config-manager/,
  setting: /assumeyes\W+(?:1|true|yes|on)\b/i,
};
