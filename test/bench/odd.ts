import { everyAnswer } from "../support/everyAnswer";
import { oddTexts } from "../support/oddTexts";
import { startStdioClient } from "../support/stdioClient";
import { milliseconds, table } from "./numbers";

/** Documents that nobody writes: how long the slowest of all requests takes, and a keystroke. Each in a server of its own. */
export async function benchOdd(): Promise<void> {
  console.log("\nOdd documents, each first opened in a server that has warmed up, ms");
  const rows: string[][] = [];
  for (const [name, text] of Object.entries(oddTexts)) rows.push([name, ...(await measure(text))]);
  console.log(
    table(["document", "kB", "first diagnostics", "slowest request", "ms", "keystroke to diagnostics"], rows),
  );
}

async function measure(text: string): Promise<string[]> {
  const client = await startStdioClient();
  try {
    const other = "file:///bench/other/Dockerfile";
    await client.open(
      other,
      "FROM alpine:3.22 AS a\nRUN apk add --no-cache curl && curl https://a.example\n",
    );
    for (let times = 0; times < 5; times++)
      await everyAnswer(client.connection, other, { line: 1, character: 9 });
    const uri = "file:///bench/Dockerfile";
    const lastLine = text.split("\n").length - 1;
    await client.open(uri, text);
    const answers = await everyAnswer(client.connection, uri, { line: 1, character: 9 });
    const further = await everyAnswer(client.connection, uri, {
      line: Math.floor(lastLine / 2),
      character: 500_000,
    });
    // The first waits for the parse.
    const [first, ...others] = [...answers, ...further];
    const slowest = others.sort((a, b) => b.milliseconds - a.milliseconds)[0];
    const start = { line: 1, character: 5 };
    const begun = performance.now();
    await client.change(uri, 2, [{ range: { start, end: start }, text: "x" }]);
    await client.pullDiagnostics(uri);
    return [
      (text.length / 1000).toFixed(0),
      milliseconds(first?.milliseconds ?? Number.NaN),
      slowest?.request.replace("textDocument/", "") ?? "",
      milliseconds(slowest?.milliseconds ?? Number.NaN),
      milliseconds(performance.now() - begun),
    ];
  } finally {
    client.kill();
  }
}
