import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseReference } from "../../../server/src/model/reference";

const hex = "0123456789abcdef".repeat(4);

describe("references", () => {
  check("alpine", [undefined, "alpine", undefined, undefined]);
  check("library/alpine:3.20", [undefined, "library/alpine", "3.20", undefined]);
  check("localhost/a", ["localhost", "a", undefined, undefined]);
  check("reg.io:5000/a/b_c/d--e:T_1.x-y", ["reg.io:5000", "a/b_c/d--e", "T_1.x-y", undefined]);
  check("[2001:db8::1]:5000/a", ["[2001:db8::1]:5000", "a", undefined, undefined]);
  check(`a@sha256:${hex}`, [undefined, "a", undefined, `sha256:${hex}`]);
  check(`a:1@sha256:${hex}`, [undefined, "a", "1", `sha256:${hex}`]);
  check("Org/a", ["Org", "a", undefined, undefined]);

  function check(text: string, expected: readonly (string | undefined)[]): void {
    test(text, () => {
      const reference = parseReference(text);
      assert.ok("path" in reference, JSON.stringify(reference));
      assert.deepEqual([reference.domain, reference.path, reference.tag, reference.digest], expected);
    });
  }
});

/** What is wrong, and the text that is. */
describe("no references", () => {
  check("", "empty", "");
  check("Alpine", "upper-case", "Alpine");
  check("a/B/c:1", "upper-case", "B");
  check("a//b", "path", "");
  check("a b", "path", "a b");
  check("-a", "path", "-a");
  check("a:", "tag", "");
  check("a:.x", "tag", ".x");
  check(`a:${"x".repeat(129)}`, "tag", "x".repeat(129));
  check("a@sha256:12", "digest", "sha256:12");
  check(`a@sha256:${hex.toUpperCase()}`, "digest", `sha256:${hex.toUpperCase()}`);
  check("https://a.b/c", "domain", "https:");
  check("a_.b/c", "domain", "a_.b");
  check("a".repeat(256), "too-long", "a".repeat(256));
  check(hex, "image-id", hex);

  function check(text: string, reason: string, wrong: string): void {
    test(text.slice(0, 40), () => {
      const problem = parseReference(text);
      assert.ok("reason" in problem, JSON.stringify(problem));
      assert.deepEqual([problem.reason, text.slice(problem.start, problem.end)], [reason, wrong]);
    });
  }
});
