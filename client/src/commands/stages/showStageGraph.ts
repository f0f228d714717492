import { basename, dirname } from "node:path";
import type { FileSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";

export const showStageGraph: Command<FileSubject> = {
  id: "stages.showGraph",
  title: "Show Stage Graph",
  icon: "type-hierarchy",
  on: ["file"],
  menus: [
    {
      menu: "editor/context",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "4_drydock@3",
    },
  ],
  palette: "always",

  async run(host, [selected]) {
    const dockerfile = await choose(host, selected);
    if (dockerfile === undefined) return;
    const name = basename(dockerfile);
    const graph = await host.language.stageGraph(dockerfile);
    if (graph === undefined) {
      const message = `The stages of ${name} could not be read. Open the file, then try again.`;
      host.ui.report({ severity: "warning", message });
      return;
    }
    await host.ui.showDocument({
      name: `stages/${basename(dirname(dockerfile))}/${name}.md`,
      text: `# Stages of ${name}\n\n\`\`\`mermaid\n${graph}\`\`\`\n`,
    });
  },
};

async function choose(
  { ui, workspace }: CommandHost,
  selected: FileSubject | undefined,
): Promise<string | undefined> {
  const meant = (selected ?? workspace.activeDockerfile())?.path;
  if (meant !== undefined) return meant;
  const found = await workspace.dockerfiles();
  if (found.length === 0) {
    const message = "There is no Dockerfile in this workspace. Create a file named Dockerfile first.";
    ui.report({ severity: "warning", message });
    return undefined;
  }
  const items = found.map((path) => ({
    label: basename(path),
    description: dirname(path),
    icon: "file",
    value: path,
  }));
  return found.length === 1
    ? found[0]
    : ui.pick({ title: "Stage Graph", placeholder: "Which Dockerfile?", items });
}
