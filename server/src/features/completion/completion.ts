import type { CompletionParams } from "vscode-languageserver";
import { type CompletionItem, MarkupKind, type Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { DockerfileContext, Feature } from "../feature";
import { completeIgnoreFile } from "../ignoreFiles/completeIgnoreFile";
import { type Place, placesAt } from "../place/place";
import { argumentProposals, scriptProposals } from "./argumentProposals";
import type { Asked } from "./asked";
import { completionItem } from "./completionItem";
import { directiveProposals } from "./directiveProposals";
import { documentationOf } from "./documentation";
import { flagProposals } from "./flagProposals";
import { flagValueProposals } from "./flagValueProposals";
import { keywordProposals } from "./keywordProposals";
import type { DocumentationKey, Proposal } from "./proposal";
import { variableProposals } from "./variableProposals";

/** What could be written at the cursor. Long documentation comes when the editor shows an item. */
export const completionFeature: Feature = {
  capabilities: {
    completionProvider: {
      triggerCharacters: [" ", "-", "=", ",", "$", "{", "/", ":", "<", "#", '"', "["],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },
  connect(connection, serve, { serveIgnoreFile }) {
    const inDockerfile = serve((dockerfile, params: CompletionParams, file) =>
      completions(dockerfile, params, file),
    );
    const inIgnoreFile = serveIgnoreFile((ignoreFile, params: CompletionParams, file) =>
      completeIgnoreFile(ignoreFile, params, file),
    );
    connection.onCompletion(
      async (params, token) => (await inDockerfile(params, token)) ?? inIgnoreFile(params, token),
    );
    connection.onCompletionResolve(withDocumentation);
  },
};

export async function completions(
  dockerfile: Dockerfile,
  { position, context }: Pick<CompletionParams, "position" | "context">,
  file: DockerfileContext,
): Promise<CompletionItem[]> {
  const asked: Asked = { dockerfile, position, file, trigger: context?.triggerCharacter };
  const perPlace = await Promise.all(
    placesAt(dockerfile, position).map(async (place) =>
      (await proposalsAt(place, asked)).map((proposal) => ({ place, proposal })),
    ),
  );
  return perPlace
    .flat()
    .flatMap(({ place, proposal }, index) => completionItem(proposal, place, index, file.client) ?? [])
    .filter((item) => mayBeMeant(item, position, dockerfile));
}

/**
 * Whether the letters that stand there occur in it in this order. An editor that looks for them wherever they are, as
 * VS Code does, leaves the others out itself, and some show all that they get.
 */
function mayBeMeant(
  { textEdit, filterText = "" }: CompletionItem,
  end: Position,
  dockerfile: Dockerfile,
): boolean {
  if (textEdit === undefined) return true;
  const { start } = "range" in textEdit ? textEdit.range : textEdit.insert;
  const searched = filterText.toLowerCase();
  let at = 0;
  for (const letter of dockerfile.textOf({ start, end }).toLowerCase()) {
    at = searched.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Fills in what the list left out. */
export function withDocumentation(item: CompletionItem): CompletionItem {
  const value = item.data === undefined ? undefined : documentationOf(item.data as DocumentationKey);
  if (value === undefined) return item;
  return {
    ...item,
    documentation: { kind: MarkupKind.Markdown, value: withoutSentence(value, item.detail) },
  };
}

/** What an editor shows right above need not be read twice. */
function withoutSentence(prose: string, sentence: string | undefined): string {
  return sentence === undefined
    ? prose
    : prose.replace(` – ${sentence}`, "").replace(`\n\n${sentence}\n\n`, "\n\n");
}

function proposalsAt(place: Place, asked: Asked): Proposal[] | Promise<Proposal[]> {
  const variables = variableProposals(place, asked);
  if (variables) return variables;
  switch (place.kind) {
    case "directive":
      return directiveProposals(place, asked);
    case "keyword":
      return keywordProposals(place, asked);
    case "flag":
      return flagProposals(place);
    case "flagValue":
      return flagValueProposals(place, asked);
    case "argument":
      return argumentProposals(place, asked);
    case "heredoc":
      return place.keyword === "RUN" ? scriptProposals(place, asked) : [];
  }
}
