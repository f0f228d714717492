import type { Endpoint } from "../engine/endpoint";
import type { ResolvedEndpoint } from "../engine/endpoint/resolveEndpoint";
import type { Engine } from "../engine/engine";

/** Which engine this window uses, and where docker keeps what it knows of others. */
export interface DockerContexts {
  /** Docker's config folder. */
  readonly configFolder: string;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly homeFolder: string;
  /** The engine that is used and what decided it. Rejects with an EngineError. */
  inForce(): Promise<ResolvedEndpoint>;
  /** The Docker context chosen for this window, which beats everything else. */
  windowChoice(): string | undefined;
  /** Undefined gives the choice back to the environment and docker's config file. */
  chooseForWindow(name: string | undefined): Promise<void>;
  /** Looks anew at what docker's config folder says. */
  recheck(): Promise<void>;
  /** Another engine than the one that the views show; whoever asks for it disposes of it. */
  engineAt(endpoint: Endpoint): Promise<Engine>;
}
