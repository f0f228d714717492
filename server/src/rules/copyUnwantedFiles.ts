import { isSecretFile } from "../grammar/secretNames";
import { isIgnored, readIgnoreFile } from "../ignoreFile/ignoreFile";
import type { BuildContextFiles } from "../lint/outside";
import type { Rule } from "../lint/rule";
import { contextPath } from "../model/contextPath";
import { copyOf } from "../model/copyOf";
import { oncePer } from "../model/oncePer";
import { shippedStages } from "../model/shippedStages";

export const copyUnwantedFiles: Rule = {
  id: "copy-unwanted-files",
  aliases: [],
  severity: "warning",
  category: "security",
  needs: "build context",
  summary: "A whole folder is copied into the image, and files with secrets or Git's history with it.",
  rationale:
    "`COPY . .` takes everything that .dockerignore does not leave out. Everyone who has the image can then read your `.env` and your keys, and every commit changes `.git`, so that nothing below is taken from the cache. Stages that only build something need not care.",
  examples: [
    { text: "FROM node:24\nWORKDIR /app\nCOPY [|.|] .\n", files: { ".env": "A=1", "app.js": "" } },
    {
      text: "FROM node:24\nWORKDIR /app\nCOPY . .\n",
      files: { ".env": "A=1", ".git/HEAD": "", "app.js": "", ".dockerignore": ".env\n.git\n" },
    },
    {
      text: "FROM node:24 AS build\nCOPY . /app\nFROM node:24\nCOPY --from=build . /app\nCOPY [|./|] src/*.js /app/\n",
      files: { ".git/HEAD": "", "src/.env.example": "" },
    },
    {
      text: "FROM node:24\nCOPY --exclude=.env . /app/\nCOPY src /src\n",
      files: { ".env": "", "src/a": "" },
    },
    { text: "FROM node:24\nADD [|src|] /src\n", files: { ".git/HEAD": "", "src/a/id_rsa": "" } },
  ],

  check(dockerfile, report, { outside: { buildContext } }) {
    if (!buildContext) return;
    const unwanted = unwantedFiles(buildContext);
    if (unwanted.length === 0) return;
    for (const { instructions } of shippedStages(dockerfile)) {
      for (const instruction of instructions) {
        const copy = copyOf(instruction);
        if (!copy || copy.from || instruction.flags.some(({ name }) => name === "exclude")) continue;
        for (const { kind, value, range } of copy.sources) {
          if (kind !== "path" || /[$*?[\\]/.test(value)) continue;
          const folder = contextPath(value);
          const found = unwanted.filter((path) => folder === "" || path.startsWith(`${folder}/`));
          if (found.length === 0) continue;
          const ignoreFile = buildContext.ignoreFile?.name ?? ".dockerignore";
          report({
            range,
            message: `This also copies ${listOf(found)} into the image. Leave ${found.length > 1 ? "them" : "it"} out in ${ignoreFile}.`,
            ...(found.every((path) => path === GIT) && { severity: "information" }),
          });
        }
      }
    }
  },
};

const GIT = ".git";

/** Those that no ignore file leaves out; looked for once, since there may be many files. */
const unwantedFiles = oncePer(({ paths, ignoreFile }: BuildContextFiles): readonly string[] => {
  const found = Array.from(paths).filter((path) => !path.endsWith("/") && isSecretFile(path));
  const git = Array.from(paths).some((path) => path.startsWith(`${GIT}/`)) ? [GIT] : [];
  const ignored = readIgnoreFile(ignoreFile?.text ?? "");
  return [...found.filter((path) => !path.startsWith(`${GIT}/`)), ...git].filter(
    (path) => !isIgnored(ignored, path),
  );
});

function listOf(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST);
  if (paths.length > MOST) return `${shown.join(", ")} and ${paths.length - MOST} more`;
  return [shown.slice(0, -1).join(", "), shown.at(-1)].filter((part) => part !== "").join(" and ");
}

const MOST = 3;
