import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { shellScripts } from "../../../server/src/model/shellScripts";
import { shellValues } from "../../../server/src/model/shellValues";
import { unquotedExpansions } from "../../../server/src/model/unquotedExpansions";

function treeOf(script: string) {
  const [, run] = parseDockerfile(`FROM x\nRUN ${script}`).instructions;
  const ast = run && shellScripts(run, ["/bin/sh", "-c"])[0]?.ast;
  assert.ok(ast);
  return ast;
}

describe("expansions outside quotes", () => {
  check("a $b ${c}d \"$e\" '$f' x$(g)", ["whole b", "part c", "part ?"]);
  check("[ $a = b ] && test -n $c; [ $d ]; [[ $e = f ]]", ["test a", "test c", "whole d"]);
  check("cd $a; b=$c d=$e f; export g=$h", ["cd a"]);
  check("a $? $1 ${b:-c} $((d))", ["whole ?", "whole ?", "whole ?"]);
  check("for a in $b; do c $d; done; case $e in esac", ["whole d"]);
  check('a "$(b $c)"', ["whole c"]);

  function check(script: string, expected: readonly string[]): void {
    test(script, () => {
      const found = unquotedExpansions(treeOf(script));
      assert.deepEqual(
        found.map(({ place, variable }) => `${place} ${variable ?? "?"}`),
        expected,
      );
    });
  }
});

test("values that a script gives to its variables", () => {
  const values = shellValues(
    treeOf("a=1 b='2 3' c=$d; a=4; e+=5; for f in 6 $7; do read -r g; export h=8; done"),
  );
  assert.deepEqual(Object.fromEntries(values), {
    a: ["1", "4"],
    b: ["2 3"],
    c: [undefined],
    e: [undefined],
    f: ["6", undefined],
    g: [undefined],
    h: ["8"],
  });
});
