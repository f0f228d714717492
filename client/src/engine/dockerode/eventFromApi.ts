import type { EngineEvent } from "../engine";

/** As a line of `GET /events` writes it; `id` and `status` are the old names, gone since API 1.52. */
export interface ApiEvent {
  readonly Type?: string;
  readonly Action?: string;
  readonly Actor?: { readonly ID?: string };
  readonly status?: string;
  readonly id?: string;
}

const objects: readonly string[] = ["image", "container", "network", "volume"];

/** Podman's words where docker has others. */
const podmanActions: Readonly<Record<string, string>> = { "container remove": "destroy" };

export function eventFromApi(event: ApiEvent): EngineEvent {
  const type = event.Type ?? "other";
  const action = event.Action ?? event.status ?? "";
  return {
    object: objects.includes(type) ? (type as EngineEvent["object"]) : "other",
    // The words after the colon are a command line or a state of health, written by whoever made the container.
    action: podmanActions[`${type} ${action}`] ?? action.split(":", 1)[0] ?? action,
    id: event.Actor?.ID ?? event.id ?? "",
  };
}
