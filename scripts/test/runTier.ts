import { glob } from "tinyglobby";
import { projectFolder } from "../testbed/projectFolders";
import { runScript } from "../testbed/runScript";
import type { Outcome } from "./outcome";
import { runChecks } from "./runChecks";
import { runTestFiles } from "./runTestFiles";
import type { Tier } from "./tiers";

interface TierOptions {
  only: string | undefined;
}

/** Runs a tier as far as this machine allows. Nothing that happens in it keeps the next tier from running. */
export async function runTier(tier: Tier, { only }: TierOptions): Promise<Outcome> {
  const start = Date.now();
  console.log(`\n── ${tier.name}: ${tier.summary}`);
  const outcome = await outcomeOf(tier, only).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0, note: "it could not be prepared" };
  });
  return { ...outcome, seconds: (Date.now() - start) / 1000 };
}

async function outcomeOf(tier: Tier, only: string | undefined): Promise<Omit<Outcome, "seconds">> {
  if (tier.name === "checks") return runChecks();
  const found = await glob([...tier.files], { cwd: projectFolder });
  const files = found.filter((file) => only === undefined || file.includes(only)).sort();
  if (files.length === 0) return nothing("no tests yet");
  const obstacle = tier.obstacle();
  if (obstacle !== undefined) return withoutMeans(obstacle);
  for (const script of tier.prepare) await prepareOnce(script);
  for (const provide of tier.means) await provide();
  return runTestFiles(files, tier.concurrency);
}

function withoutMeans(reason: string): Omit<Outcome, "seconds"> {
  if (process.env["CI"] !== "true") {
    console.log(`SKIPPED: ${reason}`);
    return nothing(`SKIPPED: ${reason}`);
  }
  console.error(`FAILED: ${reason} With CI=true every tier has to run.`);
  return { ...nothing(reason), failed: 1 };
}

function nothing(note: string): Omit<Outcome, "seconds"> {
  return { passed: 0, failed: 0, skipped: 0, note };
}

const prepared = new Map<string, Promise<void>>();

function prepareOnce(script: "build" | "package"): Promise<void> {
  const running = prepared.get(script) ?? runScript(script);
  prepared.set(script, running);
  return running;
}
