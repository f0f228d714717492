import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { shellOf } from "../../../server/src/model/shellOf";

shells(
  "holds from its line to the end of the stage",
  "FROM a\nRUN b\n# hadolint shell=pwsh\nRUN c\nRUN d\nFROM e\nRUN f",
  ["/bin/sh", "pwsh", "pwsh", "/bin/sh"],
);
shells(
  "above the first FROM is the default of every stage",
  "# hadolint shell=bash\nFROM a\nRUN b\nFROM c\nRUN d",
  ["bash", "bash"],
);
shells("gives way to a later SHELL", 'FROM a\n# hadolint shell=pwsh\nSHELL ["/bin/bash", "-c"]\nRUN b', [
  "/bin/bash",
]);
shells("is inherited", "FROM a AS b\n# hadolint shell = bash # ours\nFROM b\nRUN c", ["bash"]);
shells("is lower case", "FROM a\n# Hadolint shell=bash\nRUN b", ["/bin/sh"]);

function shells(name: string, text: string, expected: readonly string[]): void {
  test(`a comment that names the shell ${name}`, () => {
    const dockerfile = parseDockerfile(text);
    const runs = dockerfile.instructions.filter(({ keyword }) => keyword === "RUN");
    assert.deepEqual(
      runs.map((run) => shellOf(dockerfile, run)[0]),
      expected,
    );
  });
}
