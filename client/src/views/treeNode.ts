import type { ContextValue } from "../selection/contextValue";
import type { Subject } from "../selection/subject";

/** One row, as plain data. Equal data is drawn once. */
export interface TreeNode {
  /** The same for the same thing over time, so that selection and expansion stay with it. Unique in its view. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: RowIcon;
  readonly contextValue?: ContextValue;
  /** What a screen reader says: all that icon, label and description tell, in words. */
  readonly spoken: string;
  /** What commands are run on; groups have none. */
  readonly subject?: Subject;
  /** Plain text, made when somebody points at the row. */
  tooltip?(): string | Promise<string>;
  /** Present where the row can be opened. */
  children?(): readonly TreeNode[];
  /** How a row with children is drawn at first. */
  readonly startsAs?: "expanded" | "collapsed";
}

export interface RowIcon {
  /** A codicon's name: its shape alone must tell the state. */
  readonly name: string;
  /** A theme color's id. */
  readonly color?: string;
}
