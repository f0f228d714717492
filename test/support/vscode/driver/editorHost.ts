/**
 * What a test may ask of the extension host, beside what a person sees on the screen: exact ranges, and changes that
 * come from elsewhere. All that goes in and out is plain data.
 */
export interface EditorHost {
  /** Opens a document and shows it. */
  show(uri: string): Promise<void>;
  /** The text as the editor has it, saved or not. */
  text(uri: string): Promise<string>;
  /** Writes into an open document, as typing does: after the last line where no range is given. */
  insert(uri: string, position: Place, text: string): Promise<void>;
  /** In the order of their places. */
  problems(uri: string): Promise<readonly Problem[]>;
  /** Runs a command of the editor. `plainValue.ts` tells how its answer comes back. */
  execute(command: string, ...values: readonly unknown[]): Promise<unknown>;
  /** Undefined takes the setting away. */
  configure(setting: string, value: unknown, where: "user" | "workspace"): Promise<void>;
  setting(name: string): Promise<unknown>;
  /** Changes a file itself, whatever an open editor holds of it. */
  write(uri: string, text: string): Promise<void>;
  remove(uri: string): Promise<void>;
  /** Which commands exist whose ids begin so. */
  commands(beginning: string): Promise<readonly string[]>;
  /** Whether an extension is active; undefined where there is none. */
  isActive(extensionId: string): Promise<boolean | undefined>;
}

export const hostMethodNames = [
  "show",
  "text",
  "insert",
  "problems",
  "execute",
  "configure",
  "setting",
  "write",
  "remove",
  "commands",
  "isActive",
] as const satisfies readonly (keyof EditorHost)[];

/** Line and character, both from 0. */
export type Place = readonly [line: number, character: number];

export interface Problem {
  /** `line:character-line:character`, from 0. */
  readonly range: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly code: string;
  readonly source: string;
  readonly message: string;
}

/** In the arguments of a command these stand for what the editor has classes for. */
export const uriArgument = (uri: string) => ({ $uri: uri });
export const placeArgument = (place: Place) => ({ $place: place });
export const rangeArgument = (start: Place, end: Place) => ({ $range: [...start, ...end] });

/** What goes over the wire. */
export interface HostRequest {
  readonly id: number;
  readonly method: keyof EditorHost;
  readonly values: readonly unknown[];
}

export interface HostAnswer {
  readonly id: number;
  readonly value?: unknown;
  /** What went wrong instead. */
  readonly error?: string;
}
