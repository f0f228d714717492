import type { RestartPolicy } from "../../engine/container";
import type { ImageDetails } from "../../engine/image";
import type { CommandHost } from "../commandHost";
import { askEnvironment } from "./askEnvironment";
import { askMounts } from "./askMounts";
import { askNetwork } from "./askNetwork";
import type { RunProfile } from "./runProfile";
import { splitWords } from "./splitWords";

/** One thing about a run that can be chosen beyond name and ports. */
export interface RunOption {
  readonly label: string;
  readonly icon: string;
  /** What it is now, in a few words. */
  describe(profile: RunProfile, image: ImageDetails): string;
  /** Undefined where the person dismissed it. */
  change(host: CommandHost, profile: RunProfile, image: ImageDetails): Promise<RunProfile | undefined>;
}

const environment: RunOption = {
  label: "Environment",
  icon: "symbol-variable",
  describe: ({ environment: chosen }, image) =>
    chosen.length > 0
      ? chosen.map((variable) => variable.split("=", 1)[0]).join(", ")
      : `the image's own ${image.environment.length}`,
  change: ({ ui }, profile, image) => askEnvironment(ui, profile, image),
};

const envFiles: RunOption = {
  label: "Env Files",
  icon: "file",
  describe: ({ envFiles: paths }) => (paths.length > 0 ? paths.join(", ") : "none"),
  async change({ ui }, profile) {
    const paths = await ui.chooseFiles({
      title: "Files with a NAME=value on each line",
      action: "Use",
      kinds: { "Env Files": ["env"] },
      many: "many",
    });
    return paths && { ...profile, envFiles: paths };
  },
};

const mounts: RunOption = {
  label: "Volumes and Folders",
  icon: "folder",
  describe({ mounts: chosen }, image) {
    const words = chosen.map(({ source, target }) => `${source || "unnamed"} at ${target}`);
    const unnamed = image.volumes
      .filter((volume) => !chosen.some(({ target }) => target === volume))
      .map((volume) => `unnamed at ${volume}`);
    return [...words, ...unnamed].join(", ") || "none";
  },
  change: askMounts,
};

const network: RunOption = {
  label: "Network",
  icon: "globe",
  describe: ({ network: chosen }) => chosen ?? "the default one",
  change: askNetwork,
};

const restartPolicies: Readonly<Record<RestartPolicy, string>> = {
  no: "never",
  "on-failure": "when its exit code is not 0",
  "unless-stopped": "always, and after the engine restarts, unless you stopped it",
  always: "always, and after the engine restarts",
};

const restart: RunOption = {
  label: "Restart",
  icon: "refresh",
  describe: ({ restartPolicy = "no" }) => restartPolicy,
  async change({ ui }, profile) {
    const { restartPolicy: present = "no", autoRemove, ...rest } = profile;
    const chosen = await ui.pick({
      title: "Restart",
      placeholder: "When should the engine restart it automatically?",
      items: (Object.keys(restartPolicies) as RestartPolicy[]).map((value) => ({
        label: value,
        description: restartPolicies[value],
        value,
        ...(value === present && { picked: "picked" as const }),
      })),
    });
    if (chosen === undefined) return undefined;
    // The engine refuses to restart what it shall remove.
    if (chosen === "no") return { ...rest, ...(autoRemove && { autoRemove }) };
    return { ...rest, restartPolicy: chosen };
  },
};

const command: RunOption = {
  label: "Command",
  icon: "terminal",
  describe: ({ command: chosen }, image) =>
    chosen ? chosen.join(" ") : `the image's: ${[...image.entrypoint, ...image.command].join(" ") || "none"}`,
  async change({ ui }, profile, image) {
    const typed = await ui.input({
      title: "Command",
      prompt: `What to run${image.entrypoint.length > 0 ? `, as arguments of ${image.entrypoint.join(" ")}` : ""}. Leave empty for the image's own.`,
      value: profile.command?.join(" ") ?? "",
    });
    if (typed === undefined) return undefined;
    const { command: _, ...rest } = profile;
    const text = typed.trim();
    return text === "" ? rest : { ...rest, command: splitWords(text) ?? ["sh", "-c", text] };
  },
};

const terminal: RunOption = {
  label: "Terminal",
  icon: "window",
  describe: ({ interactive }) => (interactive ? "shown at once" : "none, it runs in the background"),
  async change({ ui }, { interactive, ...rest }) {
    const chosen = await ui.pick({
      title: "Terminal",
      placeholder: "How should it run?",
      items: [
        { label: "In the Background", description: "detached; its log can be shown", value: false },
        {
          label: "In a Terminal",
          description: "interactive, so that you can type into it",
          value: true,
          ...(interactive && { picked: "picked" as const }),
        },
      ],
    });
    if (chosen === undefined) return undefined;
    return chosen ? { ...rest, interactive: true } : rest;
  },
};

const removal: RunOption = {
  label: "When It Ends",
  icon: "trash",
  describe: ({ autoRemove }) => (autoRemove ? "it is removed" : "it stays, with its files and log"),
  async change({ ui }, { autoRemove, restartPolicy, ...rest }) {
    const chosen = await ui.pick({
      title: "When It Ends",
      placeholder: "What should happen to the container?",
      items: [
        { label: "Keep It", description: "its files and log can still be read", value: false },
        {
          label: "Remove It",
          description: "what was written inside is lost, unnamed volumes too",
          value: true,
          ...(autoRemove && { picked: "picked" as const }),
        },
      ],
    });
    if (chosen === undefined) return undefined;
    return chosen ? { ...rest, autoRemove: true } : { ...rest, ...(restartPolicy && { restartPolicy }) };
  },
};

/** In the order in which they are offered. */
export const runOptions: readonly RunOption[] = [
  environment,
  envFiles,
  mounts,
  network,
  restart,
  command,
  terminal,
  removal,
];
