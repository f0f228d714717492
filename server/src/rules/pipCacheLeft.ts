import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { isSetInFile } from "../model/fileSetting";
import { insertedWord } from "../model/insertedWord";
import type { Instruction } from "../model/instruction";
import { isVariableSet } from "../model/isVariableSet";
import { type CacheHabit, leftCaches } from "../model/leftCaches";
import { mountsOf } from "../model/mounts";
import { hasOptionsInVariable } from "../model/unansweredCalls";

export const pipCacheLeft: Rule = {
  id: "pip-cache-left",
  aliases: ["DL3042"],
  severity: "warning",
  category: "packages",
  summary: "`pip` leaves a second copy of every package in the image.",
  rationale:
    "pip keeps what it fetched and built in a cache that the image needs not. `--no-cache-dir` or the variable `PIP_NO_CACHE_DIR` switches it off; a cache mount keeps it out of the image and makes the next build faster.",
  examples: [
    {
      text: "FROM python:3.13\nRUN [|pip install|] flask==3.1.0\n",
      fixed: "FROM python:3.13\nRUN pip install --no-cache-dir flask==3.1.0\n",
    },
    { text: "FROM python:3.13\nRUN pip install --no-cache-dir flask==3.1.0\n" },
    { text: "FROM python:3.13\nENV PIP_NO_CACHE_DIR=off\nRUN pip install .\n" },
    {
      text: "FROM python:3.13 AS base\nARG PIP_NO_CACHE_DIR=1\nENV PIP_NO_CACHE_DIR=$PIP_NO_CACHE_DIR\nFROM base\nRUN pip install .\n",
    },
    {
      text: "FROM python:3.13\nENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c pip install .\nRUN pip install . && rm -rf /c\nRUN --mount=type=secret,id=pip.conf,target=/etc/pip.conf [|pip install|] .\n",
      fixed:
        "FROM python:3.13\nENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c pip install .\nRUN pip install . && rm -rf /c\nRUN --mount=type=secret,id=pip.conf,target=/etc/pip.conf pip install --no-cache-dir .\n",
    },
    {
      text: "FROM python:3.13\nRUN PIP_NO_CACHE_DIR=1 pip install .\nRUN export PIP_NO_CACHE_DIR=1 && pip install .\nRUN pip --no-cache-dir install .\n",
    },
    {
      text: "FROM python:3.13\nRUN --mount=type=cache,target=/root/.cache/pip pip install .\nRUN --mount=type=cache,target=/home/app/.cache pip install .\nRUN --mount=type=cache,target=/pip-cache pip install --cache-dir /pip-cache .\n",
    },
    {
      text: "FROM python:3.13\nRUN pip install . && rm -rf ~/.cache\nRUN pip install . && pip cache purge\nRUN pip install --no-cache . && pip install . && rm -rf $(pip cache dir)\nRUN pip config set global.no-cache-dir true\nRUN pip install .\nRUN pip install $PIP_OPTIONS . && pip list\n",
    },
    {
      text: 'FROM python:3.13\nRUN ["[|python3", "-m", "pip", "install|]", "."]\nRUN [|pip3 install|] \\\n  -r requirements.txt; [|/venv/bin/pip install|] -e .\n',
      fixed:
        'FROM python:3.13\nRUN ["python3", "-m", "pip", "install", "--no-cache-dir", "."]\nRUN pip3 install --no-cache-dir \\\n  -r requirements.txt; /venv/bin/pip install --no-cache-dir -e .\n',
    },
    {
      text: "FROM python:3.13\nENV PIP_NO_CACHE_DIR=\nRUN [|pip install|] .\n",
      fixed: "FROM python:3.13\nENV PIP_NO_CACHE_DIR=\nRUN pip install --no-cache-dir .\n",
    },
    {
      text: "FROM python:3.13 AS build\nRUN pip install --prefix=/a .\nFROM python:3.13-slim\nCOPY --from=build /a /a\n",
    },
  ],

  check(dockerfile, report) {
    const isOffInFile = isSetInFile(dockerfile, SETTING);
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      if (isOffInFile(instruction) || isSwitchedOff(dockerfile, instruction, shell)) continue;
      for (const { command, actionWord } of calls) {
        if (!actionWord || command.assignments.some(({ name }) => name === VARIABLE)) continue;
        report({
          range: { start: command.nameRange.start, end: actionWord.range.end },
          message: "pip keeps a second copy of what it installs in the image. Add --no-cache-dir.",
          fix: { title: "Add --no-cache-dir", edits: [insertedWord(command, actionWord, "--no-cache-dir")] },
        });
      }
    }
  },
};

const VARIABLE = "PIP_NO_CACHE_DIR";

/** Any value but an empty one, "off" and "0" too: https://github.com/pypa/pip/issues/5385 */
function isSwitchedOff(dockerfile: Dockerfile, instruction: Instruction, shell: readonly string[]): boolean {
  if (isVariableSet(dockerfile, instruction, shell, VARIABLE)) return true;
  // The folder can be anywhere; who mounts one for pip means it.
  return mountsOf(instruction).some(({ type, flag }) => type === "cache" && /pip/i.test(flag.value ?? ""));
}

const SETTING = { file: /\bpip\.conf\b|\bpip3?\s+config\b/, setting: /no-cache-dir\W+(?:true|1|yes|on)\b/i };

const habit: CacheHabit = {
  manager: "pip",
  fills: (call) =>
    call.action === "install" &&
    // pip lets people shorten an option: `--no-cache`.
    !call.options.some(({ name }) => /^--no-ca|^--cache-dir$|^--dry-run$/.test(name)) &&
    !hasOptionsInVariable(call.command),
  // Who asks where it is takes it away.
  empties: ({ action, operands }) => action === "cache" && /^(?:purge|dir)$/.test(operands[0]?.value ?? ""),
  emptiedBy: ["pip"],
  folders: ["~/.cache/pip"],
  folderVariable: "PIP_CACHE_DIR",
};
