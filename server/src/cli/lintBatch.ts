import { dirname, join } from "node:path";
import { layeredSettings } from "../lint/layeredSettings";
import { nothingOutside } from "../lint/outside";
import type { Severity } from "../lint/rule";
import { defaultLintSettings, type LintSettings } from "../lint/settings";
import type { Dockerfile } from "../model/dockerfile";
import { rules } from "../rules";
import { configFinder, type DiskConfig } from "./diskConfig";
import { contextFinder, namedContextFinder } from "./diskContext";
import type { FileReport } from "./fileReport";
import { shownPath, standardInput } from "./findFiles";
import { lintText } from "./lintText";
import { reasonOf } from "./reasonOf";
import type { ScriptChecker } from "./scriptChecker";
import { readSource, type SourceText, withText } from "./sourceText";

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
  const namedContexts = namedContextFinder(directory);
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
    let source: SourceText;
    try {
      source = readSource(path);
    } catch (error) {
      return unread(shown, error);
    }
    const outsideOf = (dockerfile: Dockerfile) => ({
      ...nothingOutside(today),
      buildContext: path === standardInput ? undefined : findContext(place, dockerfile),
      namedContexts: namedContexts(place),
    });
    const failureThreshold = batch.failureThreshold ?? found?.config.failureThreshold ?? "information";
    const { text } = source;
    const judge = (fix: LintBatch["fix"]) =>
      lintText({ path: shown, text, settings, failureThreshold, fix, outsideOf, shellcheck });
    const tried = await judge(batch.fix);
    const refusal = batch.fix === "write" ? await write(path, source, tried.fixes) : undefined;
    // What could not be written is reported as it still stands there.
    const report = refusal === undefined ? tried : await judge("no");
    const noFail = batch.noFail ?? found?.config.noFail ?? false;
    return {
      ...report,
      isFailure: report.isFailure && !noFail,
      troubles: [
        ...report.troubles,
        ...(refusal === undefined ? [] : [`${shown}: left as it is: ${refusal}`]),
        ...(found?.troubles ?? []),
      ],
      notes: found?.notes ?? [],
    };
  }
}

/** Why the mended text could not be written; undefined where it was, or where nothing was mended. */
async function write(
  path: string,
  source: SourceText,
  fixes: FileReport["fixes"],
): Promise<string | undefined> {
  if (!fixes) return undefined;
  if (source.encoding !== "utf-8") return "it is no UTF-8 text. Save it as UTF-8 first.";
  try {
    const { replaceFile } = await import("./replaceFile");
    replaceFile(path, source.bytes, withText(source, fixes.after));
    return undefined;
  } catch (error) {
    return reasonOf(error);
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
  return {
    path,
    findings: [],
    isFailure: false,
    fixes: undefined,
    notes: [],
    troubles: [`${path}: could not be read: ${reasonOf(error)}`],
  };
}
