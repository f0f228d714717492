import { type DependencyInstall, dependencyInstall } from "../grammar/dependencyInstalls";
import { wholeLines } from "../lint/lineEdits";
import type { Fix, Rule } from "../lint/rule";
import { type Copy, copyOf } from "../model/copyOf";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { oncePerShell } from "../model/oncePerShell";
import { runCommands } from "../model/runCommands";
import { shellOf } from "../model/shellOf";

export const copyBeforeInstall: Rule = {
  id: "copy-before-install",
  aliases: [],
  severity: "hint",
  category: "instructions",
  summary: "All files are copied before the dependencies are installed.",
  rationale:
    "The builder keeps each step for as long as nothing above it changes. When all of your code stands above the install, each edit of it installs everything again. Copy the lists of dependencies first, install, and copy the rest below.",
  examples: [
    {
      text: 'FROM node:24\nWORKDIR /app\n[|COPY . .|]\nRUN npm ci\nCMD ["node", "."]\n',
      fixed: 'FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "."]\n',
    },
    {
      text: "FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n",
    },
    {
      text: "FROM python:3.14\n[|copy ./ /app/|]\nENV A=b\nRUN pip install --no-cache-dir -r /app/requirements/prod.txt\n",
      fixed:
        "FROM python:3.14\ncopy requirements/prod.txt /app/requirements/\nENV A=b\nRUN pip install --no-cache-dir -r /app/requirements/prod.txt\ncopy ./ /app/\n",
    },
    { text: "FROM node:24\n[|COPY --chown=node:node . /app|]\nWORKDIR /app\nRUN npm ci && npm run build\n" },
    {
      text: "FROM python:3.14\nCOPY . .\nRUN pip install .\nRUN apt-get update\nFROM node:24\nCOPY src .\nRUN npm ci\n",
    },
    { text: "FROM debian:13\n[|COPY . /app|]\nRUN apt-get update && apt-get install -y curl\n" },
    {
      text: "FROM node:24\nCOPY package.json .\nRUN npm ci\nCOPY . .\nRUN npm ci\nFROM node:24\nCOPY --from=0 . .\nRUN npm ci\n",
    },
  ],

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      if (!anyCopiesAll(instructions)) continue;
      const done = new Set<string>();
      let all: { readonly instruction: Instruction; readonly index: number } | undefined;
      for (const [index, instruction] of instructions.entries()) {
        if (!all && copiesAll(instruction.atZero)) all = { instruction, index };
        const installs =
          instruction.keyword === "RUN"
            ? installsIn(instruction.atZero, shellOf(dockerfile, instruction))
            : [];
        if (!all) for (const { tool } of installs) done.add(tool);
        const first = installs.find(({ tool }) => !done.has(tool));
        if (!all || !first) continue;
        const between = instructions.slice(all.index + 1, index);
        const fix = between.every(({ keyword }) => neutral.has(keyword))
          ? copyListsFirst(all.instruction, instruction, first, dockerfile)
          : undefined;
        report({
          range: all.instruction.range,
          message: `Each change of any file makes "${first.command}" run again. Copy ${first.lists ? "just the lists of dependencies" : "your files"} ${first.lists ? "above it, and the rest below" : "below it"}.`,
          related: [{ range: instruction.range, message: "This is done again each time." }],
          ...(fix && { fix }),
        });
        break;
      }
    }
  },
};

/** What does not change the meaning of a path. */
const neutral = new Set(["ARG", "ENV", "EXPOSE", "LABEL"]);

function copiesAll(instruction: Instruction): boolean {
  const copy = copyOf(instruction);
  return (
    copy !== undefined && !copy.from && copy.sources.some(({ value }) => /^\.?\/?(?:\.|\*)?$/.test(value))
  );
}

const anyCopiesAll = oncePer((section: readonly Instruction[]): boolean =>
  section.some(({ atZero }) => copiesAll(atZero)),
);

interface Install extends DependencyInstall {
  readonly isAllOfRun: boolean;
}

const installsIn = oncePerShell((atZero, shell): readonly Install[] => {
  const found = runCommands(atZero, shell).map(
    ({ name, words }) =>
      name &&
      dependencyInstall(
        name,
        words.map(({ value, text }) => value ?? text),
      ),
  );
  const isAllOfRun = found.every((install) => install);
  return found.flatMap((install) => (install ? [{ ...install, isAllOfRun }] : []));
});

/** Copies the lists where all was copied, and all below the install. */
function copyListsFirst(
  all: Instruction,
  install: Instruction,
  { lists, isAllOfRun }: Install,
  dockerfile: Dockerfile,
): Fix | undefined {
  const copy = copyOf(all);
  if (!copy || !lists || !isAllOfRun || all.exec || copy.sources.length > 1) return undefined;
  const places = placesOf(lists, copy);
  const [source] = copy.sources;
  if (!places || !source) return undefined;
  const whole = dockerfile.textOf(wholeLines(all, dockerfile)).replace(/\r?\n$/, "");
  const end = install.range.end;
  return {
    title: "Copy the lists of dependencies first",
    edits: [
      {
        range: { start: source.range.start, end: copy.destination.range.end },
        newText: `${places.sources.join(" ")} ${places.folder}`,
      },
      { range: { start: end, end }, newText: `\n${whole}` },
    ],
    unsafe: true,
  };
}

/** The lists in the build context, and the folder of the image that they belong into; undefined where that is not plain. */
function placesOf(
  lists: readonly string[],
  { destination }: Copy,
): { sources: string[]; folder: string } | undefined {
  const root = destination.value.replace(/\/*$/, "/");
  if (/[$"'\\]/.test(root)) return undefined;
  const sources = lists.map((list) =>
    list.startsWith("/") && root.startsWith("/") ? list.replace(root, "") : list,
  );
  const folders = new Set(sources.map((list) => list.replace(/[^/]*$/, "")));
  const [folder] = folders;
  if (folder === undefined || folders.size > 1 || sources.some((list) => /^\/|\.\.|[$"']/.test(list)))
    return undefined;
  return { sources, folder: `${root}${folder}` };
}
