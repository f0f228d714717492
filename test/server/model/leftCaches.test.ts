import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { appendedCommand } from "../../../server/src/model/appendedCommand";
import { deletedPaths } from "../../../server/src/model/deletedPaths";
import { coversFolder } from "../../../server/src/model/folderCover";
import { leftCaches } from "../../../server/src/model/leftCaches";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { plainCommands } from "../../../server/src/model/plainCommands";
import { runCommands } from "../../../server/src/model/runCommands";
import { shellOf } from "../../../server/src/model/shellOf";
import { shellScripts } from "../../../server/src/model/shellScripts";
import { shippedStages } from "../../../server/src/model/shippedStages";

test("the last stage and those below it make the image", () => {
  const dockerfile = parseDockerfile("FROM a AS a\nFROM b AS b\nFROM a AS c\nFROM c\nCOPY --from=b /x /x\n");
  assert.deepEqual(
    [...shippedStages(dockerfile)].map(({ index }) => index),
    [3, 2, 0],
  );
  assert.equal(shippedStages(parseDockerfile("")).size, 0);
});

describe("folders that a path covers", () => {
  check(
    "/var/lib/apt/lists",
    ["/var/lib/apt/lists", "/var/lib/apt/lists/*", "/var/lib/apt/", "/var/*", "/*"],
    [...["/var/lib/apt/lis", "/var/cache", "/var/lib/apt/lists2", ""]],
  );
  check(
    "~/.cache/pip",
    ["~", "$HOME/.cache", "/root/.cache/pip/*", "/home/a/.cache", "/srv/.cache/pip", "/root"],
    [...["/cache/pip", "/root/.cache/uv", "/srv", "/root/.cachepip"]],
  );

  function check(folder: string, covering: readonly string[], others: readonly string[]): void {
    test(folder, () => {
      assert.deepEqual(
        covering.filter((path) => !coversFolder(path, folder)),
        [],
      );
      assert.deepEqual(
        others.filter((path) => coversFolder(path, folder)),
        [],
      );
    });
  }
});

test("paths that commands delete", () => {
  const text = "FROM x\nRUN rm -rf /a/* '/b' \"$C\" /d/{e,f}; find /g /h -name x -delete; find /i; ls /j";
  const commands = parseDockerfile(text).instructions.flatMap((instruction) =>
    runCommands(instruction, ["sh"]),
  );
  assert.deepEqual(commands.flatMap(deletedPaths), ["/a/*", "/b", "$C", "/d/e", "/d/f", "/g", "/h"]);
});

/** The actions that leave something behind, with the line they stand on. */
test("caches that are left, per RUN", () => {
  const dockerfile = parseDockerfile(
    [
      "FROM x AS build",
      "RUN yum install a",
      "FROM x",
      "RUN yum install a && yum clean all && yum update",
      "RUN yum install a && rm -rf /var/cache/*",
      "RUN rm -rf /var/cache/* && yum install a",
      "RUN --mount=type=cache,dst=/var/cache/yum yum install a",
      "ONBUILD RUN yum install a",
    ].join("\n"),
  );
  const left = leftCaches(dockerfile, {
    manager: "yum",
    fills: ({ action }) => action === "install" || action === "update",
    empties: ({ action }) => action === "clean",
    emptiedBy: ["yum"],
    folders: ["/var/cache/yum"],
  });
  assert.deepEqual(
    left.flatMap(({ calls, instruction }) => calls.map(({ action }) => `${instruction.firstLine} ${action}`)),
    ["3 update", "5 install", "7 install"],
  );
});

describe("a command behind the others", () => {
  check("RUN a", "RUN a && z");
  check("RUN a \\\n  && b", "RUN a \\\n  && b \\\n  && z");
  check("RUN a && \\\n    b", "RUN a && \\\n    b && \\\n    z");
  check("RUN a; \\\n\tb", "RUN a; \\\n\tb; \\\n\tz");
  check("RUN a \\\n    b", "RUN a \\\n    b \\\n    && z");
  check("RUN a || b | c", "RUN a || b | c && z");
  check("RUN if a; then b; fi", "RUN if a; then b; fi && z");
  check('RUN ["sh", "-c", "a"]', 'RUN ["sh", "-c", "a && z"]');
  check("RUN <<EOF\n  a\nEOF", "RUN <<EOF\n  a\n  z\nEOF");
  check("ONBUILD RUN a", "ONBUILD RUN a && z");
  for (const open of [
    "RUN a &",
    "RUN a;",
    "RUN a # b",
    'RUN ["a"]',
    "RUN a && exit 0",
    "RUN cat <<EOF\na\nEOF",
  ])
    check(open, open);

  function check(text: string, expected: string): void {
    test(text, () => {
      const dockerfile = parseDockerfile(`FROM x\n${text}\n`);
      const [, outer] = dockerfile.instructions;
      assert.ok(outer);
      const instruction = outer.trigger ?? outer;
      const edit = appendedCommand(dockerfile, instruction, shellOf(dockerfile, instruction), "z");
      const document = TextDocument.create("", "", 0, dockerfile.text);
      assert.equal(TextDocument.applyEdits(document, edit ? [edit] : []), `FROM x\n${expected}\n`);
    });
  }
});

test("commands that run once and in order", () => {
  const text = "RUN a && (b; { c; }) || d; if e; then f; fi; g | h; i & j() { k; }; l $(m)";
  const [script] = parseDockerfile(`FROM x\n${text}`).instructions.flatMap((found) =>
    shellScripts(found, ["sh"]),
  );
  const plain = plainCommands(script?.ast);
  assert.deepEqual(
    script?.commands.flatMap(({ node, name }) =>
      node && plain.has(node) ? [`${name} ${plain.get(node)}`] : [],
    ),
    ["a top", "b subshell", "c subshell", "d top", "l top"],
  );
});
