import type { Shell } from "./shellQuote";

/** The machine that the engine publishes ports on, and the one that the person sits at. */
export interface Machine {
  /** The shell that a copied command line is meant for. */
  readonly shell: Shell;
  /** The variables that the editor was started with. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The host name under which published ports are reached from here. */
  engineHost(): Promise<string>;
  /** Whether the engine runs on this machine, so that ports can be probed. */
  engineIsLocal(): Promise<boolean>;
  /** Whether a TCP port of this machine is free to listen on now. */
  portIsFree(port: number): Promise<boolean>;
  /** Whether something accepts connections there. */
  portAnswers(host: string, port: number): Promise<boolean>;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
