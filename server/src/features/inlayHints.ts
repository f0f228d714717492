import prettyBytes from "pretty-bytes";
import type { InlayHintParams } from "vscode-languageserver";
import { type InlayHint, InlayHintKind, type Position, type Range } from "vscode-languageserver-types";
import type { LocalImage } from "../lint/outside";
import { copyOf } from "../model/copyOf";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import type { BuiltStepsInformation } from "../protocol";
import type { DockerfileContext, Feature } from "./feature";
import { layerSizes } from "./layerSizes";
import { localImageOf } from "./localImageOf";
import { soon } from "./soon";
import { folderAfter, workingFolder } from "./workingFolder";

export const inlayHintsFeature: Feature = {
  capabilities: { inlayHintProvider: true },
  connect: (connection, serve) =>
    void connection.languages.inlayHint.on(
      serve((dockerfile, { range }: InlayHintParams, file) => inlayHints(dockerfile, range, file)),
    ),
};

/** What the text does not say by itself, behind the word that it belongs to. The settings switch off each kind. */
export async function inlayHints(
  dockerfile: Dockerfile,
  range: Range,
  { settings: { hints }, outside, ports, uri }: DockerfileContext,
): Promise<InlayHint[]> {
  const built = hints.layerSize && ports.builtSteps ? await soon(ports.builtSteps(uri), BUILT_MS) : undefined;
  return [
    ...(hints.variables ? variables(dockerfile, range) : []),
    ...(hints.workingDirectory ? folders(dockerfile, range) : []),
    ...(hints.latestTag ? tags(dockerfile, range, outside.images) : []),
    ...(built ? sizes(dockerfile, range, built) : []),
  ];
}

/** Hints are drawn a little later than a keystroke. */
const BUILT_MS = 300;

/** What each step added to the image that was built last. */
function sizes(
  dockerfile: Dockerfile,
  { start, end }: Range,
  { steps, reference }: BuiltStepsInformation,
): InlayHint[] {
  return layerSizes(dockerfile, steps)
    .filter(({ instruction: { range } }) => range.end.line >= start.line && range.end.line <= end.line)
    .map(({ instruction, size }) =>
      hint(
        instruction.range.end,
        prettyBytes(size),
        `What this step added to ${reference} when it was built last.`,
      ),
    );
}

/** Those that a modifier or another file's reader would have to work out. */
function variables({ variableUses }: Dockerfile, { start, end }: Range): InlayHint[] {
  return variableUses
    .filter(({ range }) => range.start.line >= start.line && range.end.line <= end.line)
    .flatMap(({ range, resolved, definition, instruction }) =>
      resolved && definition && definition.instruction !== instruction
        ? [hint(range.end, `= ${resolved}`)]
        : [],
    );
}

/** Where a relative WORKDIR leads, and a relative destination. */
function folders(dockerfile: Dockerfile, { start, end }: Range): InlayHint[] {
  return dockerfile.instructions
    .filter(({ firstLine, lineCount }) => firstLine <= end.line && firstLine + lineCount > start.line)
    .flatMap((instruction) => {
      if (instruction.keyword === "WORKDIR") {
        const { argumentRange, argument } = instruction;
        const folder = isAbsolute(argument.text) ? undefined : folderAfter(dockerfile, instruction);
        return argumentRange && folder ? [hint(argumentRange.end, `= ${folder}`)] : [];
      }
      const destination = copyOf(instruction)?.destination;
      if (destination === undefined || isAbsolute(destination.value)) return [];
      const folder = workingFolder(dockerfile, instruction);
      return folder === undefined ? [] : [hint(destination.range.end, `in ${folder}`)];
    });
}

/** A path that begins with a variable is mostly absolute too. */
function isAbsolute(path: string): boolean {
  return /^["']?(?:[/\\$]|[A-Za-z]:)/.test(path);
}

/** What `latest` is on this engine: another tag of the same image, or its digest. */
function tags(
  { stages }: Dockerfile,
  { start, end }: Range,
  images: readonly LocalImage[] | undefined,
): InlayHint[] {
  return stages.flatMap(({ base }: Stage) => {
    const reference = base?.reference;
    if (!base || !reference || base.range.start.line < start.line || base.range.end.line > end.line)
      return [];
    if (reference.digest !== undefined || (reference.tag ?? "latest") !== "latest") return [];
    const local = localImageOf(images, reference);
    const meant = local && meaningOf(local);
    return meant === undefined
      ? []
      : [hint(base.range.end, `= ${meant}`, "What this engine has. A build may pull a newer one.")];
  });
}

function meaningOf({ tags: all, digests }: LocalImage): string | undefined {
  const named = all
    .map((tag) => tag.slice(tag.lastIndexOf(":") + 1))
    .filter((tag) => tag !== "latest" && tag !== "<none>");
  const [best] = named.sort((a, b) => b.length - a.length);
  const digest = digests[0]?.slice(digests[0].indexOf("@") + 1);
  return best ?? digest?.slice(0, "sha256:".length + 12);
}

const LONGEST = 40;

function hint(position: Position, text: string, tooltip?: string): InlayHint {
  const flat = text.replace(/\s+/g, " ");
  const label = flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
  return {
    position,
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(label === flat ? tooltip && { tooltip } : { tooltip: flat }),
  };
}
