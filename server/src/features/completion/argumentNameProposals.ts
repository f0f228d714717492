import { CompletionItemKind } from "vscode-languageserver-types";
import { predefinedArguments } from "../../grammar/predefinedArguments";
import type { ArgumentPlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Names for ARG in a stage: global arguments, which it must name to see, and what the builder brings. */
export function argumentNameProposals({ text }: ArgumentPlace, { dockerfile, position }: Asked): Proposal[] {
  if (text.includes("=")) return [];
  const isInStage = dockerfile.stageAt(position.line) !== undefined;
  const globals = dockerfile.variableDefinitions.filter(({ stage }) => stage === undefined);
  const names = new Set(isInStage ? globals.map(({ name }) => name) : []);
  return [
    ...[...names].map((name) => ({
      label: name,
      kind: CompletionItemKind.Constant,
      description: globals.findLast((one) => one.name === name)?.value,
      detail: "Global argument: a stage sees it once it is named here.",
    })),
    ...predefinedArguments
      .filter(({ name, seenBy }) => !names.has(name) && (isInStage ? seenBy !== "run" : seenBy === "builder"))
      .sort((a, b) => Number(b.name.startsWith("TARGET")) - Number(a.name.startsWith("TARGET")))
      .map(({ name, does, example, since }) => ({
        label: name,
        kind: CompletionItemKind.Constant,
        description: since === undefined ? "from the builder" : `syntax ${since}`,
        detail: does,
        documentation: `${does} For example \`${example}\`.`,
      })),
  ];
}
