import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copyOf } from "../../../server/src/model/copyOf";
import { exposedPorts } from "../../../server/src/model/exposedPorts";
import type { Instruction } from "../../../server/src/model/instruction";
import { pairs } from "../../../server/src/model/pairs";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";

/** Name, value without quotes, and how they are joined. */
describe("pairs", () => {
  check("ENV A=1 B='2 3' C=\"4\"5 D=a\\ b E=", [
    ["A", "1", "equals"],
    ["B", "2 3", "equals"],
    ["C", "45", "equals"],
    ["D", "a b", "equals"],
    ["E", "", "equals"],
  ]);
  check("ENV A b 'c' d=e", [["A", "b c d=e", "blank"]]);
  check("ENV A", [["A", undefined, "none"]]);
  check('LABEL "a b"="c=d" e', [
    ["a b", "c=d", "equals"],
    ["e", undefined, "none"],
  ]);
  check("ARG A B=$C", [
    ["A", undefined, "none"],
    ["B", "$C", "equals"],
  ]);
  check("RUN A=1", []);

  function check(text: string, expected: readonly unknown[]): void {
    test(text, () => {
      const { instruction, textOf } = parsed(text);
      const found = pairs(instruction);
      assert.deepEqual(
        found.map(({ name, value, separator }) => [name, value, separator]),
        expected,
      );
      for (const pair of found) {
        assert.equal(pair.valueRange && textOf(pair.valueRange), pair.text);
        assert.ok(textOf(pair.range).startsWith(textOf(pair.nameRange)));
      }
    });
  }
});

describe("copies", () => {
  check(
    "COPY a b /c/",
    [
      ["a", "path"],
      ["b", "path"],
    ],
    "/c/",
  );
  check('COPY ["a b", "c"]', [["a b", "path"]], "c");
  check("COPY --from=x https://a /b", [["https://a", "path"]], "/b");
  check(
    "ADD https://a/b.git#main https://a/b.tgz?x.git git@h:a ssh://h/a c /d",
    [
      ["https://a/b.git#main", "git"],
      ["https://a/b.tgz?x.git", "url"],
      ["git@h:a", "git"],
      ["ssh://h/a", "git"],
      ["c", "path"],
    ],
    "/d",
  );
  check(
    "COPY <<A b /c\nx\nA",
    [
      ["<<A", "heredoc"],
      ["b", "path"],
    ],
    "/c",
  );

  test("fewer than two places are none", () => {
    assert.equal(copyOf(parsed("COPY a").instruction), undefined);
    assert.equal(copyOf(parsed("RUN a b").instruction), undefined);
  });

  function check(text: string, sources: readonly unknown[], destination: string): void {
    test(text, () => {
      const copy = copyOf(parsed(text).instruction);
      assert.deepEqual(
        copy?.sources.map(({ value, kind }) => [value, kind]),
        sources,
      );
      assert.equal(copy?.destination.value, destination);
    });
  }
});

/** Port text, first, last, protocol, host. */
describe("ports", () => {
  check("EXPOSE 80 443/tcp 53/UDP 1-3/udp", [
    ["80", 80, 80, undefined, undefined],
    ["443", 443, 443, "tcp", undefined],
    ["53", 53, 53, "UDP", undefined],
    ["1-3", 1, 3, "udp", undefined],
  ]);
  check("EXPOSE 127.0.0.1:8080:80/tcp 99999 abc 80/", [
    ["80", 80, 80, "tcp", "127.0.0.1:8080"],
    ["99999", 99_999, 99_999, undefined, undefined],
    ["abc", undefined, undefined, undefined, undefined],
    ["80", 80, 80, "", undefined],
  ]);
  check("EXPOSE $P ${P:-80/tcp}/udp $P/$Q", [
    ["$P", undefined, undefined, undefined, undefined],
    ["${P:-80/tcp}", undefined, undefined, "udp", undefined],
    ["$P", undefined, undefined, "$Q", undefined],
  ]);
  check("VOLUME 80", []);

  function check(text: string, expected: readonly unknown[]): void {
    test(text, () => {
      const { instruction, textOf } = parsed(text);
      const ports = exposedPorts(instruction);
      assert.deepEqual(
        ports.map(({ portText, first, last, protocol, host }) => [portText, first, last, protocol, host]),
        expected,
      );
      for (const port of ports) {
        assert.equal(textOf(port.portRange), port.portText);
        if (port.protocolRange !== undefined) assert.equal(textOf(port.protocolRange), port.protocol);
      }
    });
  }
});

function parsed(text: string): { instruction: Instruction; textOf: (range: Instruction["range"]) => string } {
  // Not on the first line, so that ranges that were not moved show.
  const dockerfile = parseDockerfile(`\n\n${text}`);
  const [instruction] = dockerfile.instructions;
  assert.ok(instruction);
  return { instruction, textOf: (range) => dockerfile.textOf(range) };
}
