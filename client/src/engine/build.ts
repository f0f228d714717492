/** One build, as `docker build` would take it. */
export interface BuildOptions {
  /** Absolute path of the build context's folder. */
  readonly contextFolder: string;
  /** Absolute path; may lie outside the build context. */
  readonly dockerfile: string;
  readonly tags: readonly string[];
  readonly target?: string;
  readonly buildArguments?: Readonly<Record<string, string>>;
  readonly platform?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly cache?: "use" | "ignore";
  readonly pull?: "missing" | "always";
  readonly credentials?: readonly RegistryCredential[];
  /** BuildKit where the engine prefers it, when left out. */
  readonly builder?: "buildkit" | "classic";
}

/** A login for one registry, ready to be sent to the engine. Never logged, never stored by Drydock. */
export interface RegistryCredential {
  /** The server as docker's config file names it, for example `https://index.docker.io/v1/` or `localhost:5000`. */
  readonly server: string;
  readonly user?: string;
  readonly password?: string;
  readonly identityToken?: string;
}

/** What a build tells while it runs, the same for BuildKit and the classic builder. */
export type BuildEvent =
  | { readonly type: "builder"; readonly builder: "buildkit" | "classic" }
  /** What was sent of the build context so far. BuildKit sends only what it needs and does not have from the last time. */
  | { readonly type: "context"; readonly files: number; readonly bytes: number }
  | { readonly type: "step"; readonly step: BuildStep }
  /** As the program wrote it: in pieces of lines, with colours and other terminal codes. */
  | { readonly type: "output"; readonly stepId: string; readonly text: string }
  | {
      readonly type: "progress";
      readonly stepId: string;
      readonly id: string;
      readonly current: number;
      readonly total: number;
    }
  | { readonly type: "warning"; readonly message: string; readonly url: string | undefined };

/** The latest known state of one step; the same id comes again with each change. */
export interface BuildStep {
  readonly id: string;
  /** As the builder words it, for example `[2/5] RUN apk add curl` or `Step 2/5 : RUN apk add curl`. */
  readonly name: string;
  readonly state: "pending" | "running" | "cached" | "done" | "failed" | "cancelled";
  /** Milliseconds since 1970. */
  readonly started: number | undefined;
  readonly completed: number | undefined;
  readonly error: string | undefined;
}

export interface BuildResult {
  readonly imageId: string;
}

/** Why a build failed, and at which step; failedInstruction finds that step's lines in the Dockerfile. */
export interface BuildFailure {
  readonly message: string;
  readonly step: BuildStep | undefined;
  readonly exitCode: number | undefined;
  /** The failed step's last lines of output, without terminal codes. */
  readonly output: readonly string[];
}
