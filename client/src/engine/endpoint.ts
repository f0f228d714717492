/** Where an engine listens. Resolved by resolveEndpoint as the docker CLI does, without running it. */
export type Endpoint =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "pipe"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number; readonly tls: TlsFiles | undefined }
  | {
      readonly kind: "ssh";
      readonly destination: string;
      readonly user: string | undefined;
      readonly port: number | undefined;
      /** The engine's socket over there, where it is not the usual one. */
      readonly socketPath: string | undefined;
    };

/** PEM text, not paths. */
export interface TlsFiles {
  readonly ca: string | undefined;
  readonly certificate: string | undefined;
  readonly key: string | undefined;
  /** False only where the Docker context says SkipTLSVerify. */
  readonly verify: boolean;
}
