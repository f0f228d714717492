import type { CodeLensParams } from "vscode-languageserver";
import type { CodeLens } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import type { DockerfileContext, Feature } from "./feature";

export const codeLensesFeature: Feature = {
  capabilities: { codeLensProvider: {} },
  connect: (connection, serve) =>
    void connection.onCodeLens(serve((dockerfile, _: CodeLensParams, file) => codeLenses(dockerfile, file))),
};

/** Build and Run above the first stage, and above each other that can be asked for. Only where the client has the commands. */
export function codeLenses({ stages }: Dockerfile, { client, uri, settings }: DockerfileContext): CodeLens[] {
  if (!client?.runsCommands || !settings.codeLens || !uri.startsWith("file:")) return [];
  return stages.flatMap((stage, index) => [
    ...(index === 0
      ? [lens(stage, "Build…", build, { uri }), lens(stage, "Run…", "drydock.images.run")]
      : []),
    // The last one is what a build without a target makes.
    ...(index < stages.length - 1
      ? [lens(stage, "Build to This Stage…", build, { uri, target: targetOf(stage) })]
      : []),
  ]);
}

const build = "drydock.images.build";

function targetOf({ name, index }: Stage): string {
  return name ?? String(index);
}

function lens({ from }: Stage, title: string, command: string, argument?: unknown): CodeLens {
  return {
    range: from.keywordRange,
    command: { title, command, ...(argument !== undefined && { arguments: [argument] }) },
  };
}
