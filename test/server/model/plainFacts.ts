import { copyOf } from "../../../server/src/model/copyOf";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { exposedPorts } from "../../../server/src/model/exposedPorts";
import type { Instruction } from "../../../server/src/model/instruction";
import { pairs } from "../../../server/src/model/pairs";
import type { ShellCommand, ShellWord } from "../../../server/src/model/shell";
import { shellOf } from "../../../server/src/model/shellOf";
import { shellScripts } from "../../../server/src/model/shellScripts";

/** Everything that a model says, as plain data: two models of one text must give the same. */
export function plainFacts(dockerfile: Dockerfile): unknown {
  const { instructions, stages, variableDefinitions, variableUses } = dockerfile;
  return {
    escapeCharacter: dockerfile.escapeCharacter,
    lineCount: dockerfile.lineCount,
    directives: dockerfile.directives,
    comments: dockerfile.comments,
    preamble: dockerfile.preamble.map(({ firstLine }) => firstLine),
    instructions: instructions.map((instruction) => ({
      ...instructionFacts(instruction),
      scripts: scriptFacts(dockerfile, instruction),
    })),
    stages: stages.map(({ name, nameRange, from, base, instructions: own, range }) => ({
      name,
      nameRange,
      range,
      from: from.firstLine,
      base: base && {
        word: base.word,
        range: base.range,
        expanded: base.expanded,
        isScratch: base.isScratch,
        reference: base.reference,
        stage: base.stage?.index,
        written: base.written,
      },
      instructions: own.map(({ firstLine }) => firstLine),
    })),
    definitions: variableDefinitions.map((definition) => ({
      name: definition.name,
      kind: definition.kind,
      nameRange: definition.nameRange,
      value: definition.value,
      valueRange: definition.valueRange,
      resolved: definition.resolved,
      instruction: definition.instruction.firstLine,
      stage: definition.stage?.index,
    })),
    uses: variableUses.map((use) => ({
      name: use.name,
      range: use.range,
      nameRange: use.nameRange,
      modifier: use.modifier,
      operand: use.operand,
      resolved: use.resolved,
      instruction: use.instruction.firstLine,
      definition: use.definition?.nameRange,
    })),
  };
}

function instructionFacts(instruction: Instruction): object {
  const { line, argument, trigger } = instruction;
  return {
    keyword: instruction.keyword,
    keywordRange: instruction.keywordRange,
    range: instruction.range,
    firstLine: instruction.firstLine,
    lineCount: instruction.lineCount,
    flags: instruction.flags,
    words: instruction.words,
    argumentRange: instruction.argumentRange,
    argument: argument.text,
    argumentPlaces: [argument.positionAt(0), argument.rangeOf(0, argument.text.length)],
    line: line.text,
    exec: instruction.exec,
    heredocs: instruction.heredocs,
    comments: instruction.comments,
    emptyContinuationLines: instruction.emptyContinuationLines,
    pairs: pairs(instruction),
    copy: copyOf(instruction),
    ports: exposedPorts(instruction),
    trigger: trigger && instructionFacts(trigger),
  };
}

function scriptFacts(dockerfile: Dockerfile, instruction: Instruction): object[] {
  return shellScripts(instruction, shellOf(dockerfile, instruction)).map((script) => ({
    shell: script.shell,
    invocation: script.invocation,
    form: script.form,
    text: script.text,
    errors: script.errors,
    commands: script.commands.map(commandFacts),
    nested: script.nested.map(({ text }) => text),
  }));
}

function commandFacts(command: ShellCommand): object {
  return {
    name: command.name,
    nameText: command.nameText,
    nameRange: command.nameRange,
    nameStart: command.nameStart,
    nameEnd: command.nameEnd,
    words: command.words.map(wordFacts),
    range: command.range,
    start: command.start,
    end: command.end,
    assignments: command.assignments,
    redirections: command.redirections.map(({ operator, fileDescriptor, target, range }) => ({
      operator,
      fileDescriptor,
      target: target && wordFacts(target),
      range,
    })),
    wrappers: command.wrappers,
    operatorBefore: command.operatorBefore,
    isFed: command.isFed,
    shell: command.shell,
  };
}

function wordFacts({ text, value, range, start, end }: ShellWord): object {
  return { text, value, range, start, end };
}
