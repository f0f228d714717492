import { CompletionItemKind } from "vscode-languageserver-types";
import { usersOf } from "../../grammar/containerUsers";
import { shortRepository } from "../../grammar/endOfLife";
import { baseOf, repositoryOf } from "../baseOf";
import { usersMade } from "../usersMade";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Users that the stage makes, then those of its base image; behind a colon the groups of the same names. */
export function userProposals(text: string, asked: Asked): Proposal[] {
  const { dockerfile, position } = asked;
  const stage = dockerfile.stageAt(position.line);
  const base = baseOf(stage);
  const from = text.indexOf(":") + 1;
  const made = stage ? usersMade(dockerfile, stage, position.line) : [];
  const proposals: Proposal[] = [
    ...made.map(({ name, line }) => ({
      label: name,
      kind: CompletionItemKind.Value,
      from,
      detail: `Made in line ${line + 1}.`,
    })),
    ...usersOf(base ? shortRepository(repositoryOf(base)) : "").map(({ name, uid, does }) => ({
      label: name,
      kind: CompletionItemKind.Value,
      from,
      description: uid === undefined ? undefined : String(uid),
      detail: does,
    })),
    {
      label: "10001",
      kind: CompletionItemKind.Value,
      from,
      detail: "A number that no user has: needs no entry in /etc/passwd.",
    },
  ];
  return proposals.map((proposal) => ({ ...proposal, rest: /^[^\s:]*/ }));
}
