import type { Run } from "./logicalText";
import { type Writing, writingOf } from "./scriptWriting";
import { shellName } from "./shellName";
import { readableShells } from "./shellWrappers";
import type { WrittenWord } from "./writtenWord";

/** A script that a command hands to a shell: `sh -c '…'`, `su -c '…'`, `bash <<EOF`. */
export interface InnerScript {
  /** How the shell is called, its script left out. */
  readonly invocation: readonly string[];
  /** Where the script stands in the text around it. */
  readonly runs: readonly Run[];
  readonly writing: Writing;
}

/** A heredoc that a command reads. */
export interface ScriptInput {
  readonly run: Run;
  readonly writing: Writing;
}

export function innerScript(
  program: string,
  words: readonly WrittenWord[],
  input: ScriptInput | undefined,
): InnerScript | undefined {
  const name = shellName(program);
  if (name === "su" || name === "runuser") {
    const option = words.findIndex(({ text }) => text === "-c" || text === "--command");
    return option < 0 ? undefined : scriptIn(words[option + 1], ["sh", "-c"]);
  }
  if (!readableShells.has(name)) return undefined;
  const options: string[] = [];
  let at = 0;
  for (; at < words.length; at++) {
    const { text, value = text } = words[at] ?? { text: "" };
    if (!/^[-+]./.test(text)) break;
    options.push(value);
    // `-o pipefail`, `-eo pipefail`: the next word belongs to it.
    if (!/^[-+][A-Za-z]*[oO]$/.test(text)) continue;
    at++;
    options.push(words[at]?.text ?? "");
  }
  const invocation = [program, ...options];
  if (options.some((option) => /^-[A-Za-z]*c[A-Za-z]*$/.test(option))) return scriptIn(words[at], invocation);
  const readsInput = at >= words.length || options.includes("-s");
  return readsInput && input !== undefined
    ? { invocation, runs: [input.run], writing: input.writing }
    : undefined;
}

function scriptIn(word: WrittenWord | undefined, invocation: readonly string[]): InnerScript | undefined {
  return word && { invocation, runs: word.scriptRuns(), writing: writingOf(word) };
}
