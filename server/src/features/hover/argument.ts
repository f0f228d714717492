import { usersOf } from "../../grammar/containerUsers";
import { shortRepository } from "../../grammar/endOfLife";
import { instructionEntry } from "../../grammar/instructions";
import { labelKey } from "../../grammar/ociLabels";
import { servicesOn } from "../../grammar/ports";
import { shellOfProgram } from "../../grammar/shells";
import { signalNumber, signalWithNumber } from "../../grammar/signals";
import { exposedPorts } from "../../model/exposedPorts";
import { pairs } from "../../model/pairs";
import { baseOf, repositoryOf } from "../baseOf";
import { contains } from "../contains";
import { inlineCode, paragraphs } from "../prose/markdown";
import { usersMade } from "../usersMade";
import { folderAfter } from "../workingFolder";
import { hoverCopied } from "./copied";
import type { Found, Pointed } from "./found";

/** Ports, signals, users, shells, labels, paths: what stands behind the flags. */
export function hoverArgument(pointed: Pointed): Found | undefined | Promise<Found | undefined> {
  switch (pointed.instruction.keyword) {
    case "EXPOSE":
      return port(pointed);
    case "STOPSIGNAL":
      return signal(pointed);
    case "USER":
      return user(pointed);
    case "SHELL":
      return shell(pointed);
    case "LABEL":
      return label(pointed);
    case "WORKDIR":
      return workdir(pointed);
    case "HEALTHCHECK":
      return check(pointed);
    case "COPY":
    case "ADD":
      return hoverCopied(pointed);
    default:
      return undefined;
  }
}

function port({ instruction, position }: Pointed): Found | undefined {
  const found = exposedPorts(instruction).find(({ range }) => contains(range, position));
  if (found?.first === undefined) return undefined;
  const { first, last, range, portText, protocol = "tcp" } = found;
  const known = protocol === "udp" || protocol === "sctp" ? protocol : "tcp";
  const services = first === last ? [...new Set(servicesOn(first, known).map(({ service }) => service))] : [];
  const published = `${portText}:${portText}${known === "tcp" ? "" : `/${known}`}`;
  return {
    range,
    value: paragraphs(
      `**Port ${inlineCode(portText)}** over ${inlineCode(protocol)}`,
      services.length > 0 ? `Usually ${services.join(", ")}.` : undefined,
      `EXPOSE opens nothing. To reach it from outside, run ${inlineCode(`docker run -p ${published}`)}.`,
    ),
  };
}

function signal({ instruction, position }: Pointed): Found | undefined {
  const [word] = instruction.words;
  if (!word || !contains(word.range, position)) return undefined;
  const number = signalNumber(word.value);
  const known = number === undefined ? undefined : signalWithNumber(number);
  if (number !== undefined && known === undefined)
    return {
      range: word.range,
      value: `**Signal ${number}** – A real-time signal: whatever the program makes of it.`,
    };
  return { range: word.range, value: known && `**${known.name}** (${known.number}) – ${known.does}` };
}

/** A number or a name means what the base image makes of it; of another image's users nothing is said. */
function user({ dockerfile, instruction, position }: Pointed): Found | undefined {
  const [word] = instruction.words;
  if (!word || !contains(word.range, position)) return undefined;
  const [name = ""] = word.value.split(":");
  const stage = dockerfile.stageAt(position.line);
  const made = stage && usersMade(dockerfile, stage, position.line).find((one) => one.name === name);
  if (made)
    return {
      range: word.range,
      value: `**${inlineCode(name)}** – Made in line ${made.line + 1} of this file.`,
    };
  const base = baseOf(stage);
  const users = usersOf(base ? shortRepository(repositoryOf(base)) : "");
  const known = users.find((one) => one.name === name || String(one.uid) === name);
  return {
    range: word.range,
    value:
      known &&
      `**${inlineCode(known.name)}**${known.uid === undefined ? "" : ` (${known.uid})`} – ${known.does}`,
  };
}

/** The word before the command, or instead of one. */
function check({ instruction, position }: Pointed): Found | undefined {
  const [word] = instruction.words;
  if (!word || !contains(word.range, position)) return undefined;
  const signature = instructionEntry("HEALTHCHECK")?.signatures.find(({ parameters }) =>
    parameters.some(({ label }) => label === word.value.toUpperCase()),
  );
  return { range: word.range, value: signature && `**${inlineCode(signature.label)}** – ${signature.does}` };
}

function shell({ instruction, position }: Pointed): Found | undefined {
  const [program] = instruction.exec?.strings ?? [];
  if (!program || !contains(program.range, position)) return undefined;
  const known = shellOfProgram(program.value);
  return { range: program.range, value: known && `**${known.names[0]}** – ${known.does}` };
}

function label({ instruction, position }: Pointed): Found | undefined {
  const found = pairs(instruction).find(({ nameRange }) => contains(nameRange, position));
  const known = found && labelKey(found.name);
  if (!found || !known) return undefined;
  const { key, does, example, insteadUse, documentation } = known;
  return {
    range: found.nameRange,
    value: paragraphs(
      `**\`${key}\`** – ${does}`,
      insteadUse && `**Deprecated:** use \`${insteadUse}\`.`,
      `For example ${inlineCode(example)}.`,
      `[Reference](${documentation})`,
    ),
  };
}

function workdir({ dockerfile, instruction, position }: Pointed): Found | undefined {
  const { argumentRange } = instruction;
  if (!argumentRange || !contains(argumentRange, position)) return undefined;
  const folder = folderAfter(dockerfile, instruction);
  return { range: argumentRange, value: folder && `Instructions that follow work in ${inlineCode(folder)}.` };
}
