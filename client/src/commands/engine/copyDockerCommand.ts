import { everyContainerRow, imageRows } from "../../selection/contextValue";
import type { Subject } from "../../selection/subject";
import { chooseAnything } from "../chooseAnything";
import type { Command, DockerCommandLines } from "../command";
import type { CommandHost } from "../commandHost";
import { shellLines } from "../shellQuote";

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
  palette: "always",

  async run(host, selected) {
    const { ui, machine } = host;
    const title = "Copy as docker Command";
    const subjects = selected.length > 0 ? selected : await chooseAnything(host, title);
    if (subjects.length === 0) return;
    const text = await ui.pick({
      title,
      placeholder: "Which command?",
      items: commonEquivalents(host, subjects).map(({ title, lines }) => {
        const text = shellLines(lines, machine.shell);
        return { label: title.replace(/\u2026$/, ""), detail: text, value: text };
      }),
    });
    if (text !== undefined) await ui.copy(text);
  },
};

/** What can be done with all of them, one after the other. */
function commonEquivalents(
  { equivalents }: CommandHost,
  subjects: readonly Subject[],
): { readonly title: string; readonly lines: DockerCommandLines }[] {
  const [first = [], ...others] = subjects.map(equivalents);
  return first.flatMap(({ title, lines }) => {
    const same = others.map((each) => each.find((one) => one.title === title)?.lines);
    return same.every((found) => found !== undefined) ? [{ title, lines: [...lines, ...same.flat()] }] : [];
  });
}
