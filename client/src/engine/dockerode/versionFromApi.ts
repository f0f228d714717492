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
    product: isPodman(version) ? "Podman" : "Docker",
    engine: version.Version ?? "",
    api: version.ApiVersion ?? "",
    minimumApi: version.MinAPIVersion || undefined,
    operatingSystem: version.Os ?? "",
    architecture: version.Arch ?? "",
    buildKit: hasBuildKit(version),
  };
}

/** BuildKit came to docker's engine with API 1.39, and never to its Windows one; Podman builds with Buildah. */
function hasBuildKit(version: ApiVersion): boolean {
  const [major = 0, minor = 0] = (version.ApiVersion ?? "").split(".").map(Number);
  return version.Os === "linux" && !isPodman(version) && (major > 1 || minor >= 39);
}

function isPodman({ Components }: ApiVersion): boolean {
  return Components?.some(({ Name }) => Name === "Podman Engine") ?? false;
}
