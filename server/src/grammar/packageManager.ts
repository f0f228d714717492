/** What Drydock knows of a program that RUN calls to install something. */
export interface PackageManagerEntry {
  /** How it is called; the first is the usual one. */
  readonly names: readonly [string, ...string[]];
  readonly does: string;
  readonly trap?: string;
  readonly commands: readonly SubCommand[];
  /** Flags of all sub-commands. */
  readonly flags: readonly CommandFlag[];
}

export interface SubCommand {
  /** The first is the usual one. */
  readonly names: readonly [string, ...string[]];
  readonly does: string;
  /** Flags of this sub-command alone, those worth most in a Dockerfile first. */
  readonly flags: readonly CommandFlag[];
  /** Words that may follow, where there are but a few. */
  readonly next?: readonly { readonly name: string; readonly does: string }[];
  /** Whether it brings packages into the image. */
  readonly installs: boolean;
}

export interface CommandFlag {
  /** With its dashes; the first is the usual one. */
  readonly names: readonly [string, ...string[]];
  readonly does: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** Set on flags that belong into nearly every Dockerfile. */
  readonly recommended?: true;
}
