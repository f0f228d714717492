import { parseArgs } from "node:util";
import type { Outcome } from "./test/outcome";
import { runTier } from "./test/runTier";
import { type Tier, tiers } from "./test/tiers";

const usage = `Usage: npm test -- [TIER…] [--only PATTERN]

Runs the project's tests: all tiers, or the named ones.

${tiers.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join("\n")}

  --only PATTERN   of each tier only the test files whose path holds PATTERN
  --help           this text

With CI=true a tier that can't run on this machine is a failure; else it is skipped with the reason.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean" }, only: { type: "string" } },
  });
  if (values.help === true) {
    console.log(usage);
    return;
  }
  const unknown = positionals.find((name) => !tiers.some((tier) => tier.name === name));
  if (unknown !== undefined) throw new Error(`There is no tier "${unknown}". ${usage}`);

  const chosen = tiers.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const outcomes: [Tier, Outcome][] = [];
  for (const tier of chosen) outcomes.push([tier, await runTier(tier, { only: values.only })]);
  report(outcomes);
}

/** The last line is read by machines: it stands alone and sums up all tiers. */
function report(outcomes: [Tier, Outcome][]): void {
  console.log("\nSummary");
  let passed = 0;
  let failed = 0;
  for (const [{ name }, outcome] of outcomes) {
    passed += outcome.passed;
    failed += outcome.failed;
    const counts = `${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`;
    const note = outcome.note === undefined ? "" : `: ${outcome.note}`;
    console.log(`  ${name.padEnd(8)} ${counts} in ${outcome.seconds.toFixed(1)} s${note}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
