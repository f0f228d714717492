import type { ImageDetails } from "../engine/image";
import { splitReference } from "../engine/reference";
import { type ImageSubject, nameOfImage, shortId } from "../selection/subject";
import { humanAge } from "./humanAge";
import { humanSize } from "./humanSize";
import type { ImageLineage } from "./imageLineage";
import { imageOrigin, originWords } from "./imageOrigin";
import { foreignPlatform, platformOf } from "./imagePlatform";
import type { ImagesPicture } from "./imagesPicture";

/** All facts of an image in plain text. What only an inspection tells is asked for, and left out where that fails. */
export async function imageTooltip(
  subject: ImageSubject,
  picture: ImagesPicture,
  lineage: ImageLineage,
): Promise<string> {
  const details = await picture.inspect(subject.image.id).catch(() => undefined);
  return [
    nameOfImage(subject),
    ...originLine(subject),
    ...lineageLines(subject, picture, lineage),
    "",
    ...factLines(subject, picture),
    ...(details ? detailLines(details, picture) : []),
    ...useLines(subject),
  ].join("\n");
}

function originLine({ image, reference }: ImageSubject): string[] {
  if (reference === undefined)
    return ["Dangling: it has no tag, usually because the tag moved on to a newer build."];
  return [originWords[imageOrigin(splitReference(reference).repository, [image])].explanation];
}

function lineageLines(
  { image }: ImageSubject,
  { facts }: ImagesPicture,
  { baseOf, childrenOf }: ImageLineage,
): string[] {
  if (!facts(image.id)) return [];
  const base = baseOf(image.id);
  const children = childrenOf(image.id);
  const kind = base
    ? `A child image: built on ${nameOfImage({ kind: "image", image: base, reference: base.tags[0] })}, and starts with its layers.`
    : "A base image: it is not built on any other image on this engine.";
  if (children.length === 0) return [kind];
  const names = children.slice(0, 5).map(({ id, tags }) => tags[0] ?? shortId(id));
  const more = children.length > names.length ? `, and ${children.length - names.length} more` : "";
  return [kind, `Built on it: ${names.join(", ")}${more}`];
}

function factLines({ image }: ImageSubject, { now, usage }: ImagesPicture): string[] {
  const shared = usage?.shared.get(image.id);
  const sharing =
    shared === undefined || shared === 0
      ? ""
      : `, of which ${humanSize(shared)} are shared with other images`;
  return [
    `Id: ${image.id}`,
    ...image.digests.map((digest) => `Digest: ${digest}`),
    `Created: ${new Date(image.created).toISOString()} (${humanAge(image.created, now)})`,
    `Size: ${humanSize(image.size)} (${image.size} bytes)${sharing}`,
  ];
}

function detailLines(details: ImageDetails, { hostPlatform }: ImagesPicture): string[] {
  const { layers, exposedPorts, user, entrypoint, command } = details;
  const ports = exposedPorts.map(({ port, protocol }) => `${port}/${protocol}`).join(", ");
  const foreign = foreignPlatform(details, hostPlatform) !== undefined;
  return [
    `Platform: ${platformOf(details)}${foreign ? `, while this engine is ${hostPlatform}: it runs by emulation, if at all` : ""}`,
    `Layers: ${layers.length}`,
    ...(ports === "" ? [] : [`Exposed ports: ${ports}. They can be reached once you publish them.`]),
    `User: ${user === "" ? "root (none is set)" : user}`,
    ...(entrypoint.length > 0 ? [`Entrypoint: ${entrypoint.join(" ")}`] : []),
    ...(command.length > 0 ? [`Command: ${command.join(" ")}`] : []),
  ];
}

function useLines({ image: { tags, containerIds } }: ImageSubject): string[] {
  return [
    ...(tags.length > 1 ? [`All its tags: ${tags.join(", ")}`] : []),
    containerIds.length > 0
      ? `Used by the containers ${containerIds.map(shortId).join(", ")}`
      : "Not used by any container",
  ];
}
