import type { Rule } from "../lint/rule";
import { everyScript } from "../model/everyScript";
import type { Instruction } from "../model/instruction";
import { type ScriptError, scriptError } from "../model/scriptError";
import type { ShellScript } from "../model/shell";

export const shellSyntax: Rule = {
  id: "shell-syntax",
  aliases: ["SC1072", "SC1073"],
  severity: "error",
  category: "shell",
  summary: "The shell cannot read the script.",
  rationale:
    "A shell stops at the first line that it cannot read, and the build with it. The lines of an instruction are joined into one before the shell sees them, so that commands need `;` or `&&` between them, and a comment at the end of a line takes the rest of the script away. A heredoc keeps its lines.",
  examples: [
    { text: "FROM alpine:3.22\nRUN echo [|'|]hello\n" },
    { text: "FROM alpine:3.22\nRUN echo 'hello'\n" },
    { text: "FROM alpine:3.22\nRUN [|if|] true; then make\n" },
    { text: "FROM alpine:3.22\nRUN for i in a b; \\\n    echo $i; \\\n    [|done|]\n" },
    { text: "FROM alpine:3.22\nRUN for i in a b; do \\\n      echo $i; \\\n    done\n" },
    { text: "FROM alpine:3.22\nRUN apk update [|&&|]\n" },
    { text: "FROM alpine:3.22\nRUN apk update; [|&&|] apk upgrade\n" },
    { text: "FROM alpine:3.22\nRUN echo hello [|>>|]\n" },
    { text: 'FROM alpine:3.22\nRUN echo "[|$(|]date"\n' },
    { text: "FROM alpine:3.22\nRUN (cd /srv; [|{|] make; )\n" },
    { text: "FROM alpine:3.22\nRUN sh -c 'if a; then b; fi [|fi|]'\n" },
    { text: 'FROM alpine:3.22\nCMD ["sh", "-c", "echo [|\'|]hello"]\n' },
    { text: 'FROM alpine:3.22\nCMD ["echo", "\'"]\n' },
    { text: "FROM alpine:3.22\nRUN <<EOF\nwhile read -r line\ndo echo $line\ndone\necho [|`|]date\nEOF\n" },
    { text: 'FROM alpine:3.22\nSHELL ["/bin/zsh", "-c"]\nRUN if (true) { echo }\n' },
    { text: 'FROM debian:13\nRUN if [[ $A =~ ^(a|b)$ ]]; then a=(1 2); fi; cat <<< "$a" |& b\n' },
    { text: "FROM alpine:3.22\nRUN case $A in a) b ;; (c) d; esac; f() { e; }; ! g\n" },
    { text: "FROM alpine:3.22\nONBUILD RUN echo a [|;;|] b\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    // What is in a heredoc without an end is not known.
    if (instruction.heredocs.some(({ endRange }) => endRange === undefined)) return;
    for (const script of everyScript(instruction, shell)) {
      if (!readShells.has(script.shell ?? "")) continue;
      const error = scriptError(script);
      if (error === undefined) continue;
      const message = describe(error) + hint(error, script, instruction);
      report({ range: script.rangeOf(error.start, error.end), message });
      // Scripts within one that cannot be read are guesses.
      return;
    }
  },
};

/** zsh and ksh read some things that the parser, which is one for bash, does not. */
const readShells = new Set(["ash", "bash", "busybox", "dash", "sh"]);

function describe({ kind, text, word }: ScriptError): string {
  switch (kind) {
    case "unclosed":
      return `The shell cannot read this: ${text} is never closed. Write ${word} where it ends.`;
    case "missing":
      return `The shell cannot read this: "${word}" is missing. Write "${word}" before "${text}".`;
    case "no command":
      return `The shell cannot read this: there is no command after ${text}. Write one, or remove ${text}.`;
    case "no file":
      return `The shell cannot read this: there is no file name after ${text}. Write one, or remove ${text}.`;
    case "unexpected":
      return `The shell cannot read this: "${text}" cannot stand here. Remove it, or write what is missing before it.`;
  }
}

/** Many a `then` and `fi` is lost because a line ended without a semicolon. */
function hint({ kind, text }: ScriptError, { form }: ShellScript, { lineCount }: Instruction): string {
  const isAboutWords = kind === "missing" || (kind !== "no file" && /^[a-z]+$/.test(text));
  if (form !== "shell" || lineCount === 1 || !isAboutWords) return "";
  return " Lines that are continued become one line: end each command with ; or &&.";
}
