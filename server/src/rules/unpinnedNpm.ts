import type { Rule } from "../lint/rule";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedNpm: Rule = {
  id: "unpinned-npm",
  aliases: ["DL3016"],
  severity: "warning",
  category: "packages",
  summary: "`npm`, Yarn, pnpm or Bun installs a package without a version.",
  rationale:
    "The build takes the newest release of that day, so the same Dockerfile may give another image tomorrow. Write `name@version`, a tag or commit behind the `#` of a repository, or keep a lock file and run `npm ci`. A name such as `latest` moves, so it is no version.",
  examples: [
    { text: "FROM node:22\nRUN npm install -g [|typescript|]\n" },
    { text: "FROM node:22\nRUN npm install -g typescript@5.8.3\n" },
    {
      text: "FROM node:22\nRUN npm ci && npm install --omit=dev && npm i --unsafe-perm true --prefix /app\n",
    },
    {
      text: "FROM node:22\nRUN npm i [|@babel/core|] @babel/cli@7 [|npm@latest|] \"a@$VERSION\" [|'b@*'|] c@^1 d@npm:e@2 $MORE\n",
    },
    {
      text: "FROM node:22\nRUN npm add ./lib /src file:a https://example.com/a.tgz a.tgz link:../b owner/name#v1 [|owner/name|] [|c@github:owner/name|] d@file:../d [|git+https://example.com/a.git|]\n",
    },
    {
      text: "FROM node:22\nRUN yarn global add [|serve|] && yarn add --cwd /app a@1 && pnpm add -g [|turbo|] && pnpm i [|b|] && bun add [|c|] d@1\n",
    },
    {
      text: "FROM node:22\nRUN yarn install && pnpm install && bun install && npm run install -- a && npm uninstall b\n",
    },
    { text: 'FROM node:22\nRUN ["npm", "install", "[|express|]"]\n' },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const manager of ["npm", "yarn", "pnpm", "bun"] as const) {
      for (const { word, name, hint } of unpinnedPackages(instruction, shell, manager, named)) {
        const at = name.indexOf("@", 1);
        const advice = /^[^@]*[/:]/.test(name)
          ? "Write # and a tag or commit after the address."
          : `Write ${at < 0 ? name : name.slice(0, at)}@<version>.`;
        report({
          range: word.range,
          message: `"${name}" has no version, so each build may install another one. ${advice}${hint}`,
          // The peer's check knows npm alone.
          ...(manager !== "npm" && { aliases: [] }),
        });
      }
    }
  },
};

/** Every spelling that npm takes for it: https://docs.npmjs.com/cli/commands/npm-install#synopsis */
const npmInstall = new Set([
  ...["install", "add", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal", "isntall"],
  ...["install-test", "it"],
]);

function named({ manager, action = "", operands }: PackageCommand): readonly ShellWord[] {
  // `--flag true` is how npm lets people switch a flag on.
  if (manager === "npm")
    return npmInstall.has(action)
      ? operands.filter(({ value }) => value !== "true" && value !== "false")
      : [];
  if (manager === "yarn" && action === "global") return operands[0]?.value === "add" ? operands.slice(1) : [];
  // Unlike Yarn's, `install` of pnpm and Bun takes names, too.
  const adds = manager === "yarn" ? YARN_ADD : ADD;
  return adds.has(action) ? operands : [];
}

const YARN_ADD = new Set(["add"]);
const ADD = new Set(["add", "a", "install", "i"]);
