import type { IncomingHttpHeaders } from "node:http";

/**
 * Which builder an engine has, by what it answers to `/_ping`. `Builder-Version` tells what the engine prefers: 2 for
 * BuildKit, 1 for the classic builder, as on Windows. Docker 18.09 to 20.10 have BuildKit and leave the header out
 * unless their configuration names it; Podman leaves it out as well, and has no BuildKit.
 */
export function builderOf(headers: IncomingHttpHeaders): "buildkit" | "classic" {
  const preferred = headers["builder-version"];
  if (preferred) return preferred === "2" ? "buildkit" : "classic";
  const isDocker = String(headers["server"] ?? "").startsWith("Docker/");
  const [, minor = "0"] = String(headers["api-version"] ?? "").split(".");
  return isDocker && headers["ostype"] === "linux" && Number(minor) >= FIRST_WITH_BUILDKIT
    ? "buildkit"
    : "classic";
}

/** API 1.39 came with Docker 18.09: https://docs.docker.com/reference/api/engine/version-history/#v139-api-changes */
const FIRST_WITH_BUILDKIT = 39;
