import { commonPrograms } from "../grammar/commonPrograms";
import { dockerCommands } from "../grammar/dockerCommands";
import { instructionEntry, keywords } from "../grammar/instructions";
import { packageManager } from "../grammar/packageManagers";
import { nearestName, slipOf } from "../lint/nearestName";
import type { Fix, Problem, Report, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { picked } from "../model/sections";
import { withTriggers } from "../model/withTriggers";

export const unknownInstruction: Rule = {
  id: "unknown-instruction",
  aliases: ["UNKNOWN_INSTRUCTION"],
  severity: "error",
  category: "syntax",
  summary: "The line begins with a word that is no instruction.",
  rationale:
    "The builder stops here. Most often the word is misspelt, the line above lacks the backslash that continues it, a command lacks its RUN, or the word is a command of the docker program, which belongs into a terminal.",
  examples: [
    { text: "FROM alpine:3.22\n[|RUNN|] echo hello\n", fixed: "FROM alpine:3.22\nRUN echo hello\n" },
    { text: "FROM alpine:3.22\nRUN echo hello\n" },
    { text: "FROM alpine:3.22\nRUN\u00A0echo hello\n" },
    {
      text: "FROM alpine:3.22\n[|ENVIRONMENT|] A=1\n[|Ports|] 80\n",
      fixed: "FROM alpine:3.22\nENV A=1\nEXPOSE 80\n",
    },
    { text: "[|FORM|] alpine:3.22\n", fixed: "FROM alpine:3.22\n" },
    { text: "FROM alpine:3.22\n[|copyy|] . /app\n", fixed: "FROM alpine:3.22\ncopy . /app\n" },
    { text: "FROM alpine:3.22\n[|PUSH|] me/app\n" },
    {
      text: "FROM alpine:3.22\nRUN apk add --no-cache\n    [|git|] curl\n",
      fixed: "FROM alpine:3.22\nRUN apk add --no-cache \\\n    git curl\n",
    },
    {
      text: "FROM alpine:3.22\nRUN echo a\n  [|&&|] echo b\n",
      fixed: "FROM alpine:3.22\nRUN echo a \\\n  && echo b\n",
    },
    {
      text: "FROM alpine:3.22\nONBUILD [|RUNN|] echo hello\n",
      fixed: "FROM alpine:3.22\nONBUILD RUN echo hello\n",
    },
    { text: "FROM alpine:3.22\n[|frobnicate|] everything\n[|docker|] build .\n" },
    {
      text: "FROM alpine:3.22\n[|apk|] add --no-cache curl\n",
      fixed: "FROM alpine:3.22\nRUN apk add --no-cache curl\n",
    },
    {
      text: "FROM alpine:3.22\nLABEL a=b\n  [|c=d|]\n",
      fixed: "FROM alpine:3.22\nLABEL a=b \\\n  c=d\n",
    },
  ],

  check(dockerfile, report) {
    if (unknown(dockerfile).length === 0) return;
    for (const [index, instruction] of dockerfile.instructions.entries()) {
      const { trigger } = instruction;
      if (trigger && !instructionEntry(trigger.keyword)) reportMisspelt(trigger, dockerfile, report);
      if (instructionEntry(instruction.keyword) || instruction.keyword === "") continue;
      // A special space that looks like a plain one is told of where it stands.
      if (/[^\S\t\v\f\r ]/.test(instruction.keyword)) continue;
      const before = dockerfile.instructions[index - 1];
      const shell = shellCommand(instruction, dockerfile);
      const command = commandIn(instruction);
      if (before && isContinuation(before, instruction, dockerfile))
        report(missingContinuation(before, instruction));
      else if (shell) report(shell);
      else if (command) report(dockerCommand(instruction, command));
      else reportMisspelt(instruction, dockerfile, report);
    }
  },
};

/** It is indented, or begins with what no instruction begins with, right below a line that could have gone on. */
function isContinuation(before: Instruction, instruction: Instruction, dockerfile: Dockerfile): boolean {
  if (before.range.end.line + 1 !== instruction.range.start.line || before.heredocs.length > 0) return false;
  if (!instructionEntry(before.keyword)) return false;
  const word = dockerfile.textOf(instruction.keywordRange);
  if (/^(&&|\|\|?|;|-|\]|")/.test(word)) return true;
  if (pairInstructions.has(before.keyword) && word.includes("=")) return true;
  const isNear = nearestName(instruction.keyword, keywords, slipOf(instruction.keyword)) !== undefined;
  return !isNear && instruction.keywordRange.start.character > before.keywordRange.start.character;
}

const pairInstructions = new Set(["ARG", "ENV", "LABEL"]);

/** `apt-get install …` without RUN before it. */
function shellCommand(
  { keywordRange, argumentRange }: Instruction,
  dockerfile: Dockerfile,
): Problem | undefined {
  const word = dockerfile.textOf(keywordRange);
  if (!argumentRange || !(commonPrograms.has(word) || packageManager(word))) return undefined;
  const { start } = keywordRange;
  return {
    range: keywordRange,
    message: `"${word}" is a command for the shell, not an instruction. Write RUN before it.`,
    fix: {
      title: "Write RUN before it",
      edits: [{ range: { start, end: start }, newText: "RUN " }],
      unsafe: true,
    },
  };
}

type DockerCommand = (typeof dockerCommands)[number];

/** `PUSH me/app` or `docker push me/app`. */
function commandIn({ keyword, words }: Instruction): DockerCommand | undefined {
  const called = keyword === "DOCKER" ? words[0]?.value.toUpperCase() : keyword;
  return dockerCommands.find(({ word }) => word === called);
}

function missingContinuation(before: Instruction, { keywordRange, escapeCharacter }: Instruction): Problem {
  const end = before.range.end;
  return {
    range: keywordRange,
    message: `This line seems to continue the ${before.keyword} above, which ends without "${escapeCharacter}". Add it there to join the two.`,
    fix: {
      title: `Continue the ${before.keyword} above`,
      edits: [{ range: { start: end, end }, newText: ` ${escapeCharacter}` }],
      unsafe: true,
    },
    related: [{ range: { start: end, end }, message: `Here the ${before.keyword} ends.` }],
  };
}

function dockerCommand(
  { keywordRange }: Instruction,
  { word, commandLine, does, instead, command }: DockerCommand,
): Problem {
  const advice = instead ?? `Run "${commandLine}" in a terminal and remove this line.`;
  return {
    range: keywordRange,
    message: `${word} is a docker command, not an instruction. ${does} ${advice}`,
    ...(command && { command: { title: titles.get(command) ?? `Run ${commandLine}`, command } }),
  };
}

/** How the client names what it offers in place of the commands that beginners write most. */
const titles: ReadonlyMap<string, string> = new Map([
  ["drydock.images.build", "Build this image…"],
  ["drydock.images.push", "Push an image…"],
  ["drydock.images.pull", "Pull an image…"],
  ["drydock.images.run", "Run an image…"],
  ["drydock.images.tag", "Tag an image…"],
  ["drydock.registries.logIn", "Log in to a registry…"],
]);

function reportMisspelt(
  { keyword, keywordRange }: Instruction,
  dockerfile: Dockerfile,
  report: Report,
): void {
  const nearest = namedElsewhere.get(keyword) ?? nearestName(keyword, keywords, slipOf(keyword));
  const isLowerCase = dockerfile.textOf(keywordRange) === keyword.toLowerCase();
  report({
    range: keywordRange,
    message: nearest
      ? `There is no instruction ${keyword}. Did you mean ${nearest}?`
      : `There is no instruction ${keyword}. Begin the line with one, for example RUN or COPY, or remove it.`,
    ...(nearest && { fix: replacement(keywordRange, isLowerCase ? nearest.toLowerCase() : nearest) }),
  });
}

/** As Compose files, other tools and habit have it. */
const namedElsewhere: ReadonlyMap<string, string> = new Map([
  ["BASE", "FROM"],
  ["CD", "WORKDIR"],
  ["COMMAND", "CMD"],
  ["ENVIRONMENT", "ENV"],
  ["EXECUTE", "RUN"],
  ["IMAGE", "FROM"],
  ["PORT", "EXPOSE"],
  ["PORTS", "EXPOSE"],
  ["VOLUMES", "VOLUME"],
  ["WORKING_DIR", "WORKDIR"],
]);

function replacement(range: Instruction["keywordRange"], keyword: string): Fix {
  return { title: `Change to ${keyword}`, edits: [{ range, newText: keyword }], unsafe: true };
}

const unknown = picked(({ keyword }) => instructionEntry(keyword) === undefined, withTriggers);
