import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";
import type { FileReport } from "../../../server/src/cli/fileReport";
import { formatReports } from "../../../server/src/cli/formats";
import { type FormatName, formatNames } from "../../../server/src/cli/formats/formatName";
import { painter } from "../../../server/src/cli/terminalText";
import { rules } from "../../../server/src/rules";

const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } };
const finding = {
  id: "unpinned-apt",
  aliases: ["DL3008"],
  severity: "warning",
  message: "Pin the version.",
  range,
  hasSafeFix: false,
  lineText: "RUN apt-get install curl",
  fixes: [{ title: "Pin it", edits: [{ range, newText: "curl=1" }] }],
} as const;

/** One file with a finding, one without, and one whose name and message would do harm. */
const reports: readonly FileReport[] = [
  report("a/Dockerfile", [finding]),
  report("b/Dockerfile", []),
  report('\u001b[31m<&">\n::error::,:', [
    {
      ...finding,
      severity: "error",
      message: "\u001b]0;title\u0007 <&\"'> %0A ]]>\n::error::\u202ecod\ud800",
    },
  ]),
];

test("tty is as hadolint prints it", async () => {
  assert.equal(await format("tty", [reports[0]]), "a/Dockerfile:3 DL3008 warning: Pin the version.\n");
});

test("stylish groups by file and sums up", async () => {
  assert.equal(
    await format("stylish", reports.slice(0, 2)),
    "a/Dockerfile\n  3:5  warning  Pin the version.  unpinned-apt DL3008\n\n1 problem: 1 warning.\n",
  );
});

test("gnu, github and codacy have a line for each finding", async () => {
  assert.equal(
    await format("gnu", [reports[0]]),
    "drydock:a/Dockerfile:3:5: DL3008 warning: Pin the version.\n",
  );
  assert.equal(
    await format("github", [reports[0]]),
    "::warning file=a/Dockerfile,line=3,endLine=3,col=5,endColumn=10,title=unpinned-apt::Pin the version.\n",
  );
  assert.deepEqual(JSON.parse(await format("codacy", [reports[0]])), {
    filename: "a/Dockerfile",
    line: 3,
    message: "Pin the version.",
    patternId: "DL3008",
  });
});

test("json begins with hadolint's keys", async () => {
  const [found] = JSON.parse(await format("json", [reports[0]]));
  const { file, line, column, level, code, message } = found;
  assert.deepEqual(
    { file, line, column, level, code, message },
    {
      file: "a/Dockerfile",
      line: 3,
      column: 5,
      level: "warning",
      code: "DL3008",
      message: "Pin the version.",
    },
  );
});

test("sarif is valid by the schema of 2.1.0", async () => {
  const schema = JSON.parse(
    readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
  );
  // The schema is of draft 4; of what changed since then it uses the name of the id alone.
  const { $schema: _, id: _id, ...rest } = schema;
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  }).compile(rest);
  const failed = { ...report("c/Dockerfile", []), troubles: ["c/Dockerfile: could not be read."] };
  for (const some of [reports, [], [failed]]) {
    const log = JSON.parse(await format("sarif", some));
    assert.ok(validate(log), JSON.stringify(validate.errors));
  }
  assert.equal(validate({ version: "2.1.0" }), false);
});

test("gitlab's fingerprints stay when lines move, and differ for like findings in one file", async () => {
  const moved = { ...finding, range: { start: { line: 9, character: 4 }, end: { line: 9, character: 9 } } };
  const prints = async (findings: FileReport["findings"]) =>
    JSON.parse(await format("gitlab-codeclimate", [report("a/Dockerfile", findings)])).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );
  const [first] = await prints([finding]);
  const [again, second] = await prints([moved, finding]);
  assert.equal(again, first);
  assert.notEqual(second, first);
});

test("the XML of checkstyle and junit is well-formed whatever the text", async () => {
  for (const name of ["checkstyle", "junit"] as const) {
    const xml = await format(name, reports);
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u);
    // Every "<" begins a tag with quoted attributes, every "&" an entity.
    assert.equal(
      xml
        .replace(/<[?/]?[a-z]+(?: [a-zA-Z]+="[^"<]*")*[?/]?>/g, "")
        .replace(/&(?:#\d+|[a-z]+);/g, "")
        .match(/[<&]/),
      null,
    );
  }
});

for (const name of formatNames) {
  test(`${name} gives the terminal nothing to obey`, async () => {
    const text = await format(name, reports);
    // Code Climate's own format ends each issue with a null character.
    assert.doesNotMatch(text.replaceAll("\0", ""), /[\u0001-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  test(`${name} takes a run without files`, async () => {
    assert.equal(typeof (await format(name, [])), "string");
  });
}

test("github's commands can't be forged", async () => {
  const lines = (await format("github", [reports[2]])).trimEnd().split("\n");
  assert.equal(lines.length, 1);
});

function report(path: string, findings: FileReport["findings"]): FileReport {
  return { path, findings, isFailure: findings.length > 0, fixes: undefined, troubles: [], notes: [] };
}

function format(name: FormatName, some: readonly (FileReport | undefined)[]): Promise<string> {
  const given = some.filter((each) => each !== undefined);
  return formatReports(name, given, { paint: painter("plain"), fix: "no", rules });
}
