import type { PickItem, Ui } from "../ui/ui";

export interface PresentChoice<T extends string> {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: Readonly<Record<T, { readonly label: string; readonly description?: string }>>;
  /** What is chosen now: it is ticked, and the list begins there. */
  readonly present: T;
}

/** Asks for one of a few ways, of which one holds now. Undefined where the person dismissed it. */
export function pickPresent<T extends string>(
  ui: Ui,
  { title, placeholder, choices, present }: PresentChoice<T>,
): Promise<T | undefined> {
  // `Object.keys` forgets that the keys are T.
  const items = (Object.keys(choices) as T[]).map(
    (value): PickItem<T> => ({
      ...choices[value],
      value,
      ...(value === present && { icon: "check", picked: "picked" }),
    }),
  );
  return ui.pick({ title, placeholder, items });
}
