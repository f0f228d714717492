import { CompletionItemKind } from "vscode-languageserver-types";
import { shortRepository, supportedVersions } from "../../grammar/endOfLife";
import { officialImages, usualBaseImages } from "../../grammar/officialImages";
import { tagVariants } from "../../grammar/tagVariants";
import type { LocalImage, Outside } from "../../lint/outside";
import type { Dockerfile } from "../../model/dockerfile";
import { isReference, parseReference } from "../../model/reference";
import type { Stage } from "../../model/stages";
import { localImageOf } from "../localImageOf";
import { localImageProse } from "../prose/localImageProse";
import { escapeMarkdown, inlineCode, paragraphs } from "../prose/markdown";
import { soon } from "../soon";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** What FROM can start from: earlier stages, named build contexts, the engine's images, `scratch`, official images. */
export async function baseImageProposals(text: string, asked: Asked): Promise<Proposal[]> {
  const { dockerfile, position, file } = asked;
  if (text.includes("@")) return digests(text, file.outside.images);
  const stages = stagesBefore(dockerfile, position.line);
  const tags = await registryTags(text, asked);
  return [
    ...stages.filter(({ name }) => name !== undefined).map((stage) => namedStage(stage, dockerfile)),
    ...namedContexts(asked),
    ...localImages(file.outside.images ?? []),
    ...(tags.length > 0 ? tags : knownTags(text, file.outside)),
    scratch,
    ...official,
  ];
}

/** What `--from=` can copy or mount from: earlier stages by name or index, named build contexts, images. */
export function sourceProposals(text: string, asked: Asked): Proposal[] {
  const { dockerfile, position, file } = asked;
  if (text.includes("@")) return digests(text, file.outside.images);
  const stages = stagesBefore(dockerfile, position.line);
  // The stage that the instruction stands in is none of them.
  const earlier = stages.slice(0, -1);
  return [
    ...earlier.filter(({ name }) => name !== undefined).map((stage) => namedStage(stage, dockerfile)),
    ...earlier.map((stage) => numberedStage(stage, dockerfile)),
    ...namedContexts(asked),
    ...localImages(file.outside.images ?? []),
    ...knownTags(text, file.outside),
    ...official,
  ];
}

function namedContexts({ file }: Asked): Proposal[] {
  return file.outside.namedContexts.map((name) => ({
    label: name,
    kind: CompletionItemKind.Folder,
    description: "named build context",
  }));
}

/** A person who switched this on waits a moment for it. */
const TAGS_MS = 1500;

/** Once a colon asks for a tag, those of the registry, where the person lets it be asked; the engine's own come first. */
async function registryTags(text: string, { file }: Asked): Promise<Proposal[]> {
  const colon = text.indexOf(":", text.lastIndexOf("/") + 1);
  const reference = colon < 0 ? undefined : parseReference(text.slice(0, colon));
  const { registryTags: ask } = file.ports;
  if (!file.settings.completion.registryTags || !ask || !reference || !isReference(reference)) return [];
  const local = new Set(file.outside.images?.flatMap(({ tags }) => tags));
  const tags = (await soon(ask(reference), TAGS_MS)) ?? [];
  return tags
    .map((tag) => `${text.slice(0, colon)}:${tag}`)
    .filter((label) => !local.has(label))
    .map((label) => ({ label, kind: CompletionItemKind.Value, description: "in the registry" }));
}

/** Behind a colon, versions that still get fixes, from the table of their last days: nobody has to be asked. */
function knownTags(text: string, { images, today }: Outside): Proposal[] {
  const colon = text.indexOf(":", text.lastIndexOf("/") + 1);
  if (colon < 0) return [];
  const repository = text.slice(0, colon);
  const local = new Set(images?.flatMap(({ tags }) => tags));
  const variants = ["", ...tagVariants(shortRepository(repository)).map((variant) => `-${variant}`)];
  return supportedVersions(repository, today)
    .flatMap(({ tag, ends, product }) =>
      variants.map((variant) => ({
        label: `${repository}:${tag}${variant}`,
        kind: CompletionItemKind.Value,
        description: `fixes until ${ends}`,
        detail: `${product} ${tag}`,
      })),
    )
    .filter(({ label }) => !local.has(label));
}

/** Behind an at sign, the digests that the engine has for what stands before it. */
function digests(text: string, images: readonly LocalImage[] | undefined): Proposal[] {
  const written = text.slice(0, text.indexOf("@"));
  const reference = parseReference(written);
  const image = isReference(reference) ? localImageOf(images, reference) : undefined;
  return (image?.digests ?? []).map((digest) => ({
    label: `${written}${digest.slice(digest.indexOf("@"))}`,
    kind: CompletionItemKind.Value,
    description: "on this engine",
    documentation: image && localImageProse(image),
  }));
}

function stagesBefore({ stages }: Dockerfile, line: number): readonly Stage[] {
  return stages.filter(({ from }) => from.firstLine < line);
}

function namedStage(stage: Stage, dockerfile: Dockerfile): Proposal {
  return {
    label: stage.name ?? String(stage.index),
    kind: CompletionItemKind.Module,
    description: `stage ${stage.index}`,
    detail: `Line ${stage.from.firstLine + 1}`,
    documentation: stageLine(stage, dockerfile),
  };
}

function numberedStage(stage: Stage, dockerfile: Dockerfile): Proposal {
  return {
    label: String(stage.index),
    kind: CompletionItemKind.Module,
    description: stage.name === undefined ? "stage without a name" : `stage ${stage.name}`,
    detail: `Line ${stage.from.firstLine + 1}`,
    documentation: stageLine(stage, dockerfile),
  };
}

function stageLine({ from }: Stage, dockerfile: Dockerfile): string {
  return inlineCode(dockerfile.textOf(from.range));
}

/** One for each tag, the newest image first. */
function localImages(images: readonly LocalImage[]): Proposal[] {
  return [...images]
    .sort((a, b) => b.created - a.created)
    .flatMap((image) =>
      image.tags
        .filter((tag) => !tag.includes("<none>"))
        .map((tag) => ({
          label: tag,
          kind: CompletionItemKind.File,
          description: "on this engine",
          documentation: paragraphs(`**${escapeMarkdown(tag)}**`, localImageProse(image)),
        })),
    );
}

const scratch: Proposal = {
  label: "scratch",
  kind: CompletionItemKind.Constant,
  description: "empty",
  documentation: "Nothing at all: for a program that needs no other file.",
};

const official: readonly Proposal[] = officialImages
  .filter(({ name }) => name !== "scratch")
  .toSorted((a, b) => rank(a.name) - rank(b.name))
  .map(({ name, does, family, insteadUse }) => ({
    label: name,
    kind: CompletionItemKind.Value,
    description: family,
    documentation: insteadUse === undefined ? does : `${does} No longer maintained: use \`${insteadUse}\`.`,
    isDeprecated: insteadUse !== undefined,
  }));

/** The usual ones first; the rest as the table has them. */
function rank(name: string): number {
  const at = usualBaseImages.indexOf(name);
  return at < 0 ? usualBaseImages.length : at;
}
