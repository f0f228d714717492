import assert from "node:assert/strict";
import { test } from "node:test";
import { bashForms } from "../../../server/src/model/bashForms";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { shellScripts } from "../../../server/src/model/shellScripts";

/** A script, and what of it only bash knows: kind and text. */
const cases: readonly (readonly [script: string, ...forms: string[]])[] = [
  ["[[ a == b ]]", "conditional [["],
  ["[ a == b ] && test a == b", "testEquals ==", "testEquals =="],
  ["[ a = b -a == = c ]", "testEquals =="],
  ["[ == = a ]"],
  ["[ a =~ b ]", "testPattern =~"],
  ["[ -v A ]", "testVariable -v"],
  ["a=(1 2)", "array (1 2)"],
  ["a[0]=1", "arrayElement a[0]"],
  ["echo ${a[@]} ${#a[@]}", "arrayElement ${a[@]}", "arrayElement ${#a[@]}"],
  ["a+=b", "append +="],
  ["cat <<< a", "hereString <<<"],
  ["source a; . b", "source source"],
  ["function f { a; }", "functionKeyword function"],
  ["function f() { a; }", "functionKeyword function"],
  ["f() { a; }"],
  ["f-g() { a; }", "functionName f-g"],
  ["set -eo pipefail; set -o errexit", "setOption pipefail"],
  ["set -euxo pipefail -o errtrace", "setOption pipefail", "setOption errtrace"],
  ["a &> b", "outputAndErrors &>"],
  ["a &>> b", "appendOutputAndErrors &>>"],
  ["a >& b >&2 2>&1 >&- >&$fd", "outputToFile >&"],
  ["exec {fd}>a", "namedDescriptor {fd}>"],
  ["exec 11>a", "highDescriptor 11"],
  ["a > /dev/tcp/b/1", "networkFile /dev/tcp/b/1"],
  ["a |& b", "pipeWithErrors |&"],
  ["echo $'a' 'b' \"$'c'\"", "escapedQuote $'a'"],
  ['echo $"a"', 'translatedQuote $"a"'],
  ["mkdir {a,b} x{1..3}", "braceExpansion {a,b}", "braceExpansion {1..3}"],
  ["find -exec a {} + '{a,b}' \"{a,b}\" {a}"],
  ['echo {"a":1,"b":2}'],
  ["a <(b) >(c)", "processSubstitution <(b)", "processSubstitution >(c)"],
  ["echo @(a|b)", "extendedPattern @(a|b)"],
  ["((a++))", "arithmeticCommand ((a++))", "increment a++"],
  ["for ((;;)); do a; done", "arithmeticFor for"],
  ["echo $[1+1] $((1+1))", "oldArithmetic $[1+1]"],
  ["echo $((i++)) $((2**3)) $((10#08))", "increment i++", "power 2**3", "numberBase 10#08"],
  ["select a in b; do c; done", "select select"],
  ["echo -e a; echo -n a; echo -ne a; echo a -e", "echoOption -e", "echoOption -ne"],
  ["read -r a; read -p b c", ...[]],
  ["read -n 1 a; read -t 5 -s a", "readOption -n", "readOption -t", "readOption -s"],
  ["read -ra a", "readArray -ra"],
  ["while read; do a; done", "readNothing read"],
  ["export -f a; export A=b", "exportFunction -f"],
  ["printf -v a b; printf %q a; printf %%q a", "printfVariable -v", "printfQuote %q"],
  ["echo $UID ${RANDOM} $HOME ${EUID:-0}", "variable $UID", "random ${RANDOM}"],
  ["UID=1; echo $UID"],
  ["echo ${a//b/c} ${a/b} ${a#b} ${a%%b}", "replacement ${a//b/c}", "replacement ${a/b}"],
  ["echo ${a:0:1} ${a: -1} ${a:-b}", "substring ${a:0:1}", "substring ${a: -1}"],
  ["echo ${a^^} ${a,}", "letterCase ${a^^}", "letterCase ${a,}"],
  ["echo ${!a}", "indirection ${!a}"],
  ["let a=1", "let let"],
  ["declare a=1; pushd b; shopt -s c", "command declare", "command pushd", "command shopt"],
  ["pushd() { a; }; pushd b"],
  ["local a=1; command -v b; type c; hash -r"],
  ["trap a ERR; trap b EXIT; trap c SIGTERM", "trapName ERR", "trapPrefix SIGTERM"],
  ["a=$(<b); c=$(cat <d)", "readFile $(<b)"],
  ["coproc a", "coprocess coproc"],
  ["case a in a) b ;& c) d ;; esac", "fallThrough ;&"],
  ["exec -a a b; exec c -a", "execName -a"],
  ["echo '[[ a ]]' \"((1))\" # <<< $UID"],
  ["cat <<E\n$UID {a,b}\nE", "variable $UID"],
];

for (const [script, ...forms] of cases) {
  test(`${script} has ${forms.join(", ") || "nothing that only bash knows"}`, () => {
    const { instructions } = parseDockerfile(`FROM a\nRUN <<STOP\n${script}\nSTOP\n`);
    const [read] = instructions[1] ? shellScripts(instructions[1], ["/bin/sh", "-c"]) : [];
    assert.ok(read?.ast);
    assert.deepEqual(read.errors, []);
    const found = bashForms(read.ast);
    assert.deepEqual(
      found.map(({ kind, start, end }) => `${kind} ${read.text.slice(start, end).trim()}`),
      forms,
    );
  });
}
