import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver";
import type { Dockerfile } from "../../model/dockerfile";
import type { DockerfileContext, Feature } from "../feature";
import { completeIgnoreFile } from "../ignoreFiles/completeIgnoreFile";
import { type Place, placesAt } from "../place/place";
import { argumentProposals } from "./argumentProposals";
import type { Asked } from "./asked";
import { directiveProposals } from "./directiveProposals";
import { documentationOf } from "./documentation";
import { flagProposals } from "./flagProposals";
import { flagValueProposals } from "./flagValueProposals";
import { keywordProposals } from "./keywordProposals";
import { packageManagerProposals } from "./packageManagerProposals";
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
  const client = {
    expandsSnippets: file.client?.expandsSnippets === true,
    asksAgain: file.client?.runsCommands === true,
  };
  return perPlace.flat().flatMap(({ place, proposal }, index) => itemOf(proposal, place, index, client));
}

/** Fills in what the list left out. */
export function withDocumentation(item: CompletionItem): CompletionItem {
  const value = item.data === undefined ? undefined : documentationOf(item.data as DocumentationKey);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
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
      return place.keyword === "RUN" ? packageManagerProposals(place, asked) : [];
  }
}

function itemOf(
  proposal: Proposal,
  place: Place,
  index: number,
  client: { readonly expandsSnippets: boolean; readonly asksAgain: boolean },
): CompletionItem[] {
  const {
    label,
    kind,
    snippet,
    description,
    detail,
    documentation,
    isDeprecated,
    continues,
    from = 0,
  } = proposal;
  const range = place.rangeFrom(from);
  const isSnippet = client.expandsSnippets && snippet !== undefined;
  const newText = isSnippet ? snippet : (proposal.text ?? (snippet === undefined ? label : undefined));
  if (range === undefined || newText === undefined) return [];
  return [
    {
      label,
      kind,
      textEdit: { range, newText },
      filterText: proposal.filter ?? newText,
      sortText: String(index).padStart(5, "0"),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      ...(description !== undefined && { labelDetails: { description } }),
      ...(detail !== undefined && { detail }),
      ...documented(documentation),
      ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
      ...(continues && client.asksAgain && { command: askAgain }),
    },
  ];
}

function documented(documentation: Proposal["documentation"]): Partial<CompletionItem> {
  if (documentation === undefined) return {};
  if (typeof documentation !== "string") return { data: documentation };
  return { documentation: { kind: MarkupKind.Markdown, value: documentation } };
}

/** A command of VS Code's own, so it is sent only to the client that has Drydock's. */
const askAgain = { title: "Suggest", command: "editor.action.triggerSuggest" };
