import type { Range } from "vscode-languageserver-types";
import { type BaseFacts, baseFacts } from "../grammar/baseImages";
import type { Problem, Report, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePerShell } from "../model/oncePerShell";
import { oncePerStage } from "../model/oncePerStage";
import { moveRange } from "../model/placedInstruction";
import { possiblyInstalled } from "../model/possiblyInstalled";
import { rootStage } from "../model/rootStage";
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
    {
      text: 'FROM scratch\nCOPY app /app\nCMD ["/app"]\nHEALTHCHECK CMD ["/app", "--check"]\nHEALTHCHECK NONE\n',
    },
    {
      text: 'FROM scratch\n[|HEALTHCHECK|] CMD /app --check\nONBUILD [|RUN|] make\nFROM alpine:3.22\nHEALTHCHECK CMD [[|"bash"|], "-c", "x"]\nONBUILD ENTRYPOINT [[|"bash"|]]\n',
    },
    {
      text: "FROM nginx:1.30\nRUN [|apk|] add curl\nFROM nginx:1.30-alpine\nRUN apk add curl\nFROM redis\nRUN curl localhost\n",
    },
    { text: "FROM alpine:3.22\nRUN if command -v apt-get; then apt-get update; else apk update; fi\n" },
    { text: 'FROM alpine:3.22\nSHELL [[|"/bin/bash"|], "-c"]\n' },
    { text: 'FROM alpine:3.22\nCOPY --from=build / /\nCMD ["/bin/bash"]\n' },
  ],

  check(dockerfile, report) {
    // A stage that others are built on stands further up, so a long chain is not gone through again for each of them.
    for (const stage of dockerfile.stages) lackingIn(stage, dockerfile).problems.forEach(report);
  },
};

interface Lacking {
  readonly problems: readonly Problem[];
  readonly brought: Brought;
}

const lackingIn = oncePerStage((stage, dockerfile): Lacking => {
  const problems: Problem[] = [];
  const inherited = stage.base?.stage && lackingIn(stage.base.stage, dockerfile).brought;
  const brought = { tools: new Set(inherited?.tools), anything: inherited?.anything ?? false };
  const base = brought.anything ? undefined : baseOf(rootStage(dockerfile, stage));
  if (base) checkStage(dockerfile, stage, base, brought, (problem) => void problems.push(problem));
  return { problems, brought };
});

/** What may have come into a stage since its base image. */
interface Brought {
  /** Of those that anything can be said of. */
  readonly tools: Set<string>;
  anything: boolean;
}

interface Base {
  readonly facts: BaseFacts;
  readonly name: string;
}

function baseOf({ base }: Stage): Base | undefined {
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
  { facts, name }: Base,
  brought: Brought,
  report: Report,
): void {
  for (const instruction of stage.instructions) {
    const shell = shellOf(dockerfile, instruction);
    const part = partOf(instruction.atZero, shell);
    if (!part) continue;
    const { tools, anything } = part;
    // Before it is asked what is missing, since one RUN may install and use.
    for (const tool of tools) brought.tools.add(tool);
    if (facts.shell === undefined && part.needsShell) report(noShell(instruction, name));
    else
      for (const tool of part.used)
        if (facts.lacks.includes(tool.name) && !brought.tools.has(tool.name))
          report(missing(tool, instruction, facts, name));
    brought.anything ||= anything;
    if (anything) return;
  }
}

/** What an instruction has to do with tools; undefined for nothing, as of most. */
const partOf = oncePerShell((atZero, shell) => {
  const { tools, anything } = broughtIn(atZero, shell);
  const used = usedTools(atZero, shell);
  const isInNeed = needsShell(atZero, shell);
  if (tools.length === 0 && used.length === 0 && !anything && !isInNeed) return undefined;
  return { tools, anything, used, needsShell: isInNeed };
});

const broughtIn = oncePerShell((atZero, shell) => {
  const { words, anything } = possiblyInstalled(atZero, shell);
  // A variable may hold the very name.
  const tools = [...knownTools].filter((tool) =>
    words.some((word) => word.includes(tool) || word.includes("$")),
  );
  return { tools, anything };
});

interface UsedTool {
  readonly name: string;
  /** As if the instruction stood at line 0: most are never told. */
  readonly range: Range;
}

/** Those alone that anything can be said of. */
const usedTools = oncePerShell((instruction, shell): readonly UsedTool[] => {
  const { keyword, exec } = instruction.trigger ?? instruction;
  const first = exec?.strings[0];
  const program =
    first && starters.has(keyword) ? [{ name: first.value.split("/").at(-1) ?? "", range: first.range }] : [];
  const called = shellScripts(instruction, shell)
    .filter((script) => script.form !== "exec" && !asksFirst(script))
    .flatMap(({ commands }) => commands)
    .flatMap(({ name, nameRange, wrappers }) =>
      name && wrappers.length === 0 ? [{ name, range: nameRange }] : [],
    );
  return [...program, ...called].filter((tool) => knownTools.has(tool.name));
});

const starters = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL"]);

/** A script that looks whether a program is there knows what it does. */
function asksFirst({ commands, text }: ShellScript): boolean {
  return (
    /\bcommand -v\b/.test(text) || commands.some(({ name }) => name !== undefined && questions.has(name))
  );
}

const questions = new Set(["which", "type", "hash", "test", "[", "[["]);

function needsShell(instruction: Instruction, shell: readonly string[]): boolean {
  const { keyword, exec, words } = instruction.trigger ?? instruction;
  // Whoever names another SHELL has brought one.
  if (exec || shell[0] !== "/bin/sh") return false;
  if (keyword === "HEALTHCHECK") return words[0]?.value.toUpperCase() === "CMD" && words.length > 1;
  return words.length > 0 && (keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT");
}

function noShell(instruction: Instruction, image: string) {
  const { keyword, keywordRange } = instruction.trigger ?? instruction;
  const advice =
    keyword === "RUN"
      ? "Do this in an earlier stage and COPY what it makes."
      : `Write it as a JSON array: ${keyword}${keyword === "HEALTHCHECK" ? " CMD" : ""} ["/program", "argument"].`;
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

/** Other programs come along with packages of other names, so nothing is said of them. */
const knownTools = new Set([...managers, "bash"]);
