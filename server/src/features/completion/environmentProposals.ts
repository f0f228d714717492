import { CompletionItemKind } from "vscode-languageserver-types";
import { shortRepository } from "../../grammar/endOfLife";
import { usualVariables } from "../../grammar/usualVariables";
import { baseOf, repositoryOf } from "../baseOf";
import type { ArgumentPlace } from "../place/place";
import { variablesAt } from "../variablesAt";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** What ENV is mostly used for: to keep a build argument, to add to PATH, and what programs of the base image look for. */
export function environmentProposals(
  { text, words, instruction }: ArgumentPlace,
  { dockerfile, position }: Asked,
): Proposal[] {
  // `ENV name value` has but one value.
  if (!/^\w*$/.test(text) || words.some((word) => !word.includes("="))) return [];
  const base = baseOf(dockerfile.stageAt(position.line));
  const repository = base ? shortRepository(repositoryOf(base)) : "";
  const given = new Set(words.map((word) => word.split("=", 1)[0]));
  const visible = variablesAt(dockerfile, instruction);
  const isSet = (name: string) =>
    given.has(name) || visible.some((one) => one.name === name && one.definition?.kind === "ENV");
  const kept = visible.filter(({ definition }) => definition?.kind === "ARG");
  return [
    ...kept.map(({ name }) => pair(name, `$${name}`, "Keeps the build argument in the image.")),
    pair("PATH", '"/opt/app/bin:$PATH"', "Puts a folder in front of the search path."),
    ...usualVariables
      .filter((one) => one.repository?.test(repository) ?? true)
      .map(({ name, value, does }) => pair(name, value, does)),
  ].filter(({ label }) => label === "PATH" || !isSet(label));
}

function pair(name: string, value: string, does: string): Proposal {
  return {
    label: name,
    kind: CompletionItemKind.Variable,
    text: `${name}=${value}`,
    filter: name,
    rest: /^\w*/,
    description: value,
    detail: does,
  };
}
