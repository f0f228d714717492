import type { Engine } from "../../engine/engine";
import { type ImageSubject, imageSubjects, nameOfImage, shortId } from "../../selection/subject";
import type { PickItem } from "../../ui/ui";
import { humanAge } from "../../views/humanAge";
import { humanSize } from "../../views/humanSize";
import type { CommandHost } from "../commandHost";

export interface ImageChoice {
  readonly title: string;
  readonly placeholder: string;
  /** Leaves out images without a tag. */
  readonly only?: "tagged";
}

/** The image that a command is for: the selected one, else one picked from a list. Undefined where nobody picked. */
export async function chooseImage(
  host: CommandHost,
  selected: readonly ImageSubject[],
  choice: ImageChoice,
): Promise<ImageSubject | undefined> {
  if (selected[0]) return selected[0];
  const items = await offered(host, choice);
  return items && host.ui.pick({ title: choice.title, placeholder: choice.placeholder, items });
}

/** The same for a command that takes several. */
export async function chooseImages(
  host: CommandHost,
  selected: readonly ImageSubject[],
  choice: ImageChoice,
): Promise<readonly ImageSubject[]> {
  if (selected.length > 0) return selected;
  const items = await offered(host, choice);
  return (
    (items && (await host.ui.pickMany({ title: choice.title, placeholder: choice.placeholder, items }))) ?? []
  );
}

/** The image of that reference or id as the engine has it now. */
export async function findImage(engine: Engine, name: string): Promise<ImageSubject | undefined> {
  const subjects = (await engine.images.list()).flatMap(imageSubjects);
  return subjects.find(({ image, reference }) => reference === name || image.id === name);
}

async function offered(
  host: CommandHost,
  { only }: ImageChoice,
): Promise<PickItem<ImageSubject>[] | undefined> {
  const engine = await host.engine();
  const subjects = (await engine.images.list())
    .toSorted((one, other) => other.created - one.created)
    .flatMap(imageSubjects)
    .filter(({ reference }) => only === undefined || reference !== undefined);
  if (subjects.length === 0) {
    host.ui.report({
      severity: "information",
      message: "There are no such images yet. Pull one or build one first.",
    });
    return undefined;
  }
  const now = Date.now();
  return subjects.map((subject) => ({
    label: subject.reference ?? "Without a tag",
    description: `${shortId(subject.image.id)} · ${humanAge(subject.image.created, now)} · ${humanSize(subject.image.size)}`,
    icon: subject.image.containerIds.length > 0 ? "circle-filled" : "circle-outline",
    value: subject,
  }));
}

/** How a question names an image. */
export function imageWords(subject: ImageSubject): string {
  return subject.reference ?? `the image ${shortId(nameOfImage(subject))}`;
}
