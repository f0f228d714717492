import type { Rule } from "../lint/rule";
import { isAbsolutePath } from "../model/isAbsolutePath";
import { resolveText } from "../model/resolveText";
import type { Stage } from "../model/stages";

export const workdirRelativePath: Rule = {
  id: "workdir-relative-path",
  aliases: ["WorkdirRelativePath", "DL3000", "WORKDIR_IS_NOT_ABSOLUTE"],
  severity: "warning",
  category: "instructions",
  summary: "WORKDIR is relative, and nothing above it says to which folder.",
  rationale:
    "A relative path goes on from the folder that the base image ends in, which its owner may change. Write the whole path once; WORKDIR lines below it may then be relative.",
  examples: [
    { text: "FROM node:24\nWORKDIR [|app|]\n" },
    { text: "FROM node:24\nWORKDIR /app\nWORKDIR src\n" },
    // Once the first is mended, the others are right: so the builder names the first alone.
    { text: 'FROM node:24\nWORKDIR [|"usr/src"|]\nWORKDIR app\n' },
    { text: "FROM node:24 AS base\nWORKDIR /app\nFROM base\nWORKDIR src\nFROM node:24\nWORKDIR [|src|]\n" },
    {
      text: "FROM node:24\nARG DIR=app\nENV ROOT=/srv\nWORKDIR [|$DIR|]\nFROM node:24\nENV ROOT=/srv\nWORKDIR $ROOT/app\n",
    },
    { text: "FROM node:24\nWORKDIR [|~/app|]\nFROM node:24\nWORKDIR [|.|]\n" },
    { text: "FROM node:24\nWORKDIR $HOME/app\nONBUILD WORKDIR app\n" },
    { text: "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR [|C:\\app|]\n" },
    { text: "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR C:\\\\app\nWORKDIR src\n" },
  ],

  check(dockerfile, report) {
    const settled = new Set<Stage>();
    for (const stage of dockerfile.stages) {
      if (stage.base?.stage && settled.has(stage.base.stage)) settled.add(stage);
      for (const instruction of stage.instructions) {
        const { keyword, argument, argumentRange } = instruction;
        if (keyword !== "WORKDIR" || !argumentRange || settled.has(stage)) continue;
        settled.add(stage);
        const path = resolveText(dockerfile, argument.text.trim(), instruction);
        if (path === undefined || path === "" || isAbsolutePath(path)) continue;
        const isWindows = /^[A-Za-z]:\\\w/.test(argument.text);
        report({
          range: argumentRange,
          message: isWindows
            ? "The builder takes each backslash here for an escape and drops it. Write the path with slashes, or # escape=` on the file's first line."
            : messageFor(path),
        });
      }
    }
  },
};

function messageFor(path: string): string {
  const [, inHome] = /^~\/?(.*)/.exec(path) ?? [];
  if (inHome !== undefined)
    return `The builder knows no "~" and makes a folder of that name. Write the whole path, for example /root/${inHome}.`;
  const whole = `/${path.replace(/^(?:\.{0,2}\/)+|^\.+$/, "") || "app"}`;
  return `"${path}" is relative to whatever folder the base image ends in. Write the whole path, for example ${whole}.`;
}
