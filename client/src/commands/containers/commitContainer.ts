import type { CommitOptions, Container } from "../../engine/container";
import { everyContainerRow } from "../../selection/contextValue";
import { type ContainerSubject, shortId } from "../../selection/subject";
import type { Verdict } from "../../ui/ui";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { checkReference } from "../images/checkReference";
import { changeCounts } from "./changedFiles";
import { chooseContainer, noContainers } from "./chooseContainers";
import { dockerfileDraft } from "./dockerfileDraft";
import { showChangesDocument } from "./showChanges";

export const commitContainer: Command<ContainerSubject> = {
  id: "containers.commit",
  title: "Commit…",
  icon: "git-commit",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "3_change@2" }],
  palette: "always",

  async run(host, selected) {
    const { ui } = host;
    const container = await chooseContainer(host, selected, {
      title: "Commit Container",
      placeholder: "Which container do you want to turn into an image?",
      none: noContainers,
    });
    if (!container) return;
    const engine = await host.engine();
    const changes = await engine.containers.changes(container.id);
    // What the image will keep is there to be read while the questions are asked.
    await showChangesDocument(ui, container, changes);
    const options = await askCommit(host, container, changeCounts(changes));
    if (!options) return;
    const id = await ui.progress(`Committing ${container.name}`, () =>
      engine.containers.commit(container.id, options),
    );
    const draft = dockerfileDraft({
      container: container.name,
      image: container.image,
      changes,
      instructions: options.changes ?? [],
    });
    ui.report({
      severity: "information",
      message: `Committed ${container.name} as ${options.reference ?? shortId(id)}. With a Dockerfile anyone can read and repeat what was done.`,
      actions: [
        {
          label: "Show as Dockerfile",
          run: () => ui.showDocument({ name: `container/${container.name}.dockerfile`, text: draft }),
        },
        copyAction(host, commitLine(container, options)),
      ],
    });
  },

  equivalent: ({ container }) => ["docker", "commit", container.name, "REPOSITORY:TAG"],
};

async function askCommit(
  { ui, memory }: CommandHost,
  { name, image }: Container,
  counts: string,
): Promise<CommitOptions | undefined> {
  const title = "Commit Container";
  const answers = await ui.askSteps(title, [
    {
      key: "reference",
      question: () => ({
        type: "input",
        prompt: `A name for the new image; the editor shows what ${name} changed (${counts}). Leave empty to go by its id.`,
        value: proposedName(name, image),
        validate: (value) => (value.trim() === "" ? undefined : checkReference(value, "to name an image")),
      }),
    },
    {
      key: "message",
      question: () => ({
        type: "input",
        prompt: "A message for the image's history, for example what was done by hand. Optional.",
      }),
    },
    {
      key: "author",
      question: () => ({
        type: "input",
        prompt: "Its author, for example Jane Doe <jane@example.com>. Optional.",
        value: memory.get("commit.author") ?? "",
      }),
    },
  ]);
  if (!answers) return undefined;
  const [reference = "", message = "", author = ""] = [
    answers.reference,
    answers.message,
    answers.author,
  ].map((answer) => answer.trim());
  const changes = await askInstructions(ui, title);
  if (!changes) return undefined;
  await memory.set("commit.author", author);
  return {
    ...(reference !== "" && { reference }),
    ...(message !== "" && { message }),
    ...(author !== "" && { author }),
    ...(changes.length > 0 && { changes }),
  };
}

/** Asks for instructions until there are enough. Undefined where the person dismissed it. */
async function askInstructions(ui: CommandHost["ui"], title: string): Promise<string[] | undefined> {
  const changes: string[] = [];
  for (;;) {
    const typed = await ui.suggest({
      title,
      placeholder: 'Type an instruction to apply, such as CMD ["python", "app.py"], or commit',
      action: "Apply",
      proposals: [
        {
          label: "Commit",
          icon: "git-commit",
          description: changes.length === 0 ? "with the settings of the container" : changes.join(" · "),
          value: "",
        },
      ],
      validate: checkInstruction,
    });
    if (typed === undefined) return undefined;
    if (typed.trim() === "") return changes;
    changes.push(typed.trim());
  }
}

/** What `docker commit --change` takes. https://docs.docker.com/reference/cli/docker/container/commit/ */
const keywords = ["CMD", "ENTRYPOINT", "ENV", "EXPOSE", "LABEL", "ONBUILD", "USER", "VOLUME", "WORKDIR"];

export function checkInstruction(text: string): Verdict | undefined {
  const value = text.trim();
  if (value === "") return undefined;
  const [keyword = "", argument] = value.split(/\s+/, 2);
  if (!keywords.includes(keyword.toUpperCase())) {
    return {
      severity: "error",
      message: `Only these instructions can be applied here: ${keywords.join(", ")}.`,
    };
  }
  return argument === undefined
    ? { severity: "error", message: `${keyword.toUpperCase()} needs something after it.` }
    : undefined;
}

/** `myapp` with the tag `changed`, so that the image it came from keeps its name. */
function proposedName(name: string, image: string): string {
  const repository = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
  const usable = /^[a-z0-9][a-z0-9._/:-]*$/.test(repository) && !/^[0-9a-f]{12,64}$/.test(repository);
  return `${usable ? repository : name.toLowerCase()}:changed`;
}

function commitLine({ name }: Container, options: CommitOptions): DockerCommandLine {
  const { reference, message, author, changes = [] } = options;
  return [
    "docker",
    "commit",
    ...(author === undefined ? [] : ["--author", author]),
    ...(message === undefined ? [] : ["--message", message]),
    ...changes.flatMap((change) => ["--change", change]),
    name,
    ...(reference === undefined ? [] : [reference]),
  ];
}
