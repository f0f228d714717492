import { readCommandWords } from "./commandWords";
import type { ExecForm } from "./instruction";
import { jsonText } from "./jsonText";
import { concatenated, derivedText, type LogicalText, placedText } from "./logicalText";
import { once } from "./once";
import { readScript } from "./readScript";
import { shellName } from "./shellName";
import type { ScriptSource } from "./shellScript";
import type { WrittenWord } from "./writtenWord";

/** The script of `["sh", "-c", "…"]`; any other exec form is one command, which no shell reads. Undefined where it is empty. */
export function execSource(line: LogicalText, { strings }: ExecForm): ScriptSource | undefined {
  if (strings.length === 0) return undefined;
  const parts: LogicalText[] = [];
  const written: WrittenWord[] = [];
  let end = -1;
  for (const string of strings) {
    const text = jsonText(line, string);
    if (parts.length > 0) parts.push(placedText(" ", string.range.start));
    parts.push(text);
    const start = end + 1;
    end = start + text.text.length;
    const run = { text: text.text, start, end };
    written.push({ ...run, value: text.text, scriptRuns: () => [run] });
  }
  const logical = concatenated(parts);
  const found = readCommandWords(written, undefined);
  if (found.inner !== undefined) {
    const { invocation, runs } = found.inner;
    const script = derivedText(logical, runs);
    const shell = shellName(invocation[0] ?? "");
    return {
      shell,
      invocation,
      form: "shell",
      writing: "json",
      logical: script,
      read: once(() => readScript(script.text, shell)),
    };
  }
  const command = { ...found, node: undefined, start: 0, end, operatorBefore: undefined, isFed: false };
  const read = { ast: undefined, commands: [command], errors: [], nested: [] };
  const invocation = strings.map(({ value }) => value);
  return { shell: undefined, invocation, form: "exec", writing: "json", logical, read: () => read };
}
