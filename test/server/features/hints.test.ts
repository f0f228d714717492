import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeLenses } from "../../../server/src/features/codeLenses";
import { inlayHints } from "../../../server/src/features/inlayHints";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileContext, type World } from "../../support/dockerfileContext";
import { readMarks } from "../../support/markedText";

/** The hints stand at the marks `[||]`, in their order. */
function check(marked: string, labels: readonly string[], world: World = {}): void {
  test(marked.split("\n").join(" ⏎ "), async () => {
    const { text, ranges } = readMarks(marked);
    const dockerfile = parseDockerfile(text);
    const range = { start: { line: 0, character: 0 }, end: { line: dockerfile.lineCount, character: 0 } };
    const found = await inlayHints(dockerfile, range, dockerfileContext(world));
    assert.deepEqual(
      found.map(({ label }) => label),
      labels,
    );
    assert.deepEqual(
      found.map(({ position }) => position),
      ranges.map(({ start }) => start),
    );
  });
}

describe("inlay hints", () => {
  const off = { variables: false, workingDirectory: false, latestTag: false, layerSize: false };
  check("ARG V=3\nFROM alpine:$V[||]", ["= 3"]);
  check("ARG V=3\nFROM alpine:$V", [], { settings: { hints: off } });
  check("FROM alpine:$UNKNOWN", []);
  check("FROM alpine\nARG A=1 B=$A", []);
  check("FROM alpine\nWORKDIR /a\nWORKDIR b[||]\nCOPY x .[||]", ["= /a/b", "in /a/b"]);
  check("FROM alpine\nWORKDIR /a\nWORKDIR b", [], { settings: { hints: off } });
  check("FROM alpine\nCOPY x .", []);
  const image = { digests: [`node@sha256:${"a".repeat(64)}`], size: 1, created: 0 };
  check("FROM node[||]", ["= 22.1.0"], {
    outside: { images: [{ ...image, tags: ["node:latest", "node:22.1.0"] }] },
  });
  check("FROM node:latest[||]", ["= sha256:aaaaaaaaaaaa"], {
    outside: { images: [{ ...image, tags: ["node:latest"] }] },
  });
  check("FROM node:22", [], { outside: { images: [{ ...image, tags: ["node:22", "node:22.1.0"] }] } });
});

describe("sizes of steps", () => {
  const step = (instruction: string, size = 0) => ({ instruction, size });
  const base = [step("ADD alpine.tar / # buildkit", 8_000_000), step('CMD ["/bin/sh"]')];
  const sized = (...steps: { instruction: string; size: number }[]): World => ({
    builtSteps: async () => ({ reference: "me/app", steps: [...base, ...steps] }),
  });
  const text = "FROM alpine\nENV A=1\nRUN apk add \\\n  curl";
  check(`${text}[||]\nCOPY . /app[||]`, ["41.2 MB", "9 B"], {
    ...sized(step("ENV A=1"), step("RUN apk add curl", 41_200_000), step("COPY . /app", 9)),
  });
  check(
    `${text}[||]`,
    ["5 MB"],
    sized(step("ENV A=1"), step("RUN /bin/bash -o pipefail -c apk add curl", 5_000_000)),
  );
  check(`${text}\nRUN other`, [], sized(step("ENV A=1"), step("RUN apk add bash", 5_000_000)));
  check("FROM alpine\nENV A=1\nCOPY $A[||] /x[||]\nUSER me", ["= 1", "9 B"], {
    ...sized(step("ENV A=1"), step("COPY 1 /x", 9), step("USER me")),
  });
  check(
    "FROM alpine\nRUN changed\nUSER me",
    [],
    sized(step("RUN one", 1), step("RUN two", 2), step("USER me")),
  );
  check("FROM alpine AS a\nRUN x[||]\nFROM a\nRUN y[||]\n", ["1 B", "2 B"], {
    ...sized(step("RUN x", 1), step("RUN y", 2)),
  });
  check("FROM node AS a\nRUN x\nFROM alpine\nRUN y[||]\n", ["2 B"], sized(step("RUN y", 2)));
  check("FROM alpine\nRUN y\n", [], {
    ...sized(step("RUN y", 2)),
    settings: { hints: { variables: true, workingDirectory: true, latestTag: true, layerSize: false } },
  });
  check("FROM alpine\nRUN y\n", [], { builtSteps: async () => undefined });
});

describe("code lenses", () => {
  const titles = (text: string, world: World = {}) =>
    codeLenses(parseDockerfile(text), dockerfileContext(world)).map(({ range, command }) => {
      const target = (command?.arguments?.[0] as { target?: string } | undefined)?.target;
      return `${range.start.line}: ${command?.title}${target === undefined ? "" : ` ${target}`}`;
    });
  const text = "FROM node AS build\nFROM alpine\nFROM scratch\n";
  test("build, run, and build to each stage but the last", () =>
    assert.deepEqual(titles(text), [
      "0: Build…",
      "0: Run…",
      "0: Build to This Stage… build",
      "1: Build to This Stage… 1",
    ]));
  test("are not shown where nobody runs the commands", () =>
    assert.deepEqual(titles(text, { client: { createsFiles: true, runsCommands: false } }), []));
  test("can be switched off", () => assert.deepEqual(titles(text, { settings: { codeLens: false } }), []));
});
