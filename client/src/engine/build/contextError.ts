import { EngineError } from "../engineError";

/** Words what the file system said about one path of the build context, with the next step. */
export function contextError(path: string, cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  return new EngineError("invalid-request", `${reason(path, cause)}`, { cause });
}

function reason(path: string, cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return `"${path}" in the build context cannot be read: permission denied. Make it readable, or add it to .dockerignore.`;
    case "ENOENT":
      return `"${path}" in the build context is not there, or was removed while it was being sent.`;
    case "ENOTDIR":
      return `"${path}" is no folder, so it cannot be a build context.`;
    default:
      return `"${path}" in the build context cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
