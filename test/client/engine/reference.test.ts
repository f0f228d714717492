import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  formatReference,
  parseReference,
  referenceProblem,
  serverOf,
  withDefaultTag,
} from "../../../client/src/engine/reference";

const digest = `sha256:${"a".repeat(64)}`;

function check(text: string, full: string, server: string): void {
  const reference = parseReference(text);
  assert.equal(formatReference(withDefaultTag(reference)), full);
  assert.equal(serverOf(reference), server);
}

const hub = "https://index.docker.io/v1/";

describe("references", () => {
  it("have docker's defaults", () => {
    check("alpine", "docker.io/library/alpine:latest", hub);
    check("me/app:1", "docker.io/me/app:1", hub);
    check("index.docker.io/me/app", "docker.io/me/app:latest", hub);
    check("docker.io/alpine", "docker.io/library/alpine:latest", hub);
    check(`alpine@${digest}`, `docker.io/library/alpine@${digest}`, hub);
  });

  it("name a registry only where the first part can be one", () => {
    check("localhost/app", "localhost/app:latest", "localhost");
    check("localhost:5000/a/b/c:x", "localhost:5000/a/b/c:x", "localhost:5000");
    check("ghcr.io/me/app", "ghcr.io/me/app:latest", "ghcr.io");
    check("[::1]:5000/app", "[::1]:5000/app:latest", "[::1]:5000");
    check("REG/app", "REG/app:latest", "REG");
    check("reg/app", "docker.io/reg/app:latest", hub);
  });

  it("are refused with the reason", () => {
    const refused: Readonly<Record<string, RegExp>> = {
      "": /for example/,
      "a b": /spaces/,
      "https://ghcr.io/a": /without https/,
      "me/App": /lower case: me\/app/,
      Alpine: /lower case/,
      "a//b": /slash too many/,
      "a/": /slash too many/,
      "-a": /"-a" may contain/,
      a___b: /may contain/,
      "alpine:": /tag after the colon is missing/,
      "alpine:.x": /A tag is up to/,
      [`alpine:${"x".repeat(129)}`]: /A tag is up to/,
      "alpine@sha256:abc": /A digest is/,
      [`alpine@${digest.toUpperCase()}`]: /A digest is/,
      ["a".repeat(64)]: /image's id/,
      [`a/${"b".repeat(255)}`]: /longer than 255/,
      "bad_host.io:x/a": /no registry's name/,
    };
    for (const [text, reason] of Object.entries(refused))
      assert.match(referenceProblem(text) ?? "", reason, text);
    assert.throws(() => parseReference("Alpine"), { kind: "invalid-request" });
  });

  it("may hold . _ __ and dashes between letters and digits", () => {
    for (const text of ["a.b_c__d-e--f", "a1/b2:V1.0_x-y"]) assert.equal(referenceProblem(text), undefined);
  });
});
