import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { layeredSettings } from "../lint/layeredSettings";
import { nothingOutside } from "../lint/outside";
import type { Severity } from "../lint/rule";
import { defaultLintSettings, type LintSettings } from "../lint/settings";
import type { Dockerfile } from "../model/dockerfile";
import { rules } from "../rules";
import { configFinder, type DiskConfig } from "./diskConfig";
import { contextFinder } from "./diskContext";
import type { FileReport } from "./fileReport";
import { shownPath, standardInput } from "./findFiles";
import { lintText } from "./lintText";
import type { ScriptChecker } from "./scriptChecker";

/** Plain data, so that it can go to another thread. */
export interface LintBatch {
  /** Absolute paths, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly directory: string;
  readonly settings: LintSettings;
  readonly config: string | undefined;
  readonly failureThreshold: Severity | undefined;
  readonly noFail: boolean | undefined;
  readonly fix: "no" | "write" | "dry run";
  readonly stdinFilename: string | undefined;
  /** ShellCheck's program, where it is to be asked. */
  readonly shellcheck: string | undefined;
}

/** Lints files one after the other, in their order. A file that can't be read gives a report with the trouble. */
export async function lintBatch(batch: LintBatch): Promise<FileReport[]> {
  const { paths, directory, config } = batch;
  const findConfig = configFinder(config, directory);
  const findContext = contextFinder(directory);
  const layered = new Map<DiskConfig | undefined, LintSettings>();
  const today = new Date();
  const shellcheck = batch.shellcheck === undefined ? undefined : await checkerFor(batch.shellcheck, paths);
  const reports: FileReport[] = [];
  for (const path of paths) {
    const place = placeOf(path, batch);
    const found = await findConfig(dirname(place));
    const settings = layered.get(found) ?? layer(found, batch.settings);
    layered.set(found, settings);
    reports.push(await lintOne(path, place, found, settings));
  }
  return reports;

  async function lintOne(
    path: string,
    place: string,
    found: DiskConfig | undefined,
    settings: LintSettings,
  ): Promise<FileReport> {
    const shown = path === standardInput ? (batch.stdinFilename ?? path) : shownPath(path, directory);
    let text: string;
    try {
      text = readFileSync(path === standardInput ? 0 : path, "utf8");
    } catch (error) {
      return unread(shown, error);
    }
    const outsideOf = (dockerfile: Dockerfile) => ({
      ...nothingOutside(today),
      buildContext: path === standardInput ? undefined : findContext(place, dockerfile),
    });
    const failureThreshold = batch.failureThreshold ?? found?.config.failureThreshold ?? "information";
    const task = { path: shown, text, settings, failureThreshold, fix: batch.fix, outsideOf, shellcheck };
    const report = await lintText(task);
    if (batch.fix === "write" && report.fixes && path !== standardInput)
      writeFileSync(path, report.fixes.after);
    const noFail = batch.noFail ?? found?.config.noFail ?? false;
    return {
      ...report,
      isFailure: report.isFailure && !noFail,
      troubles: [...report.troubles, ...(found?.troubles ?? [])],
      notes: found?.notes ?? [],
    };
  }
}

async function checkerFor(program: string, paths: readonly string[]): Promise<ScriptChecker> {
  const { scriptChecker } = await import("./scriptChecker");
  return scriptChecker(
    program,
    paths.filter((path) => path !== standardInput),
  );
}

function layer(found: DiskConfig | undefined, settings: LintSettings): LintSettings {
  return layeredSettings(rules, found?.config.settings ?? defaultLintSettings, settings);
}

/** Where the file lies or, for standard input, where it says that it lies. */
function placeOf(path: string, { directory, stdinFilename }: LintBatch): string {
  return path === standardInput ? join(directory, stdinFilename ?? "Dockerfile") : path;
}

function unread(path: string, error: unknown): FileReport {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    path,
    findings: [],
    isFailure: false,
    fixes: undefined,
    notes: [],
    troubles: [`${path}: could not be read: ${reason}`],
  };
}
