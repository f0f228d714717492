import { CompletionItemKind } from "vscode-languageserver-types";
import { baseFacts } from "../../grammar/baseImages";
import { shortRepository } from "../../grammar/endOfLife";
import { instructionEntry } from "../../grammar/instructions";
import { packageManagers } from "../../grammar/packageManagers";
import { baseOf, repositoryOf } from "../baseOf";
import { calledCommands } from "../calledCommands";
import type { ArgumentPlace, HeredocPlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/**
 * Package managers where the name of a command is being written, the one that the base image has first. None before a
 * letter is: most of what people run is nobody's to guess.
 */
export function commandNameProposals(place: ArgumentPlace | HeredocPlace, asked: Asked): Proposal[] {
  const { dockerfile, position } = asked;
  if (!/^[a-z][\w-]*$/.test(place.text) || (place.kind === "argument" && place.isExec)) return [];
  const isName = calledCommands(dockerfile, place.instruction).some(
    ({ nameRange: { start, end } }) =>
      start.line === position.line &&
      start.character === position.character - place.text.length &&
      end.character >= position.character,
  );
  if (!isName) return [];
  const base = baseOf(dockerfile.stageAt(position.line));
  const own = base && baseFacts(shortRepository(repositoryOf(base)), base.tag)?.packageManager;
  const others = packageManagers.filter(({ names }) => own === undefined || names[0] !== own);
  const first = packageManagers.filter(({ names }) => names[0] === own);
  const proposals: Proposal[] = [
    ...(place.kind === "argument" && own !== undefined ? installSnippets(own) : []),
    ...[...first, ...others].map(({ names: [label], does, trap }) => ({
      label,
      kind: CompletionItemKind.Function,
      text: `${label} `,
      filter: label,
      rest: /^[\w-]*/,
      detail: does,
      documentation: trap,
      continues: true,
    })),
  ];
  return proposals.filter(({ label }) => label.startsWith(place.text));
}

/** What RUN's own snippets have for this package manager. */
function installSnippets(manager: string): Proposal[] {
  return (instructionEntry("RUN")?.snippets ?? [])
    .filter(({ title, body }) => title.startsWith(`RUN ${manager} `) && body.startsWith(`RUN ${manager} `))
    .map(({ title, body, does }) => ({
      label: title.slice("RUN ".length),
      kind: CompletionItemKind.Snippet,
      snippet: body.slice("RUN ".length),
      filter: title.slice("RUN ".length),
      detail: does,
      documentation: { of: "snippet", keyword: "RUN", title } as const,
    }));
}
