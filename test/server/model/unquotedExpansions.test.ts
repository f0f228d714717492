import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { scriptVariables } from "../../../server/src/model/scriptVariables";
import { shellScripts } from "../../../server/src/model/shellScripts";
import { unquotedExpansions } from "../../../server/src/model/unquotedExpansions";

function treeOf(script: string) {
  const [, run] = parseDockerfile(`FROM x\nRUN ${script}`).instructions;
  const ast = run && shellScripts(run, ["/bin/sh", "-c"])[0]?.ast;
  assert.ok(ast);
  return ast;
}

describe("expansions outside quotes where one word is wanted", () => {
  check("a $b ${c}d \"$e\" '$f' x$(g)", ["joined ${c}", "joined $(g)"]);
  check("[ $a = b ] && test -n $c; [ $d ]; [[ $e = f ]]; test x$g = x", ["test $a", "test $c", "joined $g"]);
  check("cd $a; cd -P $b; b=x$c d=x$e f; export g=x$h", ["cd $a"]);
  check("a /$? /$1 /${b:-c} /$((d)) /${#e} /${f:+g} /$@", ["joined ${b:-c}"]);
  check("for a in x$b; do c x$d; done; case x$e in x$f) ;; esac; g > x$h; eval x$i", ["joined $d"]);
  check('a "$(b x$c)"; $d e; $f/g', ["joined $c", "joined $f"]);
  check("a $b$c", []);

  function check(script: string, expected: readonly string[]): void {
    test(script, () => {
      const found = unquotedExpansions(treeOf(script));
      assert.deepEqual(
        found.map(({ place, part }) => `${place} ${part.text}`),
        expected,
      );
    });
  }
});

describe("what a script puts into its variables", () => {
  check("a=1 b='2 3' c=$d; a=4", { a: "one word", b: "unknown", c: "unknown" });
  check("a=; b=x$(nproc)y; c=$(date +%s); d=$(curl x); e=*", {
    a: "maybe empty",
    b: "one word",
    c: "one word",
    d: "unknown",
    e: "unknown",
  });
  check("a=x; b=$a/y; c=\"$b\"'z'; a=$c", { a: "one word", b: "one word", c: "one word" });
  check("a+=b; c=(d); e[0]=f", { a: "unknown", c: "unknown", e: "unknown" });
  check("for f in 6 $g; do read -r h; done; for i in *.c; do :; done", {
    f: "one word",
    h: "maybe empty",
    i: "unknown",
  });
  check("export a=b; f() { local c=$(d); }", { a: "one word", c: "unknown" });

  function check(script: string, expected: Readonly<Record<string, string>>): void {
    test(script, () => assert.deepEqual(Object.fromEntries(scriptVariables(treeOf(script))), expected));
  }
});
