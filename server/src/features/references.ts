import type { ReferenceParams } from "vscode-languageserver";
import type { Location } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext, Feature } from "./feature";
import { nameAt } from "./names/nameAt";

export const referencesFeature: Feature = {
  capabilities: { referencesProvider: true },
  connect: (connection, serve) =>
    void connection.onReferences(
      serve((dockerfile, params: ReferenceParams, file) => references(dockerfile, params, file)),
    ),
};

/** Every place that names the stage or variable at the cursor. */
export function references(
  dockerfile: Dockerfile,
  { position, context }: Pick<ReferenceParams, "position" | "context">,
  { uri }: Pick<DockerfileContext, "uri">,
): Location[] {
  const { places = [] } = nameAt(dockerfile, position)?.name ?? {};
  return places
    .filter(({ role }) => context.includeDeclaration || role === "use")
    .map(({ range }) => ({ uri, range }));
}
