import type { Fix, Rule } from "../lint/rule";
import { insertedWord } from "../model/insertedWord";
import { type CacheHabit, leftCaches } from "../model/leftCaches";
import type { PackageCommand } from "../model/packageCommands";
import { hasOptionsInVariable } from "../model/unansweredCalls";

export const apkCacheLeft: Rule = {
  id: "apk-cache-left",
  aliases: ["DL3019"],
  severity: "information",
  category: "packages",
  summary: "`apk` leaves its index of packages in the image.",
  rationale:
    "With `--no-cache` apk fetches a fresh index, uses it and keeps nothing, so neither `apk update` nor `--update` nor cleaning up is needed. A cache mount on `/var/cache/apk` does as well.",
  examples: [
    {
      text: "FROM alpine:3.22\nRUN [|apk add|] curl~8\n",
      fixed: "FROM alpine:3.22\nRUN apk add --no-cache curl~8\n",
    },
    { text: "FROM alpine:3.22\nRUN apk add --no-cache curl~8\n" },
    {
      text: "FROM alpine:3.22\nRUN [|apk add --update|] curl~8 && [|apk -U add|] git\nRUN [|apk upgrade|]\n",
      fixed:
        "FROM alpine:3.22\nRUN apk add --no-cache curl~8 && apk --no-cache add git\nRUN apk upgrade --no-cache\n",
    },
    {
      text: 'FROM alpine:3.22\nRUN [|apk update|] && apk add --no-cache git\nRUN ["[|apk", "add|]", "git"]\n',
      fixed:
        'FROM alpine:3.22\nRUN apk update && apk add --no-cache git\nRUN ["apk", "add", "--no-cache", "git"]\n',
    },
    { text: "FROM alpine:3.22\nRUN apk --no-cache add a && apk add $APK_FLAGS b && apk del c\n" },
    {
      text: "FROM alpine:3.22\nRUN apk update && apk add curl && rm -rf /var/cache/apk/*\nRUN --mount=type=cache,target=/var/cache/apk apk add git\n",
    },
    { text: "FROM alpine:3.22 AS build\nRUN apk add gcc\nFROM scratch\nCOPY --from=build /a /a\n" },
  ],

  check(dockerfile, report) {
    for (const { calls } of leftCaches(dockerfile, habit)) {
      for (const call of calls) {
        const { command, action, actionWord } = call;
        if (!actionWord) continue;
        const updating = call.options.find(
          ({ name, word }) => UPDATES.has(name) && UPDATES.has(word.text),
        )?.word;
        const isBehind = updating && updating.start > actionWord.start;
        report({
          range: { start: command.nameRange.start, end: (isBehind ? updating : actionWord).range.end },
          message:
            action === "update"
              ? "The index of packages stays in the image. Remove this and write apk add --no-cache."
              : `The index of packages stays in the image. ${updating ? `Write --no-cache instead of ${updating.text}` : "Add --no-cache"}.`,
          fix: fixFor(call, updating),
          // The peer looks at installations alone.
          ...(action !== "add" && { aliases: [] }),
        });
      }
    }
  },
};

const UPDATES = new Set(["-U", "--update", "--update-cache"]);

function fixFor(
  { command, action, actionWord }: PackageCommand,
  updating: PackageCommand["actionWord"],
): Fix | undefined {
  if (action === "update" || !actionWord) return undefined;
  const edit = updating
    ? { range: updating.range, newText: "--no-cache" }
    : insertedWord(command, actionWord, "--no-cache");
  return { title: "Use --no-cache", edits: [edit] };
}

const habit: CacheHabit = {
  manager: "apk",
  fills: (call) =>
    ["add", "update", "upgrade"].includes(call.action ?? "") &&
    !call.options.some(({ name }) =>
      ["--no-cache", "--cache-dir", "--simulate", "-s", "--root", "-p"].includes(name),
    ) &&
    !hasOptionsInVariable(call.command),
  empties: ({ action, operands }) => action === "cache" && operands[0]?.value === "purge",
  emptiedBy: ["apk"],
  folders: ["/var/cache/apk", "/etc/apk/cache"],
};
