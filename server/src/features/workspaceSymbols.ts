import type { WorkspaceSymbolParams } from "vscode-languageserver";
import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { cancelled } from "./cancelled";
import type { Feature, Workspace } from "./feature";
import { stageDetail, stageLabel } from "./stageLabel";

export const workspaceSymbolsFeature: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  connect: (connection, _, { workspace }) =>
    void connection.onWorkspaceSymbol(({ query }: WorkspaceSymbolParams, token) =>
      workspaceSymbols(query, workspace, () => token.isCancellationRequested),
    ),
};

/** The stages, base images and global arguments of every Dockerfile of the workspace whose name has the letters of the query in order. */
export async function workspaceSymbols(
  query: string,
  workspace: Workspace,
  isCancelled: () => boolean,
): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  for (const uri of await workspace.uris()) {
    if (isCancelled()) throw cancelled();
    const dockerfile = await workspace.dockerfile(uri);
    if (dockerfile) found.push(...symbolsOf(dockerfile, uri).filter(({ name }) => matches(name, query)));
  }
  return found;
}

function symbolsOf({ stages, variableDefinitions }: Dockerfile, uri: string): SymbolInformation[] {
  return [
    ...stages.map((stage) => ({
      name: stageLabel(stage),
      containerName: stageDetail(stage),
      kind: SymbolKind.Namespace,
      location: { uri, range: stage.nameRange ?? stage.base?.range ?? stage.from.keywordRange },
    })),
    ...stages.flatMap(({ name, base }) =>
      // A stage without a name is called after its image already.
      name === undefined || base === undefined || base.stage
        ? []
        : [
            {
              name: base.word.text,
              containerName: `base of ${name}`,
              kind: SymbolKind.Package,
              location: { uri, range: base.range },
            },
          ],
    ),
    ...variableDefinitions
      .filter(({ stage }) => stage === undefined)
      .map(({ name, nameRange }) => ({
        name,
        containerName: "global argument",
        kind: SymbolKind.Variable,
        location: { uri, range: nameRange },
      })),
  ];
}

function matches(name: string, query: string): boolean {
  const letters = query.toLowerCase();
  let at = 0;
  for (const letter of name.toLowerCase()) if (letter === letters[at]) at++;
  return at >= letters.length;
}
