import type { DefinitionParams, Location } from "vscode-languageserver";
import type { Position, Range } from "vscode-languageserver-types";
import { officialImage } from "../grammar/officialImages";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import { stageUses } from "../model/stageUses";
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
  const stage = stageUses(dockerfile).find(({ range, stage }) => stage && contains(range, position))?.stage;
  if (stage) return [{ uri: file.uri, range: stageRange(stage) }];
  const variable = variableRange(dockerfile, position);
  if (variable) return [{ uri: file.uri, range: variable }];
  const copied = copiedFiles(dockerfile.instructionAt(position.line), file).find(({ range }) =>
    contains(range, position),
  );
  if (copied) return [{ uri: copied.uri, range: START }];
  return baseDockerfiles(dockerfile, position, file, workspace);
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
  const inShell = shellVariables(instruction).find(({ nameRange }) => contains(nameRange, position));
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
async function baseDockerfiles(
  dockerfile: Dockerfile,
  position: Position,
  { uri }: DockerfileContext,
  workspace: Pick<Workspace, "uris">,
): Promise<Location[]> {
  const base = dockerfile.stageAt(position.line)?.base;
  if (!base?.reference || !contains(base.range, position)) return [];
  const repository = repositoryOf(base.reference);
  if (officialImage(repository)) return [];
  const name = repository.slice(repository.lastIndexOf("/") + 1).toLowerCase();
  const uris = await workspace.uris();
  return uris.filter((one) => one !== uri && isNamed(one, name)).map((one) => ({ uri: one, range: START }));
}

function isNamed(uri: string, name: string): boolean {
  const [folder = "", file = ""] = decodeURIComponent(uri).toLowerCase().split("/").slice(-2);
  return folder === name || file === `${name}.dockerfile` || file === `dockerfile.${name}`;
}
