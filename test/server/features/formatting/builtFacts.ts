import type { Dockerfile } from "../../../../server/src/model/dockerfile";
import type { Instruction, Word } from "../../../../server/src/model/instruction";
import { pairs } from "../../../../server/src/model/pairs";
import { shellOf } from "../../../../server/src/model/shellOf";
import { shellScripts } from "../../../../server/src/model/shellScripts";
import { squeezedScript } from "./squeezedScript";

/** What a builder makes of a Dockerfile, without anything that is layout: two texts that give the same are built alike. */
export function builtFacts(dockerfile: Dockerfile): unknown {
  const { directives, comments, instructions, stages, variableDefinitions, variableUses } = dockerfile;
  return {
    escapeCharacter: dockerfile.escapeCharacter,
    directives: directives.map(({ name, value }) => ({ name, value })),
    comments: comments.map(({ text }) => text),
    instructions: instructions.map((instruction) => instructionFacts(dockerfile, instruction)),
    stages: stages.map(({ name, base, platform, instructions: own }) => ({
      name,
      base: base && [base.word.value, base.expanded, base.stage?.index, base.isScratch, base.reference],
      platform: platform?.value,
      size: own.length,
    })),
    definitions: variableDefinitions.map(({ name, value, stage }) => ({ name, value, stage: stage?.index })),
    uses: variableUses.map(({ name, definition }) => ({ name, definition: definition?.name })),
  };
}

const WORDS = new Set(["FROM", "COPY", "ADD", "EXPOSE", "VOLUME", "ARG"]);

function instructionFacts(dockerfile: Dockerfile, instruction: Instruction): object {
  const { keyword, flags, exec, heredocs, trigger, words, argument } = instruction;
  const own = {
    keyword,
    // The builder trims the line before it reads flags, which matters to a quote that never closes.
    flags: flags.map(({ name, value }) => ({ name: name.trimEnd(), value: value?.trimEnd() })),
    exec: exec?.strings.map(({ value }) => value),
    heredocs: heredocs.map(({ name, body, stripsTabs, expandsVariables, fileDescriptor }) => [
      ...[name, body, stripsTabs, expandsVariables, fileDescriptor],
    ]),
    trigger: trigger && instructionFacts(dockerfile, trigger),
  };
  if (trigger) return own;
  if (exec) return { ...own, health: keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() };
  if (WORDS.has(keyword))
    return { ...own, words: words.map((word, index) => wordFacts(keyword, word, index)) };
  if (keyword === "ENV" || keyword === "LABEL") {
    return {
      ...own,
      pairs: pairs(instruction).map(({ name, text, value, separator }) => [name, text, value, separator]),
    };
  }
  const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
  if (script?.ast === undefined || script.errors.length > 0)
    return { ...own, argument: asHealth(keyword, argument.text) };
  const scripts = shellScripts(instruction, shellOf(dockerfile, instruction));
  return {
    ...own,
    scripts: scripts.map(({ shell, form, text, commands, nested }) => ({
      shell,
      form,
      text: squeezedScript(text),
      nested: nested.map((each) => squeezedScript(each.text)),
      commands: commands.map((command) => ({
        name: command.name,
        words: command.words.map((word) => squeezedScript(word.text)),
        values: command.words.map(({ value }) => value),
        assignments: command.assignments.map(({ name, value }) => [name, squeezedScript(value)]),
        redirections: command.redirections.map(({ operator, fileDescriptor, target }) => [
          ...[operator, fileDescriptor, target && squeezedScript(target.text)],
        ]),
        operator: command.operatorBefore,
      })),
    })),
  };
}

/** The AS of a FROM may be written in any case. */
function wordFacts(keyword: string, { text, value }: Word, index: number): string[] {
  return keyword === "FROM" && index === 1 ? [text.toUpperCase(), value.toUpperCase()] : [text, value];
}

/** The word CMD and the blanks behind it are the builder's own. */
function asHealth(keyword: string, text: string): string {
  if (keyword !== "HEALTHCHECK") return text;
  return text.replace(/^(\S+)[ \t]*/, (_, word: string) => `${word.toUpperCase()} `);
}
