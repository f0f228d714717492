import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Finding } from "../../server/src/lint/finding";
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import type { Dockerfile } from "../../server/src/model/dockerfile";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";

const folders = ["dockerfiles", "exemplary"].map((name) => join(__dirname, "..", "fixtures", name));

describe("what a finding marks is what its message names", () => {
  for (const path of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    test(path.replace(/^.*[/\\]/, ""), () => {
      const dockerfile = parseDockerfile(readFileSync(path, "utf8"));
      const findings = lintFile(dockerfile, {
        rules,
        settings: { ...defaultLintSettings, select: "all" },
        outside: nothingOutside(new Date("2026-06-01")),
        onCrash: (_, error) => {
          throw error;
        },
      });
      for (const finding of findings) checkPlace(dockerfile, finding);
    });
  }
});

/** The mark is tight, stays in one instruction, and holds what the message quotes, if that stands anywhere near. */
function checkPlace(dockerfile: Dockerfile, { rule: { id }, problem: { range, message } }: Finding): void {
  const marked = dockerfile.textOf(range);
  const about = `${id} marks ${JSON.stringify(marked)} and says: ${message}`;
  assert.equal(marked, marked.trim(), about);
  const instruction = dockerfile.instructionAt(range.start.line);
  if (!instruction) return;
  assert.equal(dockerfile.instructionAt(range.end.line), instruction, about);
  const around = plain(dockerfile.textOf(instruction.range));
  // What is wrong stands before the advice.
  const [wrong = ""] = message.split(/[.:] /);
  const quoted = Array.from(wrong.matchAll(/"([^"]+)"/g), ([, words = ""]) => plain(words)).filter(
    (words) => words !== "" && around.includes(words),
  );
  const holds = (words: string) => plain(marked).includes(words) || words.includes(plain(marked));
  assert.ok(quoted.length === 0 || quoted.some(holds), about);
}

/** Without what the builder takes away before it reads the words. */
function plain(text: string): string {
  return text.replace(/[\\`]\r?\n\s*/g, "").replace(/["'\\]/g, "");
}
