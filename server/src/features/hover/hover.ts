import type { HoverParams } from "vscode-languageserver";
import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import { directive } from "../../grammar/directives";
import { instructionEntry } from "../../grammar/instructions";
import type { Dockerfile } from "../../model/dockerfile";
import { contains } from "../contains";
import type { DockerfileContext, Feature } from "../feature";
import { hoverIgnoreFile } from "../ignoreFiles/hoverIgnoreFile";
import { instructionAtPosition } from "../instructionAtPosition";
import { directiveProse } from "../prose/directiveProse";
import { instructionProse } from "../prose/instructionProse";
import { hoverArgument } from "./argument";
import { hoverCommand } from "./command";
import { hoverFlag } from "./flag";
import type { Found, Pointed } from "./found";
import { hoverHeredoc } from "./heredoc";
import { hoverImage } from "./image";
import { hoverRuleName } from "./ruleName";
import { hoverStage } from "./stage";
import { hoverVariable } from "./variable";

/** What is known of the word under the mouse. */
export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  connect(connection, serve, { serveIgnoreFile }) {
    const inDockerfile = serve((dockerfile, { position }: HoverParams, file) =>
      hover(dockerfile, position, file),
    );
    const inIgnoreFile = serveIgnoreFile((ignoreFile, params: HoverParams, file) =>
      hoverIgnoreFile(ignoreFile, params, file),
    );
    connection.onHover(
      async (params, token) => (await inDockerfile(params, token)) ?? inIgnoreFile(params, token),
    );
  },
};

export async function hover(
  dockerfile: Dockerfile,
  position: Position,
  file: DockerfileContext,
): Promise<Hover | null> {
  const found =
    hoverRuleName(dockerfile, position) ??
    hoverDirective(dockerfile, position) ??
    (await hoverInstruction(dockerfile, position, file));
  if (found?.value === undefined) return null;
  return { range: found.range, contents: { kind: MarkupKind.Markdown, value: found.value } };
}

/** From the smallest thing to the largest; the first that knows what stands there answers. */
const hoverers: readonly ((pointed: Pointed) => Found | undefined | Promise<Found | undefined>)[] = [
  hoverKeyword,
  hoverVariable,
  hoverStage,
  hoverFlag,
  hoverImage,
  hoverHeredoc,
  hoverArgument,
  hoverCommand,
];

async function hoverInstruction(
  dockerfile: Dockerfile,
  position: Position,
  file: DockerfileContext,
): Promise<Found | undefined> {
  const instruction = instructionAtPosition(dockerfile, position);
  if (instruction === undefined) return undefined;
  for (const one of hoverers) {
    const found = await one({ dockerfile, position, file, instruction });
    if (found !== undefined) return found;
  }
  return undefined;
}

function hoverKeyword({ instruction, position }: Pointed): Found | undefined {
  const { keyword, keywordRange } = instruction;
  if (!contains(keywordRange, position)) return undefined;
  const entry = instructionEntry(keyword);
  return { range: keywordRange, value: entry && instructionProse(entry) };
}

function hoverDirective(dockerfile: Dockerfile, position: Position): Found | undefined {
  const found = dockerfile.directives[position.line];
  const entry = found && contains(found.range, position) ? directive(found.name) : undefined;
  return found && entry && { range: found.range, value: directiveProse(entry) };
}
