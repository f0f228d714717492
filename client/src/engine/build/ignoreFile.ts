import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EngineError } from "../engineError";
import { contextError } from "./contextError";
import { type IgnorePatterns, parseIgnoreFile } from "./ignorePatterns";

/** The ignore file in force: `<Dockerfile>.dockerignore` beside the Dockerfile wins over the build context's own. */
export async function readIgnoreFile(
  contextFolder: string,
  dockerfile: string,
): Promise<{ readonly file: string | undefined; readonly patterns: IgnorePatterns }> {
  for (const file of [`${dockerfile}.dockerignore`, join(contextFolder, ".dockerignore")]) {
    const text = await readIfThere(file);
    if (text === undefined) continue;
    try {
      return { file, patterns: parseIgnoreFile(text) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new EngineError("invalid-request", `${file}: ${error.message}`, { cause: error });
    }
  }
  return { file: undefined, patterns: parseIgnoreFile("") };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
      return undefined;
    }
    throw contextError(file, error);
  }
}
