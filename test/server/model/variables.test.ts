import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { resolveText } from "../../../server/src/model/resolveText";

describe("what a text comes to in the last instruction", () => {
  check("an argument's default", "ARG V=1\nFROM a:$V", "$V", "1");
  check("a global argument is not seen in a stage", "ARG V=1\nFROM a\nRUN x", "$V", undefined);
  check("unless the stage names it", "ARG V=1\nFROM a\nARG V\nRUN x", "$V", "1");
  check("the stage's own default comes first", "ARG V=1\nFROM a\nARG V=2\nRUN x", "$V", "2");
  check("an argument without a value is not certain", "FROM a\nARG V\nRUN x", "$V", undefined);
  check("but missing for a default", "FROM a\nARG V\nRUN x", "${V:-d}", "d");
  check("ENV over ARG", "FROM a\nENV V=1\nARG V=2\nRUN x", "$V", "1");
  check("an ENV line does not see itself", "FROM a\nENV A=1\nENV A=2 B=$A\nRUN x", "$A$B", "21");
  check("an ARG line does", "ARG A=1 B=${A}2\nFROM a:$B", "$B", "12");
  check("inherited from a local stage", "FROM a AS Base\nENV A=1\nFROM base\nRUN x", "$A", "1");
  check("arguments too", "FROM a AS b\nARG A=1\nFROM b\nRUN x", "$A", "1");
  check("not from another stage", "FROM a AS b\nENV A=1\nFROM a\nRUN x", "$A", undefined);
  check("what stands below does not count", "FROM a\nENV A=1\nENV A=2\nRUN x", "$A", "2");
  check(
    "a platform argument comes from the build",
    "FROM a\nARG TARGETARCH\nRUN x",
    "${TARGETARCH:-x}",
    undefined,
  );
  check("an image may set anything", "FROM a\nRUN x", "${NO:-d}", undefined);
  check("scratch sets nothing", "FROM scratch\nRUN x", "${NO:-d}", "d");
  check("legacy ENV", "FROM a\nENV A b c 'd'\nRUN x", "$A", "b c d");
  check("a trigger defines nothing here", "FROM a\nONBUILD ENV A=1\nRUN x", "$A", undefined);

  const known = "FROM scratch\nENV V=v1.22.3 E= P=a/b/c D=$V\nRUN x";
  check("braces", known, "x${V}y", "xv1.22.3y");
  check("default when empty", known, "${E:-d}", "d");
  check("but not without the colon", known, "${E-d}", "");
  check("alternate", known, "${V:+yes}${E:+no}${NO+no}", "yes");
  check("required", known, "${V:?}", "v1.22.3");
  check("required and missing", known, "${NO:?no}", undefined);
  check("nested", known, "${NO:-${E:-${V}}}", "v1.22.3");
  check("prefix", known, "${V#v}", "1.22.3");
  check("longest prefix", known, "${P##*/}", "c");
  check("suffix", known, "${V%.*}", "v1.22");
  check("longest suffix", known, "${V%%.*}", "v1");
  check("no match", known, "${V#x}", "v1.22.3");
  check("replace once", known, "${V/./-}", "v1-22.3");
  check("replace all", known, "${V//./-}", "v1-22-3");
  check("replace a slash", known, "${P//\\//-}", "a-b-c");
  check("a pattern with a question mark", known, "${V#??}", ".22.3");
  check("an unknown modifier", known, "${V^^}", undefined);
  check("a brace left open", known, "${V", undefined);
  check("quotes go", known, "\"$V\"'$V'", "v1.22.3$V");
  check("escapes", known, "\\$V \"\\$V\" '\\'", "$V $V \\");
  check("positional parameters are empty", known, "$1$@x", "x");
  check("a lone dollar stays", known, "$ a$", "$ a$");

  function check(name: string, text: string, asked: string, expected: string | undefined): void {
    test(name, () => {
      const dockerfile = parseDockerfile(text);
      const last = dockerfile.instructions.at(-1);
      assert.ok(last);
      assert.equal(resolveText(dockerfile, asked, last), expected);
    });
  }
});

/** Each use as it is written, with the definition's line. */
describe("where the builder expands", () => {
  check(
    "not in RUN, CMD, ENTRYPOINT, SHELL",
    'RUN $a\nCMD $a\nENTRYPOINT ["$a"]\nSHELL ["$a"]\nMAINTAINER $a',
    [],
  );
  check("places", 'WORKDIR $a/$b\nUSER $a:${b}\nSTOPSIGNAL $c\nVOLUME ["$d"]\nEXPOSE $e/tcp', [
    "$a",
    "$b",
    "$a",
    "${b}",
    "$c",
    "$d",
    "$e",
  ]);
  check("copies", "COPY --from=$no --chown=$a:$b $c ${d} /x", ["$a", "$b", "$c", "${d}"]);
  check("names and values", "LABEL $a=$b\nENV c=$d\nARG e=$f", ["$a", "$b", "$d", "$f"]);
  check("mounts", "RUN --mount=type=cache,from=$no,target=$a $b", ["$a"]);
  check("single quotes hold it back", "ENV a='$b' c=\"$d\" e=\\$f", ["$d"]);
  check("an operand", "ENV a=${b:-${c}}", ["${b:-${c}}", "${c}"]);
  check("a heredoc", "COPY <<A /x\n$a '$b' \\$c\nA\nCOPY <<'B' /y\n$d\nB", ["$a", "$b"]);
  check("the image, not the name", "FROM $a AS $b", ["$a"]);
  check("triggers", "ONBUILD WORKDIR $a", ["$a"]);
  check("over several lines", "ENV a=1 \\\n  # c\n  b=${c:-\\\nx}", ["${c:-\\\nx}"]);

  test("a use knows its definition", () => {
    const { variableUses } = parseDockerfile("ARG a=1\nFROM x:$a\nENV b=$c\nENV c=1\nUSER ${c:-2}");
    assert.deepEqual(
      variableUses.map(({ name, modifier, operand, definition, resolved }) => [
        name,
        modifier,
        operand,
        definition?.nameRange.start.line,
        resolved,
      ]),
      [
        ["a", undefined, undefined, 0, "1"],
        ["c", undefined, undefined, undefined, undefined],
        ["c", ":-", "2", 3, "1"],
      ],
    );
  });

  function check(name: string, text: string, expected: readonly string[]): void {
    test(name, () => {
      const dockerfile = parseDockerfile(text);
      assert.deepEqual(
        dockerfile.variableUses.map(({ range }) => dockerfile.textOf(range)),
        expected,
      );
    });
  }
});
