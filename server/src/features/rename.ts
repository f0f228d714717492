import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
} from "vscode-languageserver";
import type { Position, Range, WorkspaceEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext, Feature } from "./feature";
import type { Name } from "./names/name";
import { nameAt } from "./names/nameAt";

export const renameFeature: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  connect(connection, serve) {
    connection.onPrepareRename(
      serve((dockerfile, { position }: PrepareRenameParams) => prepareRename(dockerfile, position)),
    );
    connection.onRenameRequest(
      serve((dockerfile, params: RenameParams, file) => rename(dockerfile, params, file)),
    );
  },
};

/** What would be renamed; null where there is nothing. Refuses names that are not the author's to choose. */
export function prepareRename(
  dockerfile: Dockerfile,
  position: Position,
): { range: Range; placeholder: string } | null {
  const found = nameAt(dockerfile, position);
  if (found === undefined) return null;
  if (found.name.fixedBecause) throw refusal(found.name.fixedBecause);
  return { range: found.place.range, placeholder: dockerfile.textOf(found.place.range) };
}

/** Renames every place of the stage or variable at once. Refuses, in a sentence, a name that would break the build. */
export function rename(
  dockerfile: Dockerfile,
  { position, newName }: Pick<RenameParams, "position" | "newName">,
  { uri }: Pick<DockerfileContext, "uri">,
): WorkspaceEdit | null {
  const name = nameAt(dockerfile, position)?.name;
  if (name === undefined) return null;
  const reason = name.fixedBecause ?? reasonAgainst(newName, name, dockerfile);
  if (reason) throw refusal(reason);
  return { changes: { [uri]: name.places.map(({ range }) => ({ range, newText: newName })) } };
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function reasonAgainst(newName: string, { kind, text }: Name, dockerfile: Dockerfile): string | undefined {
  if (kind === "stage") {
    // https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go
    if (!/^[a-z][a-z0-9\-_.]*$/.test(newName)) return STAGE_FORM;
    if (newName === "scratch") return "`scratch` means the empty image; choose another name.";
    const isTaken = dockerfile.stages.some(
      ({ name }) => name?.toLowerCase() === newName && newName !== text.toLowerCase(),
    );
    return isTaken ? `There is already a stage called ${newName}; choose another name.` : undefined;
  }
  if (!/^[A-Za-z_]\w*$/.test(newName)) return VARIABLE_FORM;
  const isTaken = newName !== text && dockerfile.variableDefinitions.some(({ name }) => name === newName);
  return isTaken ? `There is already a variable called ${newName}; choose another name.` : undefined;
}

const STAGE_FORM =
  "A stage's name begins with a lower-case letter; digits, dashes, dots and underscores may follow.";
const VARIABLE_FORM = "A variable's name begins with a letter or underscore; digits may follow.";
