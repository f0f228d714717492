import { imageSubjects, type Subject, shortId } from "../selection/subject";
import type { PickItem } from "../ui/ui";
import type { CommandHost } from "./commandHost";

/** Something of the engine that a command is for, picked from all there is. Empty where nobody picked. */
export async function chooseAnything(
  { ui, engine }: CommandHost,
  title: string,
): Promise<readonly Subject[]> {
  const { images, containers } = await engine();
  const [listed, made] = await Promise.all([images.list(), containers.list()]);
  const items: PickItem<Subject>[] = [
    ...made.map((container) => ({
      label: container.name,
      description: `container of ${container.image}`,
      icon: "vm",
      value: { kind: "container", container } as const,
    })),
    ...listed.flatMap(imageSubjects).map((subject) => ({
      label: subject.reference ?? shortId(subject.image.id),
      description: "image",
      icon: "package",
      value: subject,
    })),
  ];
  if (items.length === 0) {
    ui.report({ severity: "information", message: "The engine has no images or containers yet." });
    return [];
  }
  const chosen = await ui.pick({ title, placeholder: "Which image or container?", items });
  return chosen ? [chosen] : [];
}
