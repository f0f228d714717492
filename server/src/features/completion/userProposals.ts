import { CompletionItemKind } from "vscode-languageserver";
import { usersOf } from "../../grammar/containerUsers";
import { shortRepository } from "../../grammar/endOfLife";
import { ancestors } from "../../model/ancestors";
import type { Stage } from "../../model/stages";
import { baseOf, repositoryOf } from "../baseOf";
import { calledCommands } from "../calledCommands";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** Users that the stage makes, then those of its base image; behind a colon the groups of the same names. */
export function userProposals(text: string, asked: Asked): Proposal[] {
  const { dockerfile, position } = asked;
  const stage = dockerfile.stageAt(position.line);
  const base = baseOf(stage);
  const from = text.indexOf(":") + 1;
  const made = stage ? usersMade(stage, asked) : [];
  const proposals: Proposal[] = [
    ...made.map((name) => ({
      label: name,
      kind: CompletionItemKind.Value,
      from,
      detail: "Made in this file.",
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

const MAKES_USER = new Set(["useradd", "adduser"]);

/** The last plain word of `useradd` and `adduser` is the user. */
function usersMade(stage: Stage, { dockerfile, position }: Asked): string[] {
  const runs = [stage, ...ancestors(stage)]
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ keyword, argument, firstLine }) =>
        keyword === "RUN" && firstLine < position.line && /\b(?:useradd|adduser)\b/.test(argument.text),
    );
  const names = runs.flatMap((run) =>
    calledCommands(dockerfile, run)
      .filter(({ name }) => name !== undefined && MAKES_USER.has(name))
      .flatMap(
        ({ words }) => words.findLast(({ value }) => value && /^[a-z_][\w.-]*$/i.test(value))?.value ?? [],
      ),
  );
  return [...new Set(names)];
}
