import type { EngineVersion } from "../engine";

/** As `GET /version` writes it. */
export interface ApiVersion {
  readonly Version?: string;
  readonly ApiVersion?: string;
  readonly MinAPIVersion?: string;
  readonly Os?: string;
  readonly Arch?: string;
  readonly Components?: readonly { readonly Name?: string }[] | null;
}

export function versionFromApi(version: ApiVersion): EngineVersion {
  return {
    engine: version.Version ?? "",
    api: version.ApiVersion ?? "",
    minimumApi: version.MinAPIVersion || undefined,
    operatingSystem: version.Os ?? "",
    architecture: version.Arch ?? "",
    buildKit: hasBuildKit(version),
  };
}

/** BuildKit came to docker's engine with API 1.39, and never to its Windows one; Podman builds with Buildah. */
function hasBuildKit({ ApiVersion = "", Os, Components }: ApiVersion): boolean {
  const [major = 0, minor = 0] = ApiVersion.split(".").map(Number);
  const podman = Components?.some(({ Name }) => Name === "Podman Engine") ?? false;
  return Os === "linux" && !podman && (major > 1 || minor >= 39);
}
