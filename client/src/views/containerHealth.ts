import type { Container, ContainerDetails } from "../engine/container";

/**
 * The health as the engine's list tells it, within the status: `Up 3 minutes (healthy)`,
 * `Up 2 seconds (health: starting)`.
 */
export function containerHealth({ state, status }: Container): ContainerDetails["health"] {
  if (state !== "running") return "none";
  if (status.endsWith("(unhealthy)")) return "unhealthy";
  if (status.endsWith("(healthy)")) return "healthy";
  return status.endsWith("(health: starting)") ? "starting" : "none";
}
