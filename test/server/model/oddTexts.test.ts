import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { shellOf } from "../../../server/src/model/shellOf";
import { shellScripts } from "../../../server/src/model/shellScripts";

/**
 * Texts that would take minutes, or exhaust the stack, if any part of the model grew with the square of its input. The
 * limit is far above what they take, so that a slow machine does not fail and such growth does.
 */
const limit = { timeout: 20_000 };

describe("long and strange texts", () => {
  check("a long line", `RUN ${"a b && ".repeat(40_000)}c`, 1);
  check("a quote that never closes", `RUN "${"a ".repeat(500_000)}`, 1);
  check("many words", `COPY ${"a ".repeat(500_000)}`, 1);
  check("many flags", `RUN ${"--a ".repeat(200_000)}`, 1);
  check("many pairs", `ENV ${"a=${b:-$a} ".repeat(15_000)}`, 1);
  check("many strings", `CMD ["a"${',"b"'.repeat(40_000)}]`, 1);
  check("braces within braces", `ENV a=${"${a:-".repeat(100_000)}`, 1);
  check("brackets within brackets", `CMD ${"[".repeat(500_000)}`, 1);
  check("30,000 instructions", "RUN echo hi\n".repeat(30_000), 30_000);
  check("one instruction of 100,000 lines", `RUN a${" \\\n# c\n b".repeat(50_000)}`, 1);
  check("100,000 comments", "# c\n".repeat(100_000), 0);
  check("many heredocs", "RUN <<A\na\nA\n".repeat(10_000), 10_000);
  check("many heredocs left open", `RUN ${"<<A ".repeat(5_000)}\n${"a\n".repeat(5_000)}`, 1);
  check("arrows without a name", `RUN ${"<< ".repeat(50_000)}`, 1);
  check("many stages, each on the one before", chainOfStages(5_000), 10_000);
  check("a variable that doubles", `FROM scratch\nENV A=aa\n${"ENV A=$A$A\n".repeat(5000)}`, 5002);
  check(
    "a costly pattern",
    `FROM scratch\nENV A=${"a".repeat(30_000)}\n${"ENV B=${A//a*a*b/x}\n".repeat(100)}`,
    102,
  );
  check("shells within shells", `RUN bash <<A\n${"bash <<A\n".repeat(5000)}`, 1);
  check("NUL", "\0".repeat(500_000), 1);
  check("lone surrogates", "\ud800".repeat(100_000), 1);
  check("blanks", `${" ".repeat(500_000)}x`, 1);
  check("escape characters", `RUN ${"\\".repeat(500_000)}`, 1);
  check("a directive of blanks", `# a=${" ".repeat(300_000)}b${" ".repeat(300_000)}`, 0);

  function check(name: string, text: string, instructions: number): void {
    test(name, limit, () => {
      const dockerfile = parseDockerfile(text);
      assert.equal(dockerfile.instructions.length, instructions);
      assert.ok(dockerfile.variableUses && dockerfile.comments);
      for (const instruction of dockerfile.instructions) {
        assert.ok(instruction.words && instruction.range);
        for (const script of shellScripts(instruction, shellOf(dockerfile, instruction)))
          assert.ok(script.commands);
      }
    });
  }
});

function chainOfStages(length: number): string {
  return Array.from({ length }, (_, index) => `FROM s${index - 1} AS s${index}\nENV A=$NOBODY`).join("\n");
}
