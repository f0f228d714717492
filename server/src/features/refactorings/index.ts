import { execForm } from "./execForm";
import { extractBuildStage } from "./extractBuildStage";
import { fromHeredoc } from "./fromHeredoc";
import { ignoreJunk } from "./ignoreJunk";
import { joinPairs } from "./joinPairs";
import { joinRuns } from "./joinRuns";
import { nameStage } from "./nameStage";
import { pinDigest } from "./pinDigest";
import type { Refactoring } from "./refactoring";
import { shellForm } from "./shellForm";
import { sortPackages } from "./sortPackages";
import { splitPairs } from "./splitPairs";
import { splitRun } from "./splitRun";
import { toHeredoc } from "./toHeredoc";

/** In the order that they are offered. */
export const allRefactorings: readonly Refactoring[] = [
  nameStage,
  pinDigest,
  sortPackages,
  joinRuns,
  splitRun,
  toHeredoc,
  fromHeredoc,
  joinPairs,
  splitPairs,
  execForm,
  shellForm,
  ignoreJunk,
  extractBuildStage,
];
