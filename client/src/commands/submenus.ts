import { type ContextValue, imageRows } from "../selection/contextValue";
import type { SubmenuId } from "./command";

/** A menu within the menu of rows. Commands name it as one of their places. */
export interface Submenu {
  readonly id: SubmenuId;
  readonly label: string;
  readonly rows: readonly ContextValue[];
  readonly group: string;
}

export const submenus: readonly Submenu[] = [
  { id: "drydock.copyImage", label: "Copy", rows: imageRows, group: "5_copy@1" },
];
