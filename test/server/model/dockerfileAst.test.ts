import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  DockerfileParser,
  type From,
  type JSONInstruction,
  type ModifiableInstruction,
} from "dockerfile-ast";
import type { Instruction } from "../../../server/src/model/instruction";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { fixtureTexts } from "./fixtureTexts";

/**
 * Fixtures with what it is known to read wrong: heredocs other than `<<NAME`, a doubled escape character at a line's end,
 * an array with comments or empty lines in it, a form feed before a keyword.
 */
const MISREAD = new Set([
  "heredocs.Dockerfile",
  "continuations.Dockerfile",
  "execForms.Dockerfile",
  "oddBlanks.Dockerfile",
]);

/** Our reading held against dockerfile-ast's where the two should agree. */
describe("dockerfile-ast reads the same", () => {
  for (const { name, text } of fixtureTexts().filter(({ name }) => !MISREAD.has(name))) {
    test(name, () => {
      const ours = parseDockerfile(text).instructions;
      const theirs = DockerfileParser.parse(text).getInstructions();
      assert.deepEqual(
        ours.map(({ keyword, keywordRange }) => [keyword, keywordRange]),
        theirs.map((instruction) => [instruction.getKeyword(), instruction.getInstructionRange()]),
      );
      for (const [index, instruction] of ours.entries()) {
        const their = theirs[index];
        if (their === undefined) continue;
        if (instruction.keyword === "FROM") compareFrom(instruction, their as From);
        if (instruction.exec !== undefined && instruction.keyword !== "HEALTHCHECK") {
          compareStrings(instruction, their as JSONInstruction);
        }
        if (instruction.flags.length > 0) compareFlags(instruction, their as ModifiableInstruction);
      }
    });
  }
});

function compareFrom({ words }: Instruction, from: From): void {
  assert.deepEqual(words[0]?.range ?? null, from.getImageRange());
  // It finds a name behind AS alone.
  const name = words[1]?.value.toUpperCase() === "AS" ? words[2]?.range : undefined;
  assert.deepEqual(name ?? null, from.getBuildStageRange());
}

function compareStrings({ exec }: Instruction, instruction: JSONInstruction): void {
  assert.deepEqual(
    exec?.strings.map(({ range }) => range),
    instruction.getJSONStrings().map((string) => string.getRange()),
  );
}

function compareFlags({ flags }: Instruction, instruction: ModifiableInstruction): void {
  // A quoted blank ends its flags.
  if (flags.some(({ value }) => value?.includes(" "))) return;
  assert.deepEqual(
    flags.map(({ name, value, range }) => [name, value ?? null, range]),
    instruction.getFlags().map((flag) => [flag.getName(), flag.getValue(), flag.getRange()]),
  );
}
