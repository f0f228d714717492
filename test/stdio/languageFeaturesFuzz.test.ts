import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { isDockerfileName } from "../../server/src/files/dockerfileNames";
import { fixtureTexts } from "../server/model/fixtureTexts";
import { comparable, everyAnswer } from "../support/everyAnswer";
import { hangs } from "../support/hangs";
import { propertySeed } from "../support/propertySeed";
import { type Edit, edits, newPerson, type Person, place } from "../support/randomEdits";
import { type StdioClient, startStdioClient } from "../support/stdioClient";
import { tokenReader } from "../support/tokenReader";

/**
 * PROPERTY_SEED=… begins elsewhere, FUZZ_SECONDS=… goes on for longer, and FUZZ_FOLDER=… edits the Dockerfiles of a folder
 * instead of the fixtures.
 */
const seconds = Number(process.env["FUZZ_SECONDS"] ?? 15);

const ignoreFiles = ["*\n!src\n", "# remark\n*.key\n\nnode_modules\n**/*.log\n!a/**\n", "src/\r\n[a-\r\n"];

describe("a document that is edited at random is answered as the same text opened afresh", () => {
  let folder: string;
  let client: StdioClient;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "drydock-fuzz-"));
    // Two folders alike, so that the world around both documents is the same.
    for (const name of ["edited", "fresh"]) {
      mkdirSync(join(folder, name, "src"), { recursive: true });
      for (const file of ["Dockerfile", "package.json", "src/a.js", "b.key"])
        writeFileSync(join(folder, name, file), "");
      writeFileSync(join(folder, name, ".dockerignore"), "*.key\n");
    }
    client = await startStdioClient({ folder: pathToFileURL(folder).href });
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, texts] of [
    ["Dockerfile", dockerfileTexts()],
    [".dockerignore", ignoreFiles],
  ] as const) {
    test(name, async (context) => {
      const seed = propertySeed();
      context.diagnostic(`PROPERTY_SEED=${seed} repeats this run.`);
      const uriIn = (which: string) => `${pathToFileURL(folder).href}/${which}/${name}`;
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...texts),
          fc.array(fc.tuple(edits, place), { minLength: 1, maxLength: 25 }),
          (text, sequence) => {
            runs++;
            return editAndCompare(client, { edited: uriIn("edited"), fresh: uriIn("fresh") }, text, sequence);
          },
        ),
        {
          seed,
          numRuns: Number.MAX_SAFE_INTEGER,
          interruptAfterTimeLimit: seconds * 500,
          markInterruptAsFailure: false,
          endOnFailure: true,
          includeErrorInReport: true,
        },
      );
      context.diagnostic(`${runs} documents edited.`);
      assert.ok(runs > 0);
    });
  }
});

async function editAndCompare(
  client: StdioClient,
  { edited, fresh }: { readonly edited: string; readonly fresh: string },
  text: string,
  sequence: readonly (readonly [Edit, number])[],
): Promise<void> {
  const { connection } = client;
  const person: Person = newPerson(text);
  await client.open(edited, text);
  const tokens = tokenReader(connection, edited);
  for (const [index, [edit, asked]] of sequence.entries()) {
    await client.change(edited, index + 2, person.perform(edit));
    // Asking in between fills what the server keeps, as an editor does.
    if (asked % 4 === 0) await everyAnswer(connection, edited, person.positionAt(asked));
    if (asked % 4 === 1) await tokens();
  }
  await client.open(fresh, person.text());
  const position = person.positionAt(sequence[0]?.[1] ?? 0);
  assert.deepEqual(await tokens(), await tokenReader(connection, fresh)());
  const answers = await everyAnswer(connection, edited, position);
  const freshAnswers = await everyAnswer(connection, fresh, position);
  assert.deepEqual(hangs([...answers, ...freshAnswers]), []);
  const found = answers.map((answer) => comparable(answer, edited));
  const wanted = freshAnswers.map((answer) => comparable(answer, fresh));
  // The others would only hide which answers differ.
  assert.deepEqual(
    found.filter((answer, index) => answer !== wanted[index]),
    wanted.filter((answer, index) => answer !== found[index]),
  );
  for (const uri of [edited, fresh])
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
}

function dockerfileTexts(): string[] {
  const folder = process.env["FUZZ_FOLDER"];
  if (folder === undefined) return fixtureTexts().map(({ text }) => text);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isDockerfileName(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

test("memory stays flat over 10,000 edits", {
  skip: process.platform !== "linux" && "The size of a process is read from /proc.",
}, async () => {
  const uri = "file:///project/edited/Dockerfile";
  const client = await startStdioClient();
  const text =
    fixtureTexts()
      .map((one) => one.text)
      .sort((a, b) => b.length - a.length)[0] ?? "";
  await client.open(uri, text);
  const typed = { line: 0, character: 0 };
  let afterWarmUp = 0;
  for (let version = 2; version <= 10_001; version++) {
    const change =
      version % 2 === 0
        ? { range: { start: typed, end: typed }, text: `# ${version}\n` }
        : { range: { start: typed, end: { line: 1, character: 0 } }, text: "" };
    await client.change(uri, version, [change]);
    if (version % 25 === 0) await everyAnswer(client.connection, uri, { line: 3, character: 2 });
    if (version === 3000) afterWarmUp = residentMegabytes(client.pid);
  }
  const grown = residentMegabytes(client.pid) - afterWarmUp;
  await client.close();
  assert.ok(grown < 60, `It grew by ${grown.toFixed(0)} MB.`);
});

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1000;
}
