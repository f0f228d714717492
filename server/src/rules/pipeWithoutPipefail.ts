import { baseFacts } from "../grammar/baseImages";
import { posixShellOfImage } from "../grammar/posixShellOfImage";
import { shellOfProgram } from "../grammar/shells";
import { keywordLike, lineAbove } from "../lint/lineEdits";
import type { Fix, Problem, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { isTrigger } from "../model/isTrigger";
import { oncePerShell } from "../model/oncePerShell";
import { oncePerStage } from "../model/oncePerStage";
import { openPipes } from "../model/openPipes";
import { moveRange } from "../model/placedInstruction";
import { rootStage } from "../model/rootStage";
import { runInstructions } from "../model/runInstructions";
import { shellKey } from "../model/shellKey";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";
import type { Stage } from "../model/stages";

export const pipeWithoutPipefail: Rule = {
  id: "pipe-without-pipefail",
  aliases: ["DL4006"],
  severity: "warning",
  category: "shell",
  summary: "A pipe hides the failure of all but its last command.",
  rationale:
    "In `curl … | tar x` the build goes on when the download fails, as long as the last command is content. With the option pipefail the shell takes notice. Bash and BusyBox's ash have it; the plain sh of Debian has not, so name another with SHELL.",
  examples: [
    {
      text: "FROM debian:13\nRUN curl -f https://example.com/a.tgz [|||] tar xz\n",
      fixed:
        'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -f https://example.com/a.tgz | tar xz\n',
    },
    {
      text: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -f https://example.com/a.tgz | tar xz\n',
    },
    {
      text: "FROM alpine:3.22 AS base\nFROM base\nRUN cat a [|||] sort | uniq && cat b | wc -l\nRUN cat c [|||] sort\n",
      fixed:
        'FROM alpine:3.22 AS base\nFROM base\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN cat a | sort | uniq && cat b | wc -l\nRUN cat c | sort\n',
    },
    {
      text: "FROM busybox:1.37\nRUN cat a [|||] sort\n",
      fixed: 'FROM busybox:1.37\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN cat a | sort\n',
    },
    {
      text: "FROM debian:13\nRUN set -o pipefail && a | b\nRUN echo yes | a\nRUN if a | grep b; then c; fi\nRUN ! a | b\nRUN a || b\nRUN a | b || true\nRUN { set -o pipefail; a | b; }; a | b\nRUN echo 'a | b'\n",
    },
    {
      text: "FROM me/app:1\nRUN x=$(a [|||] b)\nRUN <<EOF\na [|||] b\nEOF\nRUN bash -o pipefail -c 'a | b' && sh -c 'c [|||] d'\nRUN bash -c 'set -o pipefail; a | b' && c [|||] d\nRUN (set -o pipefail; a | b); c [|||] d\nRUN set +o pipefail; a [|||] b\n",
    },
    {
      text: 'FROM debian:13\nRUN ["bash", "-c", "a [|||] b"]\nRUN ["bash", "-o", "pipefail", "-c", "a | b"]\n',
    },
    {
      text: 'FROM me/app:1\nshell ["/bin/bash", "-c"]\nrun a [|||] b\nSHELL ["fish", "-c"]\nRUN a | b\nSHELL ["pwsh", "-c"]\nRUN a | b\n',
      fixed:
        'FROM me/app:1\nshell ["/bin/bash", "-c"]\nshell ["/bin/bash", "-o", "pipefail", "-c"]\nrun a | b\nSHELL ["fish", "-c"]\nRUN a | b\nSHELL ["pwsh", "-c"]\nRUN a | b\n',
    },
  ],

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) problemsIn(stage, dockerfile).forEach(report);
  },
};

const problemsIn = oncePerStage((stage, dockerfile): readonly Problem[] => {
  const adviceOf = new Map<string, Advice>();
  return runInstructions(stage.instructions).flatMap((instruction) => {
    const shell = shellOf(dockerfile, instruction);
    const [pipe] = pipesAtZero(instruction.atZero, shell);
    if (!pipe || !hasOrNeedsPipefail(shell)) return [];
    const key = shellKey(shell);
    const advice = adviceOf.get(key) ?? adviceFor(instruction, shell, stage, dockerfile);
    adviceOf.set(key, advice);
    // A shell that the instruction itself calls does not care for SHELL.
    const isCalled = shellKey(pipe.script.invocation) !== key;
    const { words, fix } = isTrigger(instruction) ? NO_BETTER_SHELL : advice;
    return [
      {
        range: moveRange(pipe.range, instruction.firstLine),
        message: `If a command before this pipe fails, the build goes on. ${isCalled ? 'Call the shell with "-o pipefail".' : words}`,
        ...(fix && !isCalled && { fix }),
      },
    ];
  });
});

const pipesAtZero = oncePerShell((atZero, shell) => shellScripts(atZero, shell).flatMap(openPipes));

interface Advice {
  readonly words: string;
  readonly fix?: Fix;
}

/** The same for all of a stage that one shell reads: `first` is the first of these. */
function adviceFor(
  first: Instruction,
  shell: readonly string[],
  stage: Stage,
  dockerfile: Dockerfile,
): Advice {
  const better = withPipefail(shell, stage, dockerfile);
  if (better === undefined) return NO_BETTER_SHELL;
  return {
    words: `Write SHELL ${better} above, or begin with "set -o pipefail" where the shell has it.`,
    fix: shellAbove(first, better, dockerfile),
  };
}

const NO_BETTER_SHELL: Advice = {
  words:
    'Begin with "set -o pipefail" where the shell has it, or name one above that the image has, such as SHELL ["/bin/bash", "-o", "pipefail", "-c"].',
};

/** The plain sh, for which there is a better one, and shells that have the option; no fish, no PowerShell. */
function hasOrNeedsPipefail([program = ""]: readonly string[]): boolean {
  const shell = shellOfProgram(program);
  return shell !== undefined && (shell.pipefail || shell.names.includes("sh"));
}

/** The shell to name instead, as an array; undefined where nobody knows which ones the image has. */
function withPipefail(shell: readonly string[], stage: Stage, dockerfile: Dockerfile): string | undefined {
  const [program = "", ...options] = shell;
  if (shellOfProgram(program)?.pipefail) {
    const all = options.length > 0 ? options : ["-c"];
    return `[${[program, "-o", "pipefail", ...all].map((word) => JSON.stringify(word)).join(", ")}]`;
  }
  const { base } = rootStage(dockerfile, stage);
  if (!base?.reference) return undefined;
  const { domain, path, tag } = base.reference;
  const repository = domain ? `${domain}/${path}` : path;
  if (posixShellOfImage(repository, tag) === "busybox") return '["/bin/ash", "-eo", "pipefail", "-c"]';
  return baseFacts(repository, tag)?.has.includes("bash")
    ? '["/bin/bash", "-o", "pipefail", "-c"]'
    : undefined;
}

function shellAbove(first: Instruction, shell: string, dockerfile: Dockerfile): Fix {
  const line = `${keywordLike("SHELL", first, dockerfile)} ${shell}`;
  return {
    title: "Name a shell that takes notice",
    edits: [lineAbove(first, line, dockerfile)],
    unsafe: true,
  };
}
