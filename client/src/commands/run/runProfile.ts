import type { ContainerMount, ContainerOptions, PortBinding, RestartPolicy } from "../../engine/container";

/**
 * How to run an image: what a person chose, as it is kept, saved as a task and shown as a command line. An environment
 * variable without `=` is one whose value is not kept: it comes from the editor's environment, or is asked for.
 */
export interface RunProfile {
  readonly image: string;
  readonly name?: string;
  readonly ports: readonly PortBinding[];
  readonly environment: readonly string[];
  /** Paths of files with a `NAME=value` on each line. */
  readonly envFiles: readonly string[];
  readonly mounts: readonly ContainerMount[];
  readonly network?: string;
  readonly restartPolicy?: RestartPolicy;
  readonly command?: readonly string[];
  /** With a terminal that is shown at once, as `docker run -it`. */
  readonly interactive?: boolean;
  /** Removed when it ends, as `docker run --rm`. */
  readonly autoRemove?: boolean;
}

/** An unnamed volume has an id for its name. */
export const unnamedVolume = /^[0-9a-f]{64}$/;

export function emptyProfile(image: string): RunProfile {
  return { image, ports: [], environment: [], envFiles: [], mounts: [] };
}

/** What the engine is asked for. `environment` is the profile's with all values in it. */
export function containerOptions(profile: RunProfile, environment: readonly string[]): ContainerOptions {
  const { envFiles: _, ...rest } = profile;
  return { ...rest, environment };
}

/** What `JSON.stringify` made of a profile; undefined where it is none. */
export function readProfile(text: string | undefined): RunProfile | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("image" in value)) return undefined;
    // Only Drydock writes there, each part in this form; what an older version left out is empty.
    const profile = value as Partial<RunProfile> & { readonly image: string };
    return { ...emptyProfile(profile.image), ...profile };
  } catch {
    // What can't be read is as good as nothing: the form is empty.
    return undefined;
  }
}

/** Names whose values are nobody else's business. */
const secretName = /passw|secret|token|credential|private|api_?key|access_?key|auth/i;

export function isSecretVariable(variable: string): boolean {
  return secretName.test(variable.split("=", 1)[0] ?? "");
}

/** The profile as it may be kept and shown: without the values of secrets. */
export function withoutSecrets(profile: RunProfile): RunProfile {
  return {
    ...profile,
    environment: profile.environment.map((variable) =>
      isSecretVariable(variable) ? (variable.split("=", 1)[0] ?? "") : variable,
    ),
  };
}
