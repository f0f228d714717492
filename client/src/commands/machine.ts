import type { PortProtocol } from "../engine/image";
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
  /** Whether a port of this machine is free to listen on now. What can't be tried counts as free. */
  portIsFree(port: number, protocol: PortProtocol): Promise<boolean>;
  /** The program that listens there, as its own machine calls it; undefined where that is not to be found out. */
  programOnPort(port: number, protocol: PortProtocol): Promise<string | undefined>;
  /** Whether something accepts connections there. */
  portAnswers(host: string, port: number): Promise<boolean>;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
