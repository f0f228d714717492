import { everyContainerRow, imageRows } from "../../selection/contextValue";
import type { Subject } from "../../selection/subject";
import type { Command } from "../command";
import { shellLine } from "../shellQuote";

/** Shows what each action on a row would be in a terminal: who learns the command line finds it here. */
export const copyDockerCommand: Command<Subject> = {
  id: "engine.copyDockerCommand",
  title: "Copy as docker Command…",
  on: ["image", "container", "file"],
  menus: [
    { menu: "view/item/context", rows: [...imageRows, ...everyContainerRow], group: "5_copy@9" },
    {
      menu: "editor/context",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "4_drydock@9",
    },
  ],
  palette: "never",
  trust: "not needed",

  async run({ ui, machine, equivalents }, [subject]) {
    if (!subject) return;
    const line = await ui.pick({
      title: "Copy as docker Command",
      placeholder: "Which command?",
      items: equivalents(subject).map(({ title, line }) => {
        const text = shellLine(line, machine.shell);
        return { label: title.replace(/…$/, ""), detail: text, value: text };
      }),
    });
    if (line !== undefined) await ui.copy(line);
  },
};
