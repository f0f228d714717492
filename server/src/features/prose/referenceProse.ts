import { baseFacts } from "../../grammar/baseImages";
import { lifetimes, shortRepository } from "../../grammar/endOfLife";
import { officialImage } from "../../grammar/officialImages";
import { portsOfImage } from "../../grammar/ports";
import { registryPage } from "../../grammar/registryPages";
import type { LocalImage } from "../../lint/outside";
import type { Reference } from "../../model/reference";
import type { ImageDetailsInformation } from "../../protocol";
import { repositoryOf } from "../baseOf";
import { localImageProse } from "./localImageProse";
import { inlineCode, paragraphs } from "./markdown";

export interface ReferenceFacts {
  readonly local: LocalImage | undefined;
  readonly details: ImageDetailsInformation | undefined;
  readonly today: Date;
  /** Whether an engine said what it has: only then is an image that is not in its list missing. */
  readonly isEngineKnown: boolean;
}

/** What is known of an image without asking anybody on the network. */
export function referenceProse(reference: Reference, facts: ReferenceFacts): string {
  const { tag, digest } = reference;
  const repository = shortRepository(repositoryOf(reference));
  const official = officialImage(repository);
  const { local, isEngineKnown } = facts;
  const page = registryPage(reference);
  return paragraphs(
    `**${inlineCode(repository)}**${official ? ` – ${official.does}` : ""}`,
    official?.insteadUse && `**No longer maintained:** use ${inlineCode(official.insteadUse)}.`,
    tag === undefined && digest === undefined ? "Without a tag `latest` is meant, which changes." : undefined,
    digest && `Pinned to ${inlineCode(digest)}: the same image whatever the tag comes to mean.`,
    lifetimeProse(repository, tag, facts.today),
    local ? localImageProse(local) : isEngineKnown ? "Not on this engine yet: a build pulls it." : undefined,
    facts.details && detailsProse(facts.details),
    knownByName(repository, tag),
    page && `[Open on ${page.registry}](${page.url})`,
  );
}

function lifetimeProse(repository: string, tag: string | undefined, today: Date): string | undefined {
  const day = today.toISOString().slice(0, 10);
  const known = lifetimes(repository, tag).map(({ product, version, ends, instead }) =>
    ends < day
      ? `**${product} ${version} has had no fixes since ${ends}.** Move to ${inlineCode(`${instead.repository}:${instead.tag}`)}.`
      : `${product} ${version} gets fixes until ${ends}.`,
  );
  return known.length === 0 ? undefined : known.join(" ");
}

function detailsProse(details: ImageDetailsInformation): string {
  const { platform, user, workingDirectory, entrypoint, command, exposedPorts, layers } = details;
  const rows: [string, string | undefined][] = [
    ["Platform", inlineCode(platform)],
    ["User", user === "" ? "root" : inlineCode(user)],
    ["Works in", workingDirectory === "" ? undefined : inlineCode(workingDirectory)],
    ["Entrypoint", entrypoint.length === 0 ? undefined : inlineCode(JSON.stringify(entrypoint))],
    ["Command", command.length === 0 ? undefined : inlineCode(JSON.stringify(command))],
    ["Exposes", exposedPorts.length === 0 ? undefined : exposedPorts.map(inlineCode).join(", ")],
    ["Layers", String(layers)],
  ];
  return rows.flatMap(([name, text]) => (text === undefined ? [] : [`- ${name}: ${text}`])).join("\n");
}

function knownByName(repository: string, tag: string | undefined): string | undefined {
  const facts = baseFacts(repository, tag);
  const ports = portsOfImage(repository);
  const parts = [
    facts && `Built on ${facts.distribution}.`,
    facts?.packageManager && `Packages come with \`${facts.packageManager}\`.`,
    facts && facts.shell === undefined ? "It has no shell." : undefined,
    ports.length > 0
      ? `Listens on ${ports.map(({ port, service }) => `${port} (${service})`).join(", ")}.`
      : undefined,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(" ");
}
