import type { ContextValue } from "../selection/contextValue";
import type { Subject } from "../selection/subject";
import type { CommandHost } from "./commandHost";

/** One verb of the user, complete: where it stands in menus, what it does, and what it would be on docker's command line. */
export interface Command<S extends Subject = Subject> {
  /** Without the extension's prefix: `images.build` becomes `drydock.images.build`. */
  readonly id: CommandId;
  /** A verb in Title Case; an ellipsis where a question follows. */
  readonly title: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** The kinds of subject that it understands. What else is selected beside them is left out. */
  readonly on?: readonly S["kind"][];
  readonly menus?: readonly MenuPlace[];
  readonly palette: "always" | "never" | Condition;
  readonly enablement?: Condition;
  readonly keybinding?: Keybinding;
  /** Commands that reach neither the engine nor the workspace's files may run before the workspace is trusted. */
  readonly trust?: "not needed";

  /** Run from the palette, `selected` is empty: the command asks. What it rejects with is worded and shown for it. */
  run(host: CommandHost, selected: readonly S[]): Promise<void>;

  /** What does the same in a terminal, in one line or more. Undefined where nothing does for this subject. */
  equivalent?(subject: S): DockerCommandLine | DockerCommandLines | undefined;
}

export type CommandId = `${"images" | "containers" | "registries" | "engine" | "stages"}.${string}`;

/** A command as the editor knows it. */
export type FullCommandId = `drydock.${CommandId}`;

export function fullId(command: { readonly id: CommandId }): FullCommandId {
  return `drydock.${command.id}`;
}

/** Program and arguments, not yet quoted for any shell. */
export type DockerCommandLine = readonly ["docker", ...string[]];

/** What is done one after the other, each once the one before went well. */
export type DockerCommandLines = readonly DockerCommandLine[];

export type MenuPlace =
  | {
      readonly menu: "view/item/context" | SubmenuId;
      readonly rows: readonly ContextValue[];
      readonly group: string;
    }
  | {
      readonly menu: "view/title";
      readonly view: ViewId;
      readonly group: string;
      readonly when?: Condition;
    }
  | {
      readonly menu:
        | "editor/title"
        | "explorer/context"
        | "editor/title/run"
        | "editor/context"
        | "editor/title/context";
      readonly when: Condition;
      readonly group: string;
    };

/** Menus within menus; `submenus.ts` says where they stand. */
export type SubmenuId = "drydock.copyImage";

export type ViewId = "drydock.images" | "drydock.containers";

/** Clauses that must all hold. Only these compile, so that a misspelt one does not. */
export type Condition = readonly Clause[];

export type Clause =
  | "resourceLangId == dockerfile"
  | "editorLangId == dockerfile"
  | "resourceScheme == file"
  | "resourceScheme == drydock-log"
  | "drydock.engine == ready"
  | "drydock.imagesFiltered"
  | "!listMultiSelection"
  | "listFocus"
  | `focusedView == ${ViewId}`;

export interface Keybinding {
  readonly key: string;
  readonly mac?: string;
  readonly when: Condition;
}
