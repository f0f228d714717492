import type { Rule } from "../lint/rule";
import { lastUser } from "../model/lastUser";
import { trailingRemark } from "../model/trailingRemark";

export const nonNumericUser: Rule = {
  id: "non-numeric-user",
  aliases: ["DL3066"],
  severity: "information",
  category: "security",
  summary: "The image ends with a named user instead of a user's number.",
  rationale:
    "Kubernetes cannot tell whether a named user is root, so it refuses to start the image where `runAsNonRoot` is asked for. A number needs no entry in /etc/passwd either.",
  examples: [
    { text: "FROM node:24\nUSER [|node|]\n" },
    { text: "FROM node:24\nUSER node\nUSER 1000:node\n" },
    { text: 'FROM node:24 AS base\nUSER [|"app"|]:1000\nFROM base\nCMD ["app"]\n' },
    { text: "FROM node:24\nUSER node # plain\n" },
    // Of root another rule speaks, and a variable may hold a number.
    { text: "FROM node:24\nUSER node\nFROM node:24\nUSER root\nFROM node:24\nARG ID\nUSER ${ID:-node}\n" },
  ],

  check({ stages }, report) {
    const last = stages.at(-1);
    const user = last && lastUser(last);
    if (!user || trailingRemark(user)) return;
    const { argument } = user;
    const [written = ""] = /^[^:]*/.exec(argument.text.trimEnd()) ?? [];
    const name = written.replace(/^(["'])(.*)\1?$/, "$2").replace(/["']$/, "");
    // Users of Windows have no numbers.
    if (name === "" || name === "root" || /^Container(?:User|Administrator)$/i.test(name)) return;
    if (/^\d+$|[$%\\`]/.test(name)) return;
    report({
      range: argument.rangeOf(0, written.length),
      message: `Give the number of the user "${name}", for example USER 1000, so that Kubernetes can see that it is not root.`,
    });
  },
};
