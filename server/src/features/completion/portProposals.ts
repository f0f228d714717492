import { CompletionItemKind } from "vscode-languageserver-types";
import { shortRepository } from "../../grammar/endOfLife";
import { type KnownPort, ports, portsOfImage } from "../../grammar/ports";
import { exposedPorts } from "../../model/exposedPorts";
import { baseOf, repositoryOf } from "../baseOf";
import type { ArgumentPlace } from "../place/place";
import { soon } from "../soon";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";
import { suggestedPorts } from "./suggestedPorts";

/** Ports with what usually listens there: those that the project's files speak of first, then those of the base image. */
export async function portProposals({ text, instruction }: ArgumentPlace, asked: Asked): Promise<Proposal[]> {
  const { dockerfile, position, file } = asked;
  const slash = text.indexOf("/");
  if (slash >= 0)
    return PROTOCOLS.map((label) => ({ label, kind: CompletionItemKind.EnumMember, from: slash + 1 }));
  const suggested = (await soon(suggestedPorts(file))) ?? [];
  const base = baseOf(dockerfile.stageAt(position.line));
  const ofBase = base ? portsOfImage(shortRepository(repositoryOf(base))) : [];
  const given = new Set(
    exposedPorts(instruction)
      .filter(({ portText }) => portText !== text)
      .map(({ first, protocol = "tcp" }) => `${first}/${protocol}`),
  );
  const ranked = [
    ...suggested.map(({ port, file: name }) => ({ port, why: `${port.service}, as ${name} suggests` })),
    ...ofBase.map((port) => ({ port, why: `${port.service}, as the base image has it` })),
    ...ports.map((port) => ({ port, why: undefined })),
  ];
  const perNumber = new Map<string, Ranked[]>();
  for (const one of ranked) {
    const key = `${one.port.port}/${one.port.protocol}`;
    perNumber.set(key, [...(perNumber.get(key) ?? []), one]);
  }
  return [...perNumber].filter(([key]) => !given.has(key)).flatMap(([, same]) => proposalFor(same));
}

const PROTOCOLS = ["tcp", "udp", "sctp"];

interface Ranked {
  readonly port: KnownPort;
  /** Why it comes first; undefined for those that are merely known. */
  readonly why: string | undefined;
}

/** One number, whatever the number of services that use it. */
function proposalFor(same: readonly Ranked[]): Proposal[] {
  const [best] = same;
  if (best === undefined) return [];
  const { port, protocol, service } = best.port;
  const label = protocol === "tcp" ? String(port) : `${port}/${protocol}`;
  const services = [...new Set(same.map((one) => one.port.service))];
  return [
    {
      label,
      kind: CompletionItemKind.Value,
      text: label,
      // So that a person who knows the program, but not its port, finds it too.
      filter: `${label} ${services.join(" ")}`,
      description: best.why === undefined ? services.slice(0, 3).join(", ") : service,
      detail: best.why ?? services.join(", "),
    },
  ];
}
