import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fixtureTexts } from "../server/model/fixtureTexts";
import { type Answer, comparable, everyAnswer } from "../support/everyAnswer";
import { propertySeed } from "../support/propertySeed";
import { type StdioClient, startStdioClient } from "../support/stdioClient";

/** One thing that a person does to a text; the numbers are taken modulo its length. */
type Edit =
  | { readonly does: "type"; readonly at: number; readonly text: string }
  | { readonly does: "delete"; readonly at: number; readonly length: number }
  | { readonly does: "move"; readonly at: number; readonly length: number; readonly to: number }
  | { readonly does: "undo" };

const fragments = [
  ...[
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\\\n",
    "`",
    "'",
    '"',
    "$",
    "${",
    "}",
    "#",
    "<<",
    "=",
    ",",
    "--",
    "[",
    "]",
    "\u0000",
  ],
  ...[
    "FROM a AS b\n",
    "RUN <<EOF\n",
    "EOF\n",
    "COPY --from=b . .\n",
    "ARG A=$B",
    "ENV A=1 ",
    "ONBUILD ",
    "# escape=`\n",
  ],
  ...[
    "# check=skip=all\n",
    "--mount=type=cache,target=/x ",
    '["a", "b"]',
    "${A:-${B}}",
    "\ud800",
    "😀",
    "apt-get install -y x",
  ],
];

const place = fc.nat(100_000);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("type" as const),
      at: place,
      text: fc.constantFrom(...fragments),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("delete" as const), at: place, length: fc.nat(40) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("move" as const), at: place, length: fc.nat(80), to: place }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undo" as const) }) },
);

const edited = "file:///project/edited/Dockerfile";
const fresh = "file:///project/fresh/Dockerfile";

/**
 * An answer that takes longer, in milliseconds, hangs. How fast answers are is what `npm run bench` measures: a limit
 * that a busy machine can break would only make the test fail now and then.
 */
const LONGEST_MS = 60_000;

describe("a document that is edited at random", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
  });
  after(() => client.close());

  test("is answered as the same text opened afresh", async (context) => {
    const seed = propertySeed();
    context.diagnostic(`PROPERTY_SEED=${seed} repeats this run.`);
    const texts = fixtureTexts().map(({ text }) => text);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(edit, place), { minLength: 1, maxLength: 25 }),
        (text, edits) => editAndCompare(client, text, edits),
      ),
      {
        seed,
        numRuns: 500,
        interruptAfterTimeLimit: 15_000,
        markInterruptAsFailure: false,
        endOnFailure: true,
      },
    );
  });
});

async function editAndCompare(
  client: StdioClient,
  text: string,
  edits: readonly (readonly [Edit, number])[],
): Promise<void> {
  const person = newPerson(text);
  await client.open(edited, text);
  for (const [index, [one, asked]] of edits.entries()) {
    await client.change(edited, index + 2, person.perform(one));
    // Asking in between fills what the server keeps, as an editor does.
    if (asked % 4 === 0) await everyAnswer(client.connection, edited, person.positionAt(asked));
  }
  await client.open(fresh, person.text());
  const position = person.positionAt(edits[0]?.[1] ?? 0);
  const found = await everyAnswer(client.connection, edited, position);
  const wanted = await everyAnswer(client.connection, fresh, position);
  checkTimes([...found, ...wanted]);
  assert.deepEqual(
    found.map((answer) => comparable(answer, edited)),
    wanted.map((answer) => comparable(answer, fresh)),
  );
  for (const uri of [edited, fresh])
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
}

function checkTimes(answers: readonly Answer[]): void {
  for (const { request, milliseconds } of answers)
    assert.ok(milliseconds < LONGEST_MS, `${request} took ${milliseconds.toFixed(0)} ms`);
}

type Change = Parameters<StdioClient["change"]>[2];

/** Knows the text as the editor has it, and every earlier one. */
function newPerson(begin: string) {
  let document = TextDocument.create(edited, "dockerfile", 1, begin);
  const earlier: string[] = [];

  function replace(from: number, to: number, text: string): Change[number] {
    const change = { range: { start: document.positionAt(from), end: document.positionAt(to) }, text };
    document = TextDocument.update(document, [change], document.version + 1);
    return change;
  }

  function perform(one: Edit): Change {
    const text = document.getText();
    const within = (at: number) => at % (text.length + 1);
    if (one.does === "undo") {
      const last = earlier.pop();
      return last === undefined ? [] : [replace(0, text.length, last)];
    }
    earlier.push(text);
    const at = within(one.at);
    if (one.does === "type") return [replace(at, at, one.text)];
    const end = Math.min(text.length, at + one.length);
    if (one.does === "delete") return [replace(at, end, "")];
    const cut = replace(at, end, "");
    const to = one.to % (document.getText().length + 1);
    return [cut, replace(to, to, text.slice(at, end))];
  }

  return {
    perform,
    text: () => document.getText(),
    positionAt: (at: number) => document.positionAt(at % (document.getText().length + 1)),
  };
}

describe("odd documents are answered", () => {
  let client: StdioClient;
  before(async () => {
    client = await startStdioClient();
  });
  after(() => client.close());

  const odd: Readonly<Record<string, string>> = {
    "an empty one": "",
    "one line of a megabyte": `FROM a\nRUN echo ${"x ".repeat(500_000)}`,
    "one word of a megabyte": `FROM a\nENV A=${"x".repeat(1_000_000)}`,
    "ten thousand variables in one word": `FROM a\nENV A=${"$B".repeat(10_000)}`,
    "thirty thousand quotes": `FROM a\nRUN ${"'\" ".repeat(15_000)}`,
    "NUL bytes": "FROM a\u0000b\nRUN \u0000\nEXPOSE \u0000\n",
    "lone surrogates": "FROM \ud800\nRUN echo \udc00 $\ud800\nLABEL a=\ud83d\n",
    CRLF: "FROM a\r\nRUN b \\\r\n  c\r\nCOPY <<E /x\r\nd\r\nE\r\n",
    "mixed line ends": "FROM a\rRUN b\nRUN c\r\n\r\r\nRUN d",
    "a byte order mark": "\ufeff# syntax=docker/dockerfile:1\nFROM a\n",
    tabs: "\tFROM\ta\n\tRUN\tb\t\\\n\t\tc\n",
    "backtick escape": "# escape=`\nFROM a\nRUN b `\n  c\nCOPY C:\\x C:\\y\n",
    "an open heredoc": "FROM a\nRUN <<EOF\nx\n",
    "deep nesting": `FROM a\nRUN ${"$(".repeat(5000)}\nENV A=${"${B:-".repeat(5000)}\n`,
  };
  for (const [name, text] of Object.entries(odd)) {
    test(name, async () => {
      const uri = `file:///project/odd/${encodeURIComponent(name)}/Dockerfile`;
      await client.open(uri, text);
      for (const position of [
        { line: 0, character: 0 },
        { line: 1, character: 8 },
        { line: 1, character: text.length },
      ])
        checkTimes(await everyAnswer(client.connection, uri, position));
    });
  }

  test("100,000 lines", async () => {
    const uri = "file:///project/odd/long/Dockerfile";
    const text = `FROM a\n${"RUN echo $A \\\n    && echo b\nENV A=1\n# remark\n".repeat(25_000)}`;
    await client.open(uri, text);
    checkTimes(await everyAnswer(client.connection, uri, { line: 99_999, character: 3 }));
  });
});

test("memory stays flat over 10,000 edits", {
  skip: process.platform !== "linux" && "The size of a process is read from /proc.",
}, async () => {
  const client = await startStdioClient();
  const text =
    fixtureTexts()
      .map((one) => one.text)
      .sort((a, b) => b.length - a.length)[0] ?? "";
  await client.open(edited, text);
  const typed = { line: 0, character: 0 };
  let afterWarmUp = 0;
  for (let version = 2; version <= 10_001; version++) {
    const change =
      version % 2 === 0
        ? { range: { start: typed, end: typed }, text: `# ${version}\n` }
        : { range: { start: typed, end: { line: 1, character: 0 } }, text: "" };
    await client.change(edited, version, [change]);
    if (version % 25 === 0) await everyAnswer(client.connection, edited, { line: 3, character: 2 });
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
