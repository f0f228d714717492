import { StringDecoder } from "node:string_decoder";
import { EngineError } from "../engineError";
import { parseJson } from "./parseJson";

/** No line of an engine comes near it; without an end to wait for, memory would be the only one. */
const longestLine = 16 * 1024 * 1024;

/** The values of a stream with one JSON value on each line, however its bytes are cut. */
export async function* jsonLines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<unknown> {
  const decoder = new StringDecoder("utf8");
  let line = "";
  for await (const chunk of stream) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    const last = pieces.pop() ?? "";
    for (const piece of pieces) {
      yield* valueIn(line + piece);
      line = "";
    }
    line += last;
    if (line.length > longestLine) throw new EngineError("engine-failed", "The engine's answer has no end.");
  }
  yield* valueIn(line + decoder.end());
}

function* valueIn(line: string): Generator<unknown> {
  if (line.trim() === "") return;
  const value = parseJson(line);
  if (value === undefined)
    throw new EngineError("engine-failed", `The engine's answer is not JSON: ${line.slice(0, 200)}`);
  yield value;
}
