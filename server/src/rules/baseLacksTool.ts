import type { Range } from "vscode-languageserver-types";
import { type BaseFacts, baseFacts } from "../grammar/baseImages";
import type { Report, Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { moveRange } from "../model/placedInstruction";
import { possiblyInstalled } from "../model/possiblyInstalled";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";
import type { Stage } from "../model/stages";

export const baseLacksTool: Rule = {
  id: "base-lacks-tool",
  aliases: [],
  severity: "warning",
  category: "images",
  summary: "A command uses a program that the base image does not have.",
  rationale:
    "Alpine has apk and no apt-get, and sh but no bash; Debian has no apk; distroless images and scratch have no shell at all. Drydock knows this of well-known images by their names, and says nothing once anything may have been installed.",
  examples: [
    { text: "FROM alpine:3.22\nRUN [|apt-get|] install -y curl\n" },
    {
      text: "FROM alpine:3.22\nRUN apk add --no-cache bash\nRUN bash -c 'echo hello'\nFROM me/app:1\nRUN apt-get update\n",
    },
    { text: 'FROM alpine:3.22\nCMD [[|"/bin/bash"|], "-c", "echo hello"]\n' },
    { text: "FROM debian:13 AS base\nFROM base\nRUN [|apk|] add curl\n" },
    { text: "FROM scratch\nCOPY app /app\n[|RUN|] echo hello\n[|CMD|] /app\n" },
    { text: 'FROM scratch\nCOPY app /app\nCMD ["/app"]\n' },
    { text: "FROM alpine:3.22\nRUN if command -v apt-get; then apt-get update; else apk update; fi\n" },
    { text: 'FROM alpine:3.22\nSHELL [[|"/bin/bash"|], "-c"]\n' },
    { text: 'FROM alpine:3.22\nCOPY --from=build / /\nCMD ["/bin/bash"]\n' },
  ],

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const facts = factsOf(stage);
      if (facts) checkStage(dockerfile, stage, facts, report);
    }
  },
};

function factsOf(stage: Stage): { readonly facts: BaseFacts; readonly name: string } | undefined {
  const { base } = [stage, ...ancestors(stage)].at(-1) ?? stage;
  if (base?.isScratch) {
    const facts = baseFacts("scratch", undefined);
    return facts && { facts, name: "scratch" };
  }
  if (!base?.reference) return undefined;
  const { domain, path, tag } = base.reference;
  const facts = baseFacts(domain ? `${domain}/${path}` : path, tag);
  return facts && { facts, name: tag ? `${path}:${tag}` : path };
}

function checkStage(
  dockerfile: Dockerfile,
  stage: Stage,
  { facts, name }: { readonly facts: BaseFacts; readonly name: string },
  report: Report,
): void {
  const installed = new Set<string>();
  const chain = [...ancestors(stage)].reverse();
  for (const { instructions } of chain) {
    for (const instruction of instructions) {
      const { words, anything } = possiblyInstalled(instruction.atZero, shellOf(dockerfile, instruction));
      if (anything) return;
      for (const word of words) installed.add(word);
    }
  }
  for (const instruction of stage.instructions) {
    const shell = shellOf(dockerfile, instruction);
    // Before it is asked what is missing, since one RUN may install and use.
    const { words, anything } = possiblyInstalled(instruction.atZero, shell);
    for (const word of words) installed.add(word);
    if (facts.shell === undefined && needsShell(instruction, shell)) report(noShell(instruction, name));
    else
      for (const tool of usedTools(instruction.atZero, shell))
        if (isMissing(tool.name, facts, installed)) report(missing(tool, instruction, facts, name));
    if (anything) return;
  }
}

/** Other programs come along with packages of other names, so nothing is said of them. */
function isMissing(tool: string, { lacks }: BaseFacts, installed: ReadonlySet<string>): boolean {
  if (!lacks.includes(tool) || !(managers.has(tool) || tool === "bash")) return false;
  // A variable may hold the very name.
  return ![...installed].some((word) => word.includes(tool) || word.includes("$"));
}

interface UsedTool {
  readonly name: string;
  /** As if the instruction stood at line 0: most are never told. */
  readonly range: Range;
}

function usedTools(instruction: Instruction, shell: readonly string[]): UsedTool[] {
  const first = instruction.exec?.strings[0];
  const program =
    first && starters.has(instruction.keyword)
      ? [{ name: first.value.split("/").at(-1) ?? "", range: first.range }]
      : [];
  const called = shellScripts(instruction, shell)
    .filter((script) => script.form !== "exec" && !asksFirst(script))
    .flatMap(({ commands }) => commands)
    .flatMap(({ name, nameRange, wrappers }) =>
      name && wrappers.length === 0 ? [{ name, range: nameRange }] : [],
    );
  return [...program, ...called];
}

const starters = new Set(["RUN", "CMD", "ENTRYPOINT", "SHELL"]);

/** A script that looks whether a program is there knows what it does. */
function asksFirst({ commands, text }: ShellScript): boolean {
  return (
    /\bcommand -v\b/.test(text) || commands.some(({ name }) => name !== undefined && questions.has(name))
  );
}

const questions = new Set(["which", "type", "hash", "test", "[", "[["]);

function needsShell({ keyword, exec, words }: Instruction, shell: readonly string[]): boolean {
  // Whoever names another SHELL has brought one.
  if (exec || words.length === 0 || shell[0] !== "/bin/sh") return false;
  return keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT";
}

function noShell({ keyword, keywordRange }: Instruction, image: string) {
  const advice =
    keyword === "RUN"
      ? "Do this in an earlier stage and COPY what it makes."
      : `Write it as a JSON array: ${keyword} ["/program", "argument"].`;
  return { range: keywordRange, message: `${image} has no shell, so this cannot run. ${advice}` };
}

function missing(
  { name, range }: UsedTool,
  { firstLine }: Instruction,
  { packageManager }: BaseFacts,
  image: string,
) {
  const isManager = managers.has(name);
  const advice = isManager
    ? packageManager
      ? `Use ${packageManager}, or another base image.`
      : "Use another base image."
    : packageManager
      ? `Install it first with ${packageManager}${name === "bash" ? ", or use sh" : ""}.`
      : "Use another base image.";
  return { range: moveRange(range, firstLine), message: `${image} has no ${name}. ${advice}` };
}

const managers = new Set([
  "apk",
  "apt",
  "apt-get",
  "dnf",
  "dpkg",
  "microdnf",
  "pacman",
  "rpm",
  "tdnf",
  "yum",
  "zypper",
]);
