import prettyBytes from "pretty-bytes";
import { CompletionItemKind } from "vscode-languageserver-types";
import { copyOf } from "../../model/copyOf";
import type { Dockerfile } from "../../model/dockerfile";
import type { Stage } from "../../model/stages";
import { buildContextTree } from "../buildContextTree";
import { encodedPath } from "../encodedPath";
import type { ArgumentPlace } from "../place/place";
import { soon } from "../soon";
import { folderAfter, lastFolder, workingFolder } from "../workingFolder";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Sources and destinations of COPY and ADD. From the second word on either may be meant. */
export async function copyProposals(place: ArgumentPlace, asked: Asked): Promise<Proposal[]> {
  const { instruction, text, words } = place;
  const from = instruction.flags.find(({ name }) => name === "from");
  const sources = from
    ? foldersOfSource(from.value ?? "", asked.dockerfile)
    : await contextSources(text, place, asked);
  return words.length === 0 ? sources : [...destinationProposals(place, asked), ...sources];
}

/** A blank would end the word, quoted or not, so names with one are written as JSON; a second such word has no way. */
async function contextSources(
  text: string,
  { isExec, words, behind }: ArgumentPlace,
  asked: Asked,
): Promise<Proposal[]> {
  const quote = isExec ? "" : (/^["']/.exec(text)?.[0] ?? "");
  const written = text.slice(quote.length);
  const found = await contextPathProposals(written, quote.length, asked);
  if (isExec) return found;
  const folder = written.slice(0, written.lastIndexOf("/") + 1);
  const isAlone = words.length === 0 && quote === "" && behind.trim() === "";
  const blank = isAlone ? found.filter((one) => !hasNoBlank(one) && !one.label.endsWith("/")) : [];
  return [...found.filter(hasNoBlank), ...blank.map((proposal) => asJson(proposal, folder))];
}

export function hasNoBlank({ label }: Proposal): boolean {
  return !/\s/.test(label);
}

function asJson({ label, kind, description }: Proposal, folder: string): Proposal {
  const path = JSON.stringify(folder + label);
  return {
    label,
    kind,
    snippet: `[${path.replace(/[\\$}]/g, "\\$&")}, "\${1:./}"]`,
    filter: folder + label,
    description,
    detail: "As JSON, because of the blank in its name.",
  };
}

/** Paths of the build context below the folder that is written, without what the ignore file leaves out. */
export async function contextPathProposals(text: string, from: number, { file }: Asked): Promise<Proposal[]> {
  const { buildContext } = file.outside;
  if (buildContext === undefined || /[$*?]/.test(text)) return [];
  const slash = text.lastIndexOf("/") + 1;
  // `./src` and `/src` both mean `src` of the build context.
  const folder = text.slice(0, slash).replace(/^(?:\.?\/)+/, "");
  const names = buildContextTree(buildContext).in(folder).slice(0, MOST_PATHS);
  const sizes = await soon(sizesOf(names, folder, file));
  const here =
    slash === 0 && from === 0 ? [{ label: ".", kind: CompletionItemKind.Folder, detail: WHOLE }] : [];
  return [...names.map((name, index) => pathProposal(name, from + slash, sizes?.[index])), ...here];
}

const WHOLE = "Everything that the ignore file lets through.";
const MOST_PATHS = 500;

async function sizesOf(
  names: readonly string[],
  folder: string,
  { outside, ports }: Asked["file"],
): Promise<readonly (number | undefined)[] | undefined> {
  const root = outside.buildContext?.folder;
  if (root === undefined) return undefined;
  return ports.files?.sizes?.(`${root}/${encodedPath(folder)}`, names);
}

function pathProposal(name: string, from: number, size: number | undefined): Proposal {
  const isFolder = name.endsWith("/");
  return {
    label: name,
    kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
    from,
    // One part of the path; a folder takes its slash along.
    rest: isFolder ? /^[^\s"/]*\/?/ : /^[^\s"/]*/,
    description: size === undefined ? undefined : prettyBytes(size),
    continues: isFolder,
  };
}

/** Folders that the stage speaks of, then those that people use. */
export function folderProposals(
  { dockerfile, position }: Asked,
  usual: readonly string[] = USUAL_FOLDERS,
): Proposal[] {
  const stage = dockerfile.stageAt(position.line);
  const own = stage ? foldersOf(stage, dockerfile, position.line) : [];
  const others = dockerfile.stages.flatMap((other) => (other === stage ? [] : foldersOf(other, dockerfile)));
  return [...new Set([...own, ...others, ...usual])].map((label) => ({
    label,
    kind: CompletionItemKind.Folder,
    filter: label,
  }));
}

const USUAL_FOLDERS = [
  "/app",
  "/usr/src/app",
  "/src",
  "/srv",
  "/opt",
  "/usr/local/bin",
  "/etc",
  "/var/lib",
  "/data",
];

/** Where programs keep what is to outlive the container. */
export const volumeFolders: readonly string[] = ["/data", "/var/lib", "/var/log", "/config", "/srv", "/home"];

function destinationProposals({ instruction }: ArgumentPlace, asked: Asked): Proposal[] {
  const folder = workingFolder(asked.dockerfile, instruction);
  const here = {
    label: "./",
    kind: CompletionItemKind.Folder,
    detail: folder === undefined ? "WORKDIR" : `WORKDIR, ${folder}`,
  };
  return [
    here,
    ...folderProposals(asked).map((proposal) => ({ ...proposal, label: withSlash(proposal.label) })),
  ];
}

/** With a slash a destination is a folder whatever is copied. */
function withSlash(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}

/** What an earlier stage has for sure: the folders that it worked in and copied to. */
function foldersOfSource(source: string, dockerfile: Dockerfile): Proposal[] {
  const stage = dockerfile.stages.find(
    ({ name, index }) => name?.toLowerCase() === source.toLowerCase() || String(index) === source,
  );
  if (stage === undefined) return [];
  return foldersOf(stage, dockerfile).map((folder) => ({
    label: withSlash(folder),
    kind: CompletionItemKind.Folder,
  }));
}

/** `before`: what stands on this line or below it is left out, such as the folder that is being written. */
function foldersOf(stage: Stage, dockerfile: Dockerfile, before = Number.POSITIVE_INFINITY): string[] {
  const above = stage.instructions.filter(({ firstLine }) => firstLine < before);
  const named = above.flatMap((instruction) => {
    const isEntered = instruction.keyword === "WORKDIR";
    const value = isEntered ? instruction.words[0]?.value : copyOf(instruction)?.destination.value;
    return value?.startsWith("/") && !value.includes("$") ? [value] : [];
  });
  const last = above.findLast(({ keyword }) => keyword === "WORKDIR");
  const current = last ? folderAfter(dockerfile, last) : lastFolder(dockerfile, stage);
  return [
    ...new Set([...(current === undefined || before < stage.from.firstLine ? [] : [current]), ...named]),
  ];
}
