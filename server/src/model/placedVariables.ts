import type { Range } from "vscode-languageserver-types";
import type { ExpansionAtZero } from "./expandedTexts";
import type { Instruction } from "./instruction";
import type { Pair } from "./pairs";
import { moveRange } from "./placedInstruction";
import type { Stage } from "./stages";
import type { VariableDefinition, VariableUse } from "./variables";

/** A pair of an ARG or ENV at its place. A keystroke makes all of them anew, and few are asked where they stand. */
export class PlacedDefinition implements VariableDefinition {
  readonly name: string;
  readonly kind: "ARG" | "ENV";
  readonly instruction: Instruction;
  readonly stage: Stage | undefined;
  readonly value: string | undefined;
  readonly resolved: string | undefined;
  readonly #pair: Pair;

  constructor(pair: Pair, instruction: Instruction, stage: Stage | undefined, resolved: string | undefined) {
    this.name = pair.name;
    this.kind = instruction.keyword === "ENV" ? "ENV" : "ARG";
    this.instruction = instruction;
    this.stage = stage;
    this.value = pair.value;
    this.resolved = resolved;
    this.#pair = pair;
  }

  get nameRange(): Range {
    return moveRange(this.#pair.nameRange, this.instruction.firstLine);
  }

  get valueRange(): Range | undefined {
    const { valueRange } = this.#pair;
    return valueRange && moveRange(valueRange, this.instruction.firstLine);
  }
}

/** An expansion at its place, likewise. */
export class PlacedUse implements VariableUse {
  readonly name: string;
  readonly instruction: Instruction;
  readonly modifier: string | undefined;
  readonly definition: VariableDefinition | undefined;
  readonly resolved: string | undefined;
  readonly #use: ExpansionAtZero;

  constructor(
    use: ExpansionAtZero,
    instruction: Instruction,
    definition: VariableDefinition | undefined,
    resolved: string | undefined,
  ) {
    this.name = use.expansion.name;
    this.instruction = instruction;
    this.modifier = use.expansion.modifier;
    this.definition = definition;
    this.resolved = resolved;
    this.#use = use;
  }

  get range(): Range {
    return moveRange(this.#use.range, this.instruction.firstLine);
  }

  get nameRange(): Range {
    return moveRange(this.#use.nameRange, this.instruction.firstLine);
  }

  get operand(): string | undefined {
    const { text, expansion } = this.#use;
    const { modifier, operandStart, operandEnd } = expansion;
    return modifier === undefined ? undefined : text.slice(operandStart, operandEnd);
  }
}
