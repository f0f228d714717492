import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import { diagnosticReport, diagnostics } from "../../../server/src/features/diagnostics";
import { diagnosticsDigest } from "../../../server/src/features/diagnosticsDigest";
import { defaultLintSettings } from "../../../server/src/lint/settings";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileContext } from "../../support/dockerfileContext";

const lines = (count: number, line: string) => `FROM alpine:3.22\n${`${line}\n`.repeat(count)}`;

test("a thousand findings are told one by one", () => {
  const found = diagnostics(parseDockerfile(lines(1000, "EXPOSE 80/TCP")), exposeOnly());
  assert.equal(found.length, 1000);
  assert.ok(found.every(({ code }) => code === "expose-proto-casing"));
});

test("of more the gravest are told, in order, and how many are left", () => {
  const dockerfile = parseDockerfile(`${lines(1200, "EXPOSE 80/TCP")}COPY\n`);
  const found = diagnostics(dockerfile, exposeOnly("missing-argument"));
  assert.equal(found.length, 1000);
  const [remark, ...others] = found;
  assert.match(String(remark?.message), /^202 more findings .* "drydock lint"/);
  assert.deepEqual(remark?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  assert.equal(others.at(-1)?.code, "missing-argument");
  const places = others.map(({ range }) => range.start.line);
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test("who keeps them is told a finding's other names and its fixes", () => {
  const dockerfile = parseDockerfile("FROM alpine:3.22\nEXPOSE 80/TCP\n");
  const file = exposeOnly();
  const keeping = { ...file, client: { createsFiles: true, runsCommands: true, keepsDiagnosticData: true } };
  const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 13 } };
  assert.deepEqual(diagnostics(dockerfile, keeping)[0]?.data, {
    aliases: ["ExposeProtoCasing"],
    fixes: [{ title: "Change to tcp", edits: [{ range, newText: "tcp" }] }],
  });
  assert.equal(diagnostics(dockerfile, file)[0]?.data, undefined);
});

test("a report is full until the client has it, and again when something changed", () => {
  const dockerfile = parseDockerfile(lines(2, "EXPOSE 80/TCP"));
  const first = diagnosticReport(dockerfile, undefined, exposeOnly());
  assert.equal(first.kind, "full");
  const again = diagnosticReport(parseDockerfile(dockerfile.text), first.resultId, exposeOnly());
  assert.deepEqual(again, { kind: "unchanged", resultId: first.resultId });
  const moved = diagnosticReport(parseDockerfile(`\n${dockerfile.text}`), first.resultId, exposeOnly());
  assert.equal(moved.kind, "full");
});

test("whatever differs in a diagnostic gives it another digest", () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
  const location = { uri: "file:///Dockerfile", range };
  const one: Diagnostic = {
    range,
    message: "a",
    code: "b",
    severity: 1,
    relatedInformation: [{ location, message: "c" }],
  };
  const otherRange = { ...range, end: { line: 3, character: 5 } };
  const lists: Diagnostic[][] = [
    [],
    [one],
    [one, one],
    [{ ...one, range: otherRange }],
    [{ ...one, message: "ab", code: "" }],
    [{ ...one, message: "", code: "ab" }],
    [{ ...one, severity: 2 }],
    [{ ...one, relatedInformation: [] }],
    [{ ...one, relatedInformation: [{ location: { ...location, range: otherRange }, message: "c" }] }],
    [{ ...one, relatedInformation: [{ location, message: "d" }] }],
    [{ ...one, data: { aliases: [], fixes: [{ title: "e", edits: [{ range, newText: "" }] }] } }],
    [{ ...one, data: { aliases: [], fixes: [{ title: "e", edits: [{ range: otherRange, newText: "" }] }] } }],
  ];
  assert.equal(new Set(lists.map(diagnosticsDigest)).size, lists.length);
  assert.deepEqual(lists.map(diagnosticsDigest), structuredClone(lists).map(diagnosticsDigest));
});

function exposeOnly(...others: string[]) {
  const select = ["expose-proto-casing", ...others];
  return { ...dockerfileContext(), lint: { ...defaultLintSettings, select } };
}
