import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { looksLikeDirective } from "../../../server/src/model/parserDirectives";

/** Directives that count, then those that stand where they do not. */
describe("parser directives", () => {
  check(
    "case and blanks do not matter",
    "#  SynTax =  docker/dockerfile:1  \nFROM a",
    ["syntax=docker/dockerfile:1"],
    [],
  );
  check(
    "several",
    "# syntax=a\n# check=skip=all;error=true\n#escape=`\n",
    ["syntax=a", "check=skip=all;error=true", "escape=`"],
    [],
  );
  check("a blank line ends them", "\n# escape=`\n", [], ["escape=`"]);
  check("a comment ends them", "# hi\n# escape=`\n", [], ["escape=`"]);
  check("an unknown name ends them", "# foo=bar\n# escape=`\n", [], ["escape=`"]);
  check("an instruction ends them", "FROM a\n#   syntax=x\n", [], ["syntax=x"]);
  check("the second of a name does not count", "# escape=`\n# escape=\\\n", ["escape=`"], ["escape=\\"]);
  check("one without a value is a comment", "# syntax=\n", [], []);
  check(
    "blanks before the # hide all but escape",
    "# check=error=true\n  # escape=`\n  # syntax=a\n",
    ["check=error=true", "escape=`"],
    ["syntax=a"],
  );
  check("and what follows them", "  # escape=`\n# syntax=a\n", ["escape=`"], ["syntax=a"]);
  check("a byte order mark may stand before", "\uFEFF# escape=`\r\n", ["escape=`"], []);

  test("a wrong escape character leaves the backslash", () => {
    assert.equal(parseDockerfile("# escape=x\n").escapeCharacter, "\\");
    assert.equal(parseDockerfile("# ESCAPE=`\n").escapeCharacter, "`");
  });

  test("escape holds behind one that is hidden by its blanks", () => {
    assert.equal(parseDockerfile(" # syntax=a\n# escape=`\n").escapeCharacter, "`");
  });

  function check(name: string, text: string, honoured: readonly string[], late: readonly string[]): void {
    test(name, () => {
      const dockerfile = parseDockerfile(text);
      const lateOnes = dockerfile.comments
        .map(looksLikeDirective)
        .filter((directive) => directive !== undefined);
      assert.deepEqual(
        dockerfile.directives.map(({ name, value }) => `${name}=${value}`),
        honoured,
      );
      assert.deepEqual(
        lateOnes.map(({ name, value }) => `${name}=${value}`),
        late,
      );
      for (const directive of [...dockerfile.directives, ...lateOnes]) {
        assert.equal(dockerfile.textOf(directive.nameRange).toLowerCase(), directive.name);
        assert.equal(dockerfile.textOf(directive.valueRange), directive.value);
      }
    });
  }
});
