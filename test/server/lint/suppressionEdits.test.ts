import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../../server/src/lint/applyEdits";
import { ignoreInHadolintConfig } from "../../../server/src/lint/ignoreInHadolintConfig";
import { ignoreInFile, ignoreOnInstruction } from "../../../server/src/lint/suppressionEdits";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

onLine("above the instruction", "FROM a\nRUN b\n", 1, "FROM a\n# drydock ignore=x\nRUN b\n");
onLine("above all lines of it", "FROM a\nRUN b \\\n  c\n", 2, "FROM a\n# drydock ignore=x\nRUN b \\\n  c\n");
onLine("with its indentation", "FROM a\n  RUN b\n", 1, "FROM a\n  # drydock ignore=x\n  RUN b\n");
onLine(
  "in the comment that is there",
  "FROM a\n# drydock ignore=y # why\nRUN b\n",
  2,
  "FROM a\n# drydock ignore=y,x # why\nRUN b\n",
);
onLine(
  "not in another instruction's comment",
  "FROM a\n# drydock ignore=y\nRUN b\nRUN c\n",
  3,
  "FROM a\n# drydock ignore=y\nRUN b\n# drydock ignore=x\nRUN c\n",
);
onLine("nowhere outside of instructions", "FROM a\n\n# c\n", 2, undefined);

inFile("at the top", "FROM a\n", "# drydock ignore-file=x\nFROM a\n");
inFile(
  "below parser directives",
  "# syntax=a\n# escape=`\nFROM a\n",
  "# syntax=a\n# escape=`\n# drydock ignore-file=x\nFROM a\n",
);
inFile(
  "in the comment that is there",
  "FROM a\n# drydock ignore-file=y\n",
  "FROM a\n# drydock ignore-file=y,x\n",
);

inConfig("a new file", undefined, "ignored:\n  - DL3008\n");
inConfig("an empty file", "\n", "ignored:\n  - DL3008\n");
inConfig(
  "a file with comments",
  "# ours\nignored: # these\n  - DL3003 # why\n\nno-fail: true\n",
  "# ours\nignored: # these\n  - DL3003 # why\n  - DL3008\n\nno-fail: true\n",
);
inConfig("a list without indentation", "ignored:\n- DL3003\n", "ignored:\n- DL3003\n- DL3008\n");
inConfig("a list on one line", "ignored: [DL3003]\n", "ignored: [ DL3003, DL3008 ]\n");
inConfig("a single text", "ignored: DL3003\n", "ignored:\n  - DL3003\n  - DL3008\n");
inConfig("a file of comments", "# nothing yet\n", "# nothing yet\n\nignored:\n  - DL3008\n");
inConfig("a file without the key", "no-fail: true\n", "no-fail: true\nignored:\n  - DL3008\n");
inConfig("a file with CRLF", "ignored:\r\n  - DL3003\r\n", "ignored:\r\n  - DL3003\r\n  - DL3008\r\n");
inConfig("a rule that is ignored already", "ignored: [DL3008]\n", undefined);
inConfig("a broken file", "ignored: [\n", undefined);
inConfig("a list in place of keys", "- DL3003\n", undefined);

function onLine(name: string, text: string, line: number, expected: string | undefined): void {
  test(`ignoring on a line: ${name}`, () => {
    const dockerfile = parseDockerfile(text);
    const edit = ignoreOnInstruction(dockerfile, line, "x");
    assert.equal(edit && applyEdits(dockerfile, [edit]), expected);
  });
}

function inFile(name: string, text: string, expected: string): void {
  test(`ignoring in a file: ${name}`, () => {
    const dockerfile = parseDockerfile(text);
    assert.equal(applyEdits(dockerfile, [ignoreInFile(dockerfile, "x")]), expected);
  });
}

function inConfig(name: string, text: string | undefined, expected: string | undefined): void {
  test(`ignoring in hadolint's configuration: ${name}`, () => {
    assert.equal(ignoreInHadolintConfig(text, "DL3008"), expected);
  });
}
