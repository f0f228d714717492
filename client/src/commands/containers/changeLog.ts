import type { FileSubject } from "../../selection/subject";
import type { PickItem, Ui } from "../../ui/ui";
import type { Command } from "../command";
import { followLog, type LogChoice } from "./followLog";

/** How the log in the active editor is shown. */
export const changeLog: Command<FileSubject> = {
  id: "containers.logOptions",
  title: "Log Options…",
  icon: "settings-gear",
  on: ["file"],
  menus: [{ menu: "editor/title", when: ["resourceScheme == drydock-log"], group: "navigation@1" }],
  palette: ["resourceScheme == drydock-log"],

  async run(host, [subject]) {
    const name = subject
      ? decodeURIComponent(subject.uri).replace(/^[^:]*:\/+/, "")
      : [...host.openedLogs.keys()].at(-1);
    const opened = name === undefined ? undefined : host.openedLogs.get(name);
    if (!opened) return;
    const { choice, container } = opened;
    const change = await host.ui.pick({
      title: `Log of ${container.name}`,
      placeholder: "What do you want to change?",
      items: changes(choice),
    });
    if (change === undefined) return;
    const changed = change === "reach" ? await askReach(host.ui) : change;
    if (changed) followLog(host, { container, choice: { ...choice, ...changed } });
  },
};

function changes({ follow, timestamps }: LogChoice): PickItem<Partial<LogChoice> | "reach">[] {
  return [
    follow === "follow"
      ? { label: "Stop Following", icon: "debug-pause", value: { follow: "stand still" } }
      : { label: "Follow", icon: "debug-continue", value: { follow: "follow" } },
    timestamps === "shown"
      ? { label: "Hide Timestamps", icon: "watch", value: { timestamps: "hidden" } }
      : { label: "Show Timestamps", icon: "watch", value: { timestamps: "shown" } },
    { label: "Since…", icon: "history", description: "how far back the log goes", value: "reach" },
  ];
}

const minute = 60_000;
const reaches: readonly { readonly label: string; readonly reach: number | undefined }[] = [
  { label: "The Last Lines", reach: undefined },
  { label: "5 Minutes Ago", reach: 5 * minute },
  { label: "1 Hour Ago", reach: 60 * minute },
  { label: "1 Day Ago", reach: 24 * 60 * minute },
  { label: "The Beginning", reach: Number.MAX_SAFE_INTEGER },
];

function askReach(ui: Ui): Promise<{ readonly reach: number | undefined } | undefined> {
  return ui.pick({
    title: "Log",
    placeholder: "Since when?",
    items: reaches.map(({ label, reach }) => ({ label, value: { reach } })),
  });
}
