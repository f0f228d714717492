import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dockerfile } from "../../../server/src/model/dockerfile";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import type { ShellCommand, ShellScript } from "../../../server/src/model/shell";
import { shellOf } from "../../../server/src/model/shellOf";
import { shellScripts } from "../../../server/src/model/shellScripts";
import { type SyntaxNode, walkSyntax } from "../../../server/src/model/shellSyntax";

/** Each command as `operator name words`, with the words' values, `?` for one that is not known. */
describe("commands", () => {
  check("a list", "RUN a 1 && b || c; d & e | f", ["a 1", "&& b", "|| c", "; d", "& e", "| f"]);
  check("over lines with comments", "RUN a \\\n  # c\n  && b \\\n\n  2", ["a", "&& b 2"]);
  check("a comment of the shell takes the rest", "RUN a # b \\\n c", ["a"]);
  check("quotes", "RUN a 'b c' \"d $e\" f\\ g $'h\\n'", ["a b c ? f g h\n"]);
  check("patterns stay", "RUN rm -rf /a/* b?c {d,e}", ["rm -rf /a/* b?c {d,e}"]);
  check("substitutions", "RUN a $(b $(c)) `d`", ["a ? ?", "b ?", "c", "d"]);
  check("groups", "RUN (a; b) && { c; }", ["a", "; b", "c"]);
  check("conditions", "RUN if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]);
  check("loops", "RUN for x in 1 2; do a $x; done; while b; do c; done", ["a ?", "b", "c"]);
  check("cases", "RUN case $(a) in x) b ;; *) c ;; esac", ["a", "b", "c"]);
  check("functions", "RUN f() { a; }; f", ["a", "; f"]);
  check("negation and time", "RUN ! a && time b", ["a", "&& b"]);
  check("a folder before the name", "RUN /usr/bin/apt-get update", ["apt-get update"]);
  check("a name that is not known", "RUN $CMD a", ["? a"]);
  check("an assignment alone", "RUN A=1", ["?"]);
  check("nested shells", 'RUN sh -c \'a b\' && bash -exc "c \\"d\\" $e"', [
    "sh -c a b",
    "a b",
    "&& bash -exc ?",
    "c d ?",
  ]);
  check("options of a nested shell", "RUN bash -o pipefail -c 'a | b'", [
    "bash -o pipefail -c a | b",
    "a",
    "| b",
  ]);
  check("su", "RUN su - bob -c 'a'", ["su - bob -c a", "a"]);
  check("exec form", 'CMD ["/bin/a", "b c", "$d"]', ["a b c $d"]);
  check("exec form of a shell", 'CMD ["sh", "-c", "a \\"b\\" && c\\td"]', ["a b", "&& c d"]);
  check("exec form through a wrapper", 'ENTRYPOINT ["/usr/bin/env", "A=b", "c"]', ["c"]);
  check("health checks", "HEALTHCHECK --retries=1 CMD a || exit 1", ["a", "|| exit 1"]);
  check("no health check", "HEALTHCHECK NONE", []);
  check("triggers", "ONBUILD RUN a", ["a"]);
  check("a heredoc alone is the script", "RUN <<-EOF\n\ta\n\tb | c\n\tEOF", ["a", "; b", "| c"]);
  check("a heredoc with CRLF", "RUN <<EOF\r\na b\r\nc\r\nEOF\r\n", ["a b", "; c"]);
  check("a heredoc for a command", "RUN cat <<EOF > x\n$(a) b\nEOF", ["cat", "a"]);
  check("a heredoc for a shell", "RUN bash -s <<'EOF'\na\nEOF", ["bash -s", "a"]);
  check("a shebang of a shell", "RUN <<EOF\n#!/usr/bin/env -S bash -e\na\nEOF", ["a"]);
  check("a shebang of something else", "RUN <<EOF\n#!/usr/bin/python3\nimport a\nEOF", []);
  check("a Windows shell", 'SHELL ["powershell", "-Command"]\nRUN a; b', []);
  check("what other instructions say is no shell", "COPY a b\nENV a=b", []);

  function check(name: string, text: string, expected: readonly string[]): void {
    test(name, () => {
      const commands = scriptsIn(parseDockerfile(`FROM x\n${text}`)).flatMap((script) => script.commands);
      assert.deepEqual(commands.map(written), expected);
    });
  }

  function written({ operatorBefore, name, words }: ShellCommand): string {
    const operator = operatorBefore === undefined ? [] : [operatorBefore];
    return [...operator, name ?? "?", ...words.map(({ value }) => value ?? "?")].join(" ");
  }
});

describe("wrappers", () => {
  check("sudo -E -u bob apt-get install", ["sudo"], "apt-get", []);
  check("env -i A=1 B=2 make all", ["env"], "make", ["A", "B"]);
  check("A=1 exec nice -n 5 nohup x", ["exec", "nice", "nohup"], "x", ["A"]);
  check("timeout -k 5 10s curl", ["timeout"], "curl", []);
  check("xargs -0 -n 1 rm -f", ["xargs"], "rm", []);
  check("sudo", [], "sudo", []);
  check("gosu postgres initdb", ["gosu"], "initdb", []);
  check("/usr/bin/sudo -- ls", ["sudo"], "ls", []);
  check("command -p sudo ls", ["command", "sudo"], "ls", []);
  check("command -v sudo", [], "command", []);

  function check(text: string, wrappers: readonly string[], name: string, assigned: readonly string[]): void {
    test(text, () => {
      const [script] = scriptsIn(parseDockerfile(`FROM x\nRUN ${text}`));
      const [command] = script?.commands ?? [];
      assert.deepEqual([command?.wrappers.map((word) => word.name), command?.name], [wrappers, name]);
      assert.deepEqual(
        command?.assignments.map((assignment) => assignment.name),
        assigned,
      );
    });
  }
});

describe("places", () => {
  test("words are found through continuation lines, in the document and in the script", () => {
    const dockerfile = parseDockerfile("FROM x\nRUN ap\\\nt-get \\\n  # c\n  install 'a b'\n");
    const [script] = scriptsIn(dockerfile);
    const [command] = script?.commands ?? [];
    const [install, quoted] = command?.words ?? [];
    assert.equal(command?.name, "apt-get");
    assert.equal(dockerfile.textOf(command.nameRange), "ap\\\nt-get");
    assert.equal(install && dockerfile.textOf(install.range), "install");
    assert.equal(quoted && dockerfile.textOf(quoted.range), "'a b'");
    assert.equal(quoted && script?.text.slice(quoted.start, quoted.end), "'a b'");
  });
  test("in JSON, where escapes are longer than what they say", () => {
    const dockerfile = parseDockerfile('FROM x\nCMD ["sh", "-c", "a \\"b\\" \\u0063d"]');
    const words = scriptsIn(dockerfile)[0]?.commands[0]?.words ?? [];
    assert.deepEqual(
      words.map(({ text, range }) => [text, dockerfile.textOf(range)]),
      [
        ['"b"', '\\"b\\"'],
        ["cd", "\\u0063d"],
      ],
    );
  });
  test("in a script within a script", () => {
    const dockerfile = parseDockerfile('FROM x\nRUN sh -c "a \\"b\\""');
    const [script] = scriptsIn(dockerfile);
    const inner = script?.commands[1];
    assert.equal(inner && dockerfile.textOf(inner.range), 'a \\"b\\"');
    assert.equal(inner && script?.text.slice(inner.start, inner.end), 'a \\"b\\"');
    assert.deepEqual(
      script?.nested.map(({ text, shell, form }) => [text, shell, form]),
      [['a "b"', "sh", "nested"]],
    );
  });
  test("an error has a place", () => {
    const dockerfile = parseDockerfile('FROM x\nRUN a && \\\n "b');
    const [error] = scriptsIn(dockerfile)[0]?.errors ?? [];
    assert.deepEqual(error?.range.start, { line: 2, character: 1 });
  });

  test("an error behind the last line of a heredoc that stays open lies within the document", () => {
    const dockerfile = parseDockerfile("RUN 3<<B\\ \n\n &&");
    const [error] = scriptsIn(dockerfile)[0]?.errors ?? [];
    assert.deepEqual(error?.range.start, { line: 2, character: 3 });
  });
  test("an escape character at the end of what is left open is counted once", () => {
    for (const body of ["FROM ${\n\\", "((`\\", "[[ $((if `\\", "case x in${`$((\\"]) {
      const dockerfile = parseDockerfile(`FROM x\nRUN <<-#\n${body}`);
      for (const { text, ast, commands } of scriptsIn(dockerfile)) {
        for (const { words, end } of commands)
          for (const place of [{ end }, ...words]) assert.ok(place.end <= text.length, body);
        if (ast)
          walkSyntax(ast, (node) => assert.ok(node.pos <= text.length && node.end <= text.length, body));
      }
    }
  });

  test("redirections", () => {
    const [script] = scriptsIn(parseDockerfile("FROM x\nRUN a 2>/dev/null >>b <<<c"));
    assert.deepEqual(
      script?.commands[0]?.redirections.map(({ operator, fileDescriptor, target }) => [
        operator,
        fileDescriptor,
        target?.value,
      ]),
      [
        [">", 2, "/dev/null"],
        [">>", undefined, "b"],
        ["<<<", undefined, "c"],
      ],
    );
  });
});

describe("scripts", () => {
  test("are read once for one text, wherever it stands", () => {
    const before = parseDockerfile("FROM x\nRUN a\n");
    const after = parseDockerfile("FROM x\n\nRUN a\n", before);
    assert.equal(scriptsIn(before)[0]?.ast, scriptsIn(after)[0]?.ast);
  });
  test("but by each shell for itself", () => {
    const [first, second] = scriptsIn(parseDockerfile('FROM x\nRUN a\nSHELL ["bash", "-c"]\nRUN a'));
    assert.deepEqual([first?.shell, second?.shell], ["sh", "bash"]);
  });
  test("a walk over the tree sees every node once", () => {
    const [script] = scriptsIn(parseDockerfile("FROM x\nRUN [[ -n $a ]] && f() { b | c >d; }"));
    const types: SyntaxNode["type"][] = [];
    if (script?.ast) walkSyntax(script.ast, ({ type }) => types.push(type));
    for (const type of ["TestCommand", "Function", "Pipeline", "Redirect", "SimpleExpansion"] as const) {
      assert.equal(types.filter((each) => each === type).length, 1, type);
    }
  });
  test("thousands of levels end without an exception", () => {
    for (const opening of ["$(", "((", '"$(', "`", "{ ", "if a; then ", "${a:-", "$((1+("]) {
      const [script] = scriptsIn(parseDockerfile(`FROM x\nRUN echo ${opening.repeat(5000)}`));
      assert.ok(script?.commands);
    }
  });
});

function scriptsIn(dockerfile: Dockerfile): ShellScript[] {
  return dockerfile.instructions.flatMap((instruction) =>
    shellScripts(instruction, shellOf(dockerfile, instruction)),
  );
}
