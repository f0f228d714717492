/**
 * What Drydock's own client and server say to each other beyond LSP. The one file that both sides import.
 * The server asks only a client that names the capability in its initialize request (`experimental.drydock`),
 * so behind any other editor it simply knows less.
 */

/** `capabilities.experimental.drydock` of the initialize request. */
export interface ClientAbilities {
  /** Answers `drydock/localImages`. */
  readonly engine?: boolean;
  /** Answers the file requests: in a browser the server has no disk, and nowhere it reads a virtual workspace. */
  readonly files?: boolean;
  /** Drydock's commands exist: those of the linter and, where there is an `engine`, those such as `drydock.images.push`. */
  readonly commands?: boolean;
}

export interface InitializationOptions {
  /** Whether programs may be run; Drydock's own client says no in a workspace that is not trusted. */
  readonly trusted?: boolean;
  /** For clients that cannot be asked by workspace/configuration. */
  readonly settings?: Partial<Settings>;
}

/** Client to server: the workspace is trusted from now on. */
export const workspaceTrustedNotification = "drydock/workspaceTrusted";

/** Server to client: the engine's local images; empty where no engine answers. */
export const localImagesRequest = "drydock/localImages";

export interface LocalImageInformation {
  /** `repository:tag`. */
  readonly tags: readonly string[];
  /** `repository@digest`. */
  readonly digests: readonly string[];
  /** `sha256:` and 64 digits. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** Server to client: what an inspection of a local image tells; null where the engine has no such image. */
export const imageDetailsRequest = "drydock/imageDetails";

export interface ImageDetailsParameters {
  readonly reference: string;
}

export interface ImageDetailsInformation {
  /** `linux/arm64`, with the variant where there is one. */
  readonly platform: string;
  /** Empty for root. */
  readonly user: string;
  readonly workingDirectory: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  /** `8080/tcp`. */
  readonly exposedPorts: readonly string[];
  /** How many layers it has. */
  readonly layers: number;
}

/** Server to client: the steps of the image that a Dockerfile was built to last; null where it was not, or that image is gone. */
export const builtStepsRequest = "drydock/builtSteps";

export interface BuiltStepsParameters {
  /** Of the Dockerfile. */
  readonly uri: string;
}

export interface BuiltStepsInformation {
  /** `repository:tag`. */
  readonly reference: string;
  /** The oldest first, those of the base image too. */
  readonly steps: readonly BuiltStep[];
}

export interface BuiltStep {
  /** As the builder words it: `RUN make`, `COPY . /app`. */
  readonly instruction: string;
  /** Bytes that it added. */
  readonly size: number;
}

/** Client to server: who is built on whom in a Dockerfile, as a chart in Mermaid's language; null where there is no such file. */
export const stageGraphRequest = "drydock/stageGraph";

export interface StageGraphParameters {
  readonly textDocument: { readonly uri: string };
}

/** Client to server: images came or went; the server asks again when it needs them. */
export const imagesChangedNotification = "drydock/imagesChanged";

/** Server to client: the text of a file, null where there is none. */
export const readFileRequest = "drydock/readFile";

export interface FileParameters {
  readonly uri: string;
}

/** Server to client: all paths below a folder, at most `limit`; folders end with a slash. */
export const listFilesRequest = "drydock/listFiles";

export interface ListFilesParameters {
  readonly uri: string;
  readonly limit: number;
}

/** Server to client: the bytes of each file, null for what is none. */
export const fileSizesRequest = "drydock/fileSizes";

export interface FileSizesParameters {
  /** The folder that the paths are relative to. */
  readonly uri: string;
  readonly paths: readonly string[];
}

/** The `drydock` section of the editor's settings, as far as the server reads it. */
export interface Settings {
  readonly lint: {
    readonly enabled: boolean;
    readonly rules: Readonly<Record<string, unknown>>;
    readonly select: "default" | "all" | readonly string[];
    readonly ignore: readonly string[];
    readonly trustedRegistries: readonly string[];
    readonly labelSchema: Readonly<Record<string, string>>;
    readonly strictLabels: boolean;
    /** Glob of Dockerfiles to the folder of their build context, relative to the workspace folder. */
    readonly buildContext: Readonly<Record<string, string>>;
  };
  readonly shellcheck: {
    readonly enabled: boolean;
    /** Empty: looked for on PATH. */
    readonly path: string;
  };
  readonly format: {
    readonly keywordCase: "preserve" | "upper" | "lower";
  };
  readonly completion: {
    /** Whether registries are asked for tags: names of images leave the machine then. */
    readonly registryTags: boolean;
  };
  readonly hints: {
    readonly variables: boolean;
    readonly workingDirectory: boolean;
    readonly latestTag: boolean;
    readonly layerSize: boolean;
  };
  readonly codeLens: boolean;
}

export const defaultSettings: Settings = {
  lint: {
    enabled: true,
    rules: {},
    select: "default",
    ignore: [],
    trustedRegistries: [],
    labelSchema: {},
    strictLabels: false,
    buildContext: {},
  },
  shellcheck: { enabled: true, path: "" },
  format: { keywordCase: "preserve" },
  completion: { registryTags: false },
  hints: { variables: true, workingDirectory: true, latestTag: true, layerSize: true },
  codeLens: true,
};
