import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { dockerfileGrammar } from "../syntaxes/source/dockerfileGrammar";
import { generateManifest } from "./generate/manifest";
import { generateRuleDocumentation } from "./generate/ruleDocumentation";

const root = join(__dirname, "..");

/** Each generated file and how it is made of what stands there now and of the code's own values. */
const outputs: readonly { readonly file: string; readonly generate: (present: string) => string }[] = [
  { file: join(root, "package.json"), generate: generateManifest },
  { file: join(root, "docs", "rules.md"), generate: generateRuleDocumentation },
  {
    file: join(root, "syntaxes", "dockerfile.tmLanguage.json"),
    generate: () => JSON.stringify(dockerfileGrammar(), null, 2),
  },
];

/** Writes what is generated; with `--check` writes nothing and fails where a file is stale. */
async function main(): Promise<void> {
  const checks = process.argv.includes("--check");
  const stale: string[] = [];
  for (const { file, generate } of outputs) {
    const present = await readFile(file, "utf8").catch(() => "");
    const wanted = await formatted(file, generate(present));
    if (wanted === present) continue;
    stale.push(relative(root, file));
    if (!checks) await writeFile(file, wanted);
  }
  if (!checks) console.log(stale.length > 0 ? `Generated ${stale.join(", ")}.` : "Everything is up to date.");
  else if (stale.length > 0)
    throw new Error(`Stale: ${stale.join(", ")}. Run "npm run generate" and commit the result.`);
}

/** As the formatter would leave it, so that generating and formatting never undo each other. */
async function formatted(file: string, text: string): Promise<string> {
  if (!file.endsWith(".json")) return text;
  const biome = require.resolve("@biomejs/biome/bin/biome");
  const run = promisify(execFile)(process.execPath, [biome, "format", `--stdin-file-path=${file}`], {
    cwd: root,
  });
  run.child.stdin?.end(text);
  return (await run).stdout;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
