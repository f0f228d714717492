import type { Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { lastUser } from "../model/lastUser";
import { resolveText } from "../model/resolveText";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";
import type { Stage } from "../model/stages";

export const lastUserRoot: Rule = {
  id: "last-user-root",
  aliases: ["DL3002"],
  severity: "warning",
  category: "security",
  summary: "The image ends as root, so its containers run as root.",
  rationale:
    "A program that is broken into can then do everything inside the container, and more outside of it than any other user. Switch to root for the steps that need it, and back to a plain user at the end.",
  examples: [
    { text: "FROM node:24\nUSER [|root|]\nRUN apt-get update\n" },
    { text: "FROM node:24\nUSER root\nRUN apt-get update\nUSER node\n" },
    { text: "FROM node:24 AS build\nUSER root\nFROM node:24\nUSER 1000\n" },
    { text: 'FROM node:24 AS base\nUSER [|0:0|]\nFROM base\nCMD ["node"]\n' },
    { text: 'FROM node:24\nARG USER=root\nUSER [|"$USER"|]\n' },
    { text: 'FROM debian:13\nUSER root\nENTRYPOINT ["gosu", "app", "/app"]\n' },
    { text: "FROM node:24\nUSER root\nUSER $NOBODY_KNOWS\n" },
  ],

  check(dockerfile, report) {
    // Only the last stage becomes the image.
    const last = dockerfile.stages.at(-1);
    const user = last && lastUser(last);
    if (!last || !user?.argumentRange || !isRoot(user, dockerfile) || dropsRights(last, dockerfile)) return;
    report({
      range: user.argumentRange,
      message: "Containers of this image run as root. End with a plain user, for example USER 1000.",
    });
  },
};

function isRoot(user: Instruction, dockerfile: Dockerfile): boolean {
  const name = resolveText(dockerfile, user.argument.text.trim(), user)?.split(":")[0];
  return name === "root" || (name !== undefined && /^0+$/.test(name));
}

/** Programs that start another one as a plain user. */
const droppers = new Set([
  "chpst",
  "gosu",
  "runuser",
  "s6-setuidgid",
  "setpriv",
  "setuidgid",
  "su",
  "su-exec",
]);

function dropsRights(stage: Stage, dockerfile: Dockerfile): boolean {
  return [stage, ...ancestors(stage)].some(({ instructions }) =>
    instructions
      .filter(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD")
      .flatMap((instruction) => shellScripts(instruction, shellOf(dockerfile, instruction)))
      .flatMap(({ commands }) => commands)
      .some(({ name, wrappers }) =>
        [name, ...wrappers.map((wrapper) => wrapper.name)].some((word) => droppers.has(word ?? "")),
      ),
  );
}
