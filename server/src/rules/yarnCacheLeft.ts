import type { Rule } from "../lint/rule";
import { appendedCommand } from "../model/appendedCommand";
import { type CacheHabit, leftCaches } from "../model/leftCaches";
import { mountsOf } from "../model/mounts";

export const yarnCacheLeft: Rule = {
  id: "yarn-cache-left",
  aliases: ["DL3060"],
  severity: "warning",
  category: "packages",
  summary: "`yarn` leaves a second copy of every package in the image.",
  rationale:
    "Yarn keeps each package that it fetched in a cache beside `node_modules`. A later RUN cannot take it out of the layer again, so empty the cache in the same RUN, or keep it in a cache mount.",
  examples: [
    {
      text: "FROM node:22\nRUN [|yarn install|] --frozen-lockfile\n",
      fixed: "FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n",
    },
    { text: "FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n" },
    {
      text: "FROM node:22\nRUN [|yarn|] --production\nRUN yarn build && yarn --version\nRUN [|yarn global|] add serve@14\n",
      fixed:
        "FROM node:22\nRUN yarn --production && yarn cache clean\nRUN yarn build && yarn --version\nRUN yarn global add serve@14 && yarn cache clean\n",
    },
    {
      text: "FROM node:22\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn\nRUN --mount=type=cache,target=/root/.yarn yarn add a@1\n",
    },
    {
      text: "FROM node:22\nRUN yarn && rm -rf /usr/local/share/.cache ~/.cache/yarn\nRUN yarn --cache-folder /tmp/c && rm -rf /tmp/c\nRUN YARN_CACHE_FOLDER=/tmp/c yarn\nRUN yarn && rm -rf $(yarn cache dir)\nENV YARN_CACHE_FOLDER=/c\nRUN --mount=type=cache,target=/c yarn\n",
    },
    {
      text: "FROM node:22 AS build\nRUN yarn install\nFROM nginx:1.28\nCOPY --from=build /app/dist /usr/share/nginx/html\n",
    },
  ],

  check(dockerfile, report) {
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      // The folder has many names; who mounts one for Yarn means it.
      if (
        mountsOf(instruction).some(({ flag }) =>
          /yarn|cache/i.test(flag.value?.replace("type=cache", "") ?? ""),
        )
      )
        continue;
      const { command, action, actionWord } = calls.at(-1) ?? calls[0];
      const edit = appendedCommand(dockerfile, instruction, shell, "yarn cache clean");
      report({
        range: { start: command.nameRange.start, end: (actionWord?.range ?? command.nameRange).end },
        message: 'A second copy of every package stays in the image. End this RUN with "yarn cache clean".',
        fix: edit && { title: "Empty the cache in this RUN", edits: [edit] },
        // The peer looks at `yarn install` alone.
        ...(action !== "install" && { aliases: [] }),
      });
    }
  },
};

const habit: CacheHabit = {
  manager: "yarn",
  fills: ({ action, actionWord, operands, options, command: { assignments } }) => {
    // Whoever puts the cache elsewhere has a plan for it.
    if (assignments.some(({ name }) => name === "YARN_CACHE_FOLDER")) return false;
    if (options.some(({ name }) => ["--cache-folder", "--version", "-v", "--help", "-h"].includes(name)))
      return false;
    if (action === "global") return operands[0]?.value === "add";
    return action === "install" || action === "add" || actionWord === undefined;
  },
  // Who asks where it is takes it away.
  empties: ({ action, operands }) => action === "cache" && /^(?:clean|dir)$/.test(operands[0]?.value ?? ""),
  emptiedBy: ["yarn"],
  folderVariable: "YARN_CACHE_FOLDER",
  folders: ["/usr/local/share/.cache/yarn", "~/.cache/yarn", "~/.yarn/berry/cache"],
};
