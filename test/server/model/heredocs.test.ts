import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

/** Each heredoc as `name:body`, and the keyword of what follows, so that a body read too far shows. */
describe("heredocs", () => {
  check("plain", "RUN <<EOF\na\nb\nEOF\nCMD x", ["EOF:a\nb\n"]);
  check("empty", "RUN <<EOF\nEOF\nCMD x", ["EOF:"]);
  check("blanks behind the arrows", "RUN <<  EOF\na\nEOF\nCMD x", ["EOF:a\n"]);
  check("a file descriptor", "RUN 3<<EOF\na\nEOF\nCMD x", ["EOF:a\n"]);
  check("tabs taken away", "RUN <<-EOF\n\ta\n\t\tEOF\nCMD x", ["EOF:\ta\n"]);
  check("blanks are not", "RUN <<-EOF\n EOF\nEOF\nCMD x", ["EOF: EOF\n"]);
  check("without the dash tabs count", "RUN <<EOF\n\tEOF\nEOF\nCMD x", ["EOF:\tEOF\n"]);
  check("quoted", "RUN <<'E F' cat\na\nE F\nCMD x", ["E F:a\n"]);
  check("several", 'RUN cat <<A 4<<"B" >x\n1\nA\n2\nB\nCMD x', ["A:1\n", "B:2\n"]);
  check("comments and escapes in a body are text", "RUN <<A\n# a \\\n\\\nA\nCMD x", ["A:# a \\\n\\\n"]);
  check("on a continuation line", "RUN cat \\\n # c\n <<A\n1\nA\nCMD x", ["A:1\n"]);
  check("of COPY", "COPY <<A <<B /x/\n1\nA\nB\nCMD x", ["A:1\n", "B:"]);
  check("of ADD", "ADD --chmod=1 <<A /x\n1\nA\nCMD x", ["A:1\n"]);
  check("inside ONBUILD", "ONBUILD RUN <<A\n1\nA\nCMD x", ["A:1\n"]);
  check("with CRLF", "RUN <<A\r\n1\r\nA\r\nCMD x", ["A:1\r\n"]);
  check("a variable in the name is its text", "RUN <<$A\n1\n$A\nCMD x", ["$A:1\n"]);
  check("a here-string is none", 'RUN cat <<<"x"\nCMD x', []);
  check("behind other text it is none", "RUN cat<<EOF\nCMD x", []);
  check("a dash and a blank make none", "RUN <<- EOF\nCMD x", []);
  check("inside quotes it is none", "RUN echo \"<<EOF\" '<<A'\nCMD x", []);
  check("where a quote stays open there is none", "RUN echo 'a <<EOF\nCMD x", []);
  check("CMD has none", "CMD <<EOF\nCMD x", []);
  check("exec form has none", 'RUN ["cat", "<<EOF"]\nCMD x', []);
  check("escaped it is none", "RUN echo \\<<EOF\nCMD x", []);

  test("one that is never closed takes the rest", () => {
    const dockerfile = parseDockerfile("RUN <<A <<B\nx\nFROM a\n");
    const [first, second] = dockerfile.instructions[0]?.heredocs ?? [];
    assert.equal(dockerfile.instructions.length, 1);
    assert.deepEqual(
      [first?.body, first?.endRange, second?.body, second?.endRange],
      ["x\nFROM a\n", undefined, "", undefined],
    );
  });
  test("the marker tells what it asks for", () => {
    const dockerfile = parseDockerfile('RUN 3<<-"EOF" <<A\n\tEOF\nA\n');
    const [quoted, plain] = dockerfile.instructions[0]?.heredocs ?? [];
    assert.deepEqual(
      [quoted?.fileDescriptor, quoted?.stripsTabs, quoted?.expandsVariables],
      [3, true, false],
    );
    assert.deepEqual(
      [plain?.fileDescriptor, plain?.stripsTabs, plain?.expandsVariables],
      [undefined, false, true],
    );
    assert.equal(quoted && dockerfile.textOf(quoted.markerRange), '3<<-"EOF"');
    assert.equal(quoted && dockerfile.textOf(quoted.nameRange), '"EOF"');
    assert.deepEqual(quoted?.endRange?.start, { line: 1, character: 1 });
  });

  function check(name: string, text: string, expected: readonly string[]): void {
    test(name, () => {
      const { instructions } = parseDockerfile(text);
      assert.deepEqual(
        instructions[0]?.heredocs.map((heredoc) => `${heredoc.name}:${heredoc.body}`),
        expected,
      );
      assert.equal(instructions.length, 2);
      assert.equal(instructions[1]?.keyword, "CMD");
    });
  }
});
