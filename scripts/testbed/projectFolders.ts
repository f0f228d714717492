import { mkdirSync } from "node:fs";
import { join } from "node:path";

export const projectFolder = join(__dirname, "..", "..");

/** What is dear to make and safe to delete; git ignores it. */
export const cacheFolder = join(projectFolder, ".cache");

/** The sample workspace. It is copied before use, so that nobody's changes end up in the project. */
export const sampleFolder = join(projectFolder, "media", "sample", "flask-app");

/** Pictures and logs of test runs; git ignores it. */
export function testOutputFolder(name: string): string {
  const folder = join(projectFolder, "test-output", name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
