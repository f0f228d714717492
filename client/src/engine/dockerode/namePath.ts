import { EngineError } from "../engineError";

/**
 * A reference, name or id, fit to stand in a request's path. Without this an empty name would list all objects, and
 * a hostile one could ask for another path.
 */
export function namePath(name: string): string {
  const segments = name.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === ".."))
    throw new EngineError("invalid-request", `"${name}" is no reference, name or id.`);
  return segments.map((segment) => segment.replace(/[^\w.~:@+-]/gu, encodeURIComponent)).join("/");
}
