import prettyBytes from "pretty-bytes";
import { containerUsers } from "../../grammar/containerUsers";
import { labelKey } from "../../grammar/ociLabels";
import { servicesOn } from "../../grammar/ports";
import { shellOfProgram } from "../../grammar/shells";
import { signalNumber, signalWithNumber } from "../../grammar/signals";
import { isIgnored, readIgnoreFile } from "../../ignoreFile/ignoreFile";
import { copyOf } from "../../model/copyOf";
import { exposedPorts } from "../../model/exposedPorts";
import { pairs } from "../../model/pairs";
import { contains } from "../contains";
import { inlineCode, paragraphs } from "../prose/markdown";
import { soon } from "../soon";
import { folderAfter, workingFolder } from "../workingFolder";
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
    case "COPY":
    case "ADD":
      return copied(pointed);
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
  return {
    range,
    value: paragraphs(
      `**Port ${inlineCode(portText)}** over ${inlineCode(protocol)}`,
      services.length > 0 ? `Usually ${services.join(", ")}.` : undefined,
      `EXPOSE opens nothing. To reach it from outside, run \`docker run -p ${first}:${first}\`.`,
    ),
  };
}

function signal({ instruction, position }: Pointed): Found | undefined {
  const [word] = instruction.words;
  if (!word || !contains(word.range, position)) return undefined;
  const number = signalNumber(word.value);
  const known = number === undefined ? undefined : signalWithNumber(number);
  return { range: word.range, value: known && `**${known.name}** (${known.number}) – ${known.does}` };
}

function user({ instruction, position }: Pointed): Found | undefined {
  const [word] = instruction.words;
  if (!word || !contains(word.range, position)) return undefined;
  const [name = ""] = word.value.split(":");
  const known = containerUsers.find((one) => one.name === name || String(one.uid) === name);
  return {
    range: word.range,
    value:
      known &&
      `**${inlineCode(known.name)}**${known.uid === undefined ? "" : ` (${known.uid})`} – ${known.does}`,
  };
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

async function copied(pointed: Pointed): Promise<Found | undefined> {
  const { dockerfile, instruction, position } = pointed;
  const copy = copyOf(instruction);
  if (copy === undefined) return undefined;
  const { destination, sources, from } = copy;
  if (contains(destination.range, position) && !destination.value.startsWith("/")) {
    const folder = workingFolder(dockerfile, instruction);
    return { range: destination.range, value: folder && `In ${inlineCode(folder)}, the WORKDIR.` };
  }
  const source = sources.find(({ range }) => contains(range, position));
  if (source?.kind !== "path" || from) return undefined;
  return { range: source.range, value: await sourceProse(source.value, pointed.file) };
}

async function sourceProse(
  written: string,
  { outside, ports }: Pointed["file"],
): Promise<string | undefined> {
  const { buildContext } = outside;
  const path = written.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
  if (!buildContext || path === "" || path === "." || /[$*?[]/.test(path)) return undefined;
  const { folder, ignoreFile, paths } = buildContext;
  if (!paths.has(path) && !paths.has(`${path}/`)) return undefined;
  const isOut = ignoreFile !== undefined && isIgnored(readIgnoreFile(ignoreFile.text), path);
  const sizes = folder === undefined ? undefined : ports.files?.sizes?.(folder, [path]);
  const size = sizes && (await soon(sizes))?.[0];
  const kind = paths.has(`${path}/`) ? "Folder" : "File";
  return paragraphs(
    `${kind} ${inlineCode(path)} of the build context${size === undefined ? "" : `, ${prettyBytes(size)}`}.`,
    isOut ? `**Left out** by ${inlineCode(ignoreFile.name)}: the build will not find it.` : undefined,
  );
}
