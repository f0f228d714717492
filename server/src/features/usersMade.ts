import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import { calledCommands } from "./calledCommands";

/** A user that a RUN makes. */
export interface MadeUser {
  readonly name: string;
  readonly line: number;
}

const MAKES_USER = new Set(["useradd", "adduser"]);

/** Those that are there above a line of a stage, each once. The last plain word of `useradd` and `adduser` is the user. */
export function usersMade(dockerfile: Dockerfile, stage: Stage, before: number): readonly MadeUser[] {
  const runs = [stage, ...ancestors(stage)]
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ keyword, argument, heredocs, firstLine }) =>
        keyword === "RUN" &&
        firstLine < before &&
        [argument.text, ...heredocs.map(({ body }) => body)].some((text) =>
          /\b(?:useradd|adduser)\b/.test(text),
        ),
    );
  const made = runs.flatMap((run) =>
    calledCommands(dockerfile, run)
      .filter(({ name }) => name !== undefined && MAKES_USER.has(name))
      .flatMap(({ words, nameRange }) => {
        const word = words.findLast(({ value }) => value && /^[a-z_][\w.-]*$/i.test(value));
        return word?.value === undefined ? [] : [{ name: word.value, line: nameRange.start.line }];
      }),
  );
  return [...new Map(made.map((one) => [one.name, one])).values()];
}
