import type { DefinitionParams } from "vscode-languageserver";
import type { Location, Position, Range } from "vscode-languageserver-types";
import { officialImage } from "../grammar/officialImages";
import type { Dockerfile } from "../model/dockerfile";
import { isReference, parseReference } from "../model/reference";
import type { Stage } from "../model/stages";
import { type StageUse, stageUses } from "../model/stageUses";
import type { VariableDefinition } from "../model/variables";
import { repositoryOf } from "./baseOf";
import { contains } from "./contains";
import { copiedFiles } from "./copiedFiles";
import type { DockerfileContext, Feature, Workspace } from "./feature";
import { instructionAtPosition } from "./instructionAtPosition";
import { shellVariables } from "./shellVariables";
import { variablesAt } from "./variablesAt";

export const definitionFeature: Feature = {
  capabilities: { definitionProvider: true },
  connect: (connection, serve, { workspace }) =>
    void connection.onDefinition(
      serve((dockerfile, { position }: DefinitionParams, file) =>
        definition(dockerfile, position, file, workspace),
      ),
    ),
};

/** Where a stage or variable is made, the file that COPY takes, or the Dockerfile of a base image of this workspace. */
export async function definition(
  dockerfile: Dockerfile,
  position: Position,
  file: DockerfileContext,
  workspace: Pick<Workspace, "uris">,
): Promise<Location[]> {
  const uses = stageUses(dockerfile);
  // Where it is made already: an editor then shows who uses it.
  const own = dockerfile.stages.find(({ nameRange }) => nameRange && contains(nameRange, position));
  const stage = own ?? uses.find(({ range, stage }) => stage && contains(range, position))?.stage;
  if (stage) return [{ uri: file.uri, range: stageRange(stage) }];
  const variable = variableRange(dockerfile, position);
  if (variable) return [{ uri: file.uri, range: variable }];
  const copied = copiedFiles(dockerfile.instructionAt(position.line), file).find(({ range }) =>
    contains(range, position),
  );
  if (copied) return [{ uri: copied.uri, range: START }];
  const image = uses.find(({ range }) => contains(range, position));
  return image ? imageDockerfiles(image, file, workspace) : [];
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function stageRange({ nameRange, from }: Stage): Range {
  return nameRange ?? from.keywordRange;
}

function variableRange(dockerfile: Dockerfile, position: Position): Range | undefined {
  const use = dockerfile.variableUses.findLast(({ range }) => contains(range, position));
  if (use) return use.definition?.nameRange;
  const instruction = instructionAtPosition(dockerfile, position);
  if (instruction === undefined) return undefined;
  const own = dockerfile.variableDefinitions.find(({ nameRange }) => contains(nameRange, position));
  if (own) return (globalOf(own, dockerfile) ?? own).nameRange;
  const inShell = shellVariables(dockerfile, instruction).find(({ nameRange }) =>
    contains(nameRange, position),
  );
  return (
    inShell &&
    variablesAt(dockerfile, instruction).find(({ name }) => name === inShell.name)?.definition?.nameRange
  );
}

/** `ARG NAME` in a stage takes the value of the global argument, so that is where it comes from. */
function globalOf(
  { name, kind, stage, value }: VariableDefinition,
  dockerfile: Dockerfile,
): VariableDefinition | undefined {
  if (kind !== "ARG" || stage === undefined || value !== undefined) return undefined;
  return dockerfile.variableDefinitions.find((one) => one.stage === undefined && one.name === name);
}

/** Those whose folder or file is named like the image: `base/Dockerfile` and `base.Dockerfile` for `me/base:1`. */
async function imageDockerfiles(
  { by, text, within }: StageUse,
  { uri }: DockerfileContext,
  workspace: Pick<Workspace, "uris">,
): Promise<Location[]> {
  const reference = by === "FROM" ? within?.base?.reference : parseReference(text);
  if (!reference || !isReference(reference)) return [];
  const repository = repositoryOf(reference);
  if (officialImage(repository)) return [];
  const name = repository.slice(repository.lastIndexOf("/") + 1).toLowerCase();
  const uris = await workspace.uris();
  return uris.filter((one) => one !== uri && isNamed(one, name)).map((one) => ({ uri: one, range: START }));
}

function isNamed(uri: string, name: string): boolean {
  const [folder = "", file = ""] = decodeURIComponent(uri).toLowerCase().split("/").slice(-2);
  return folder === name || file === `${name}.dockerfile` || file === `dockerfile.${name}`;
}
