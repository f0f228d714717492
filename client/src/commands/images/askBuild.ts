import { basename, dirname, relative } from "node:path";
import { dockerHubServer } from "../../engine/reference";
import type { FileSubject } from "../../selection/subject";
import type { QuestionStep } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { checkReference } from "./checkReference";
import { proposedReference } from "./proposedReference";

export interface BuildAnswers {
  readonly dockerfile: string;
  readonly contextFolder: string;
  readonly tag: string;
}

/** The Dockerfile to build: the one given, the active editor's, the workspace's only one, or one picked of several. */
export async function chooseDockerfile(
  { ui, workspace }: CommandHost,
  given: FileSubject | undefined,
): Promise<string | undefined> {
  const refuse = (message: string): undefined => void ui.report({ severity: "warning", message });
  const meant = given ?? workspace.activeDockerfile();
  if (meant) return meant.path ?? refuse(notOnDisk(meant));
  const found = await workspace.dockerfiles();
  if (found.length === 1) return found[0];
  if (found.length === 0) {
    return refuse(
      workspace.hasVirtualFolders
        ? "This folder is not on this machine's disk, so there are no files to send to the builder. Open a copy of it that is on disk, then build."
        : "There is no Dockerfile in this workspace. Create a file named Dockerfile, then build it.",
    );
  }
  return ui.pick({
    title: "Build Image",
    placeholder: "Which Dockerfile?",
    items: found.map((path) => ({
      label: basename(path),
      description: folderWords(dirname(path), workspace.folders),
      icon: "file",
      value: path,
    })),
  });
}

/** A builder is sent the files of a folder on disk, and nothing else. */
function notOnDisk({ uri }: FileSubject): string {
  if (uri.startsWith("untitled:"))
    return "This Dockerfile has not been saved yet. Save it into the folder whose files it needs, then build it.";
  return "This Dockerfile is not on this machine's disk, so there are no files to send to the builder. Open a copy of its folder that is on disk, then build.";
}

/** Asks for the name, and for the build context where there is a choice; remembers both for this Dockerfile. */
export async function askBuild(host: CommandHost, dockerfile: string): Promise<BuildAnswers | undefined> {
  const { ui, memory, workspace } = host;
  const ownFolder = dirname(dockerfile);
  const proposedFolder = memory.get(`build.contextFolder:${dockerfile}`) ?? ownFolder;
  const folders = [
    ...new Set([proposedFolder, ownFolder, ...workspace.folders.filter((one) => contains(one, ownFolder))]),
  ];
  const proposedTag = memory.get(`build.tag:${dockerfile}`) ?? (await proposedName(host, ownFolder));

  const steps: QuestionStep<keyof BuildAnswers>[] = [
    {
      key: "tag",
      question: () => ({
        type: "input",
        prompt:
          "Name the image, as user/name[:tag]. To push it later, start with your user name at the registry.",
        value: proposedTag,
        validate: (value) => checkReference(value, "to name an image"),
      }),
    },
  ];
  if (folders.length > 1) {
    steps.push({
      key: "contextFolder",
      question: () => ({
        type: "pick",
        placeholder: "Which folder's files does the build need? COPY and ADD read from it.",
        items: folders.map((folder) => ({
          label: folderWords(folder, workspace.folders),
          ...(folder === ownFolder && { description: "the Dockerfile's own folder" }),
          icon: "folder",
          value: folder,
        })),
      }),
    });
  }
  const answers: Partial<BuildAnswers> | undefined = await ui.askSteps("Build Image", steps);
  if (answers?.tag === undefined) return undefined;
  const tag = answers.tag.trim();
  const contextFolder = answers.contextFolder ?? ownFolder;
  await memory.set(`build.tag:${dockerfile}`, tag);
  await memory.set(`build.contextFolder:${dockerfile}`, contextFolder);
  return { dockerfile, contextFolder, tag };
}

async function proposedName(
  { credentials, preferences, memory }: CommandHost,
  folder: string,
): Promise<string> {
  const registry = preferences.registry;
  const login = await credentials.credentialFor(registry === "" ? dockerHubServer : registry);
  // A token's user is no namespace.
  const user =
    login?.user !== undefined && login.user !== "<token>" ? login.user : memory.get("registry.user");
  return proposedReference(basename(folder), { registry, user });
}

/** The path from the workspace folder it is in, which a person recognises sooner than the whole one. */
function folderWords(folder: string, workspaceFolders: readonly string[]): string {
  const root = workspaceFolders.find((one) => contains(one, folder));
  return root === undefined ? folder : [basename(root), relative(root, folder)].filter(Boolean).join("/");
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !/^([a-z]:)?[\\/]/i.test(way));
}
