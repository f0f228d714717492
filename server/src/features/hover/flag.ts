import type { Choice } from "../../grammar/flag";
import { flagOf } from "../../grammar/flags";
import { mountKey } from "../../grammar/mountKeys";
import { mountTypeEntry } from "../../grammar/mounts";
import { platforms, platformVariables } from "../../grammar/platforms";
import type { Flag } from "../../model/instruction";
import { mountsOf } from "../../model/mounts";
import { contains } from "../contains";
import { flagProse } from "../prose/flagProse";
import { inlineCode, paragraphs } from "../prose/markdown";
import { mountKeyProse, mountTypeProse } from "../prose/mountProse";
import type { Found, Pointed } from "./found";

/** A flag, and what is known of its value. */
export function hoverFlag(pointed: Pointed): Found | undefined {
  const { instruction, position } = pointed;
  const flag = instruction.flags.find(({ range }) => contains(range, position));
  const entry = flag && flagOf(instruction.keyword, flag.name);
  if (!flag || !entry) return undefined;
  if (flag.valueRange && contains(flag.valueRange, position)) {
    if (entry.value.kind === "mount") return hoverMount(pointed);
    const choice = choicesOf(entry.value).find(({ value }) => value === flag.value);
    if (choice) return { range: flag.valueRange, value: choiceProse(choice) };
    // An image or a stage is for others to speak of.
    if (entry.value.kind === "source") return undefined;
  }
  return { range: flagRange(flag), value: flagProse(instruction.keyword, entry) };
}

function choicesOf(value: NonNullable<ReturnType<typeof flagOf>>["value"]): readonly Choice[] {
  if (value.kind === "platform") return [...platforms, ...platformVariables];
  return value.kind === "choice" ? value.choices : [];
}

function flagRange({ range, nameRange }: Flag): Found["range"] {
  return { start: range.start, end: nameRange.end };
}

function choiceProse({ value, does }: Choice): string {
  return paragraphs(`**${inlineCode(value)}**`, does);
}

function hoverMount({ instruction, position }: Pointed): Found | undefined {
  const options = mountsOf(instruction).flatMap((mount) => mount.options);
  const option = options.find(({ range }) => contains(range, position));
  const key = option && mountKey(option.key);
  if (!option || !key) return undefined;
  if (option.valueRange && contains(option.valueRange, position)) {
    const type = key.name === "type" ? mountTypeEntry(option.value ?? "") : undefined;
    if (type) return { range: option.valueRange, value: mountTypeProse(type) };
    const choices = key.value.kind === "choice" ? key.value.choices : [];
    const choice = choices.find(({ value }) => value === option.value);
    if (choice) return { range: option.valueRange, value: choiceProse(choice) };
    if (key.value.kind === "source") return undefined;
  }
  return { range: option.keyRange, value: mountKeyProse(key) };
}
