import type { Problem } from "./lint/rule";
import { type ShellCheckComment, shellcheckProblems } from "./lint/shellcheckProblems";
import { type ScriptToCheck, type ShellDialect, shellcheckScripts } from "./lint/shellcheckScripts";
import type { Dockerfile } from "./model/dockerfile";
import type { RunShellCheck } from "./shellcheckProgram";

/** ShellCheck's answers, kept by the scripts' text. */
export interface ShellCheckService {
  /** What is known of a file's scripts by now. What is missing is asked for after a pause, and told to `onAnswer`. */
  known(dockerfile: Dockerfile, program: string): readonly Problem[];
  /** The same, once all of it is known. */
  complete(dockerfiles: readonly Dockerfile[], program: string): Promise<void>;
}

export interface ShellCheckServiceOptions {
  readonly run: RunShellCheck;
  /** Told of new answers. */
  readonly onAnswer: () => void;
  /** Told of a run that failed, once for each. */
  readonly onFailure: (message: string) => void;
  /** Answers beyond these are dropped, oldest first: for scripts that no file holds any more. */
  readonly mostAnswers?: number;
}

/** A person who types is left alone for so long. */
const PAUSE_MS = 400;

export function createShellCheckService({
  run,
  onAnswer,
  onFailure,
  mostAnswers = 5_000,
}: ShellCheckServiceOptions): ShellCheckService {
  const answers = new Map<string, readonly ShellCheckComment[]>();
  let waiting = new Map<string, ScriptToCheck>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Programs that are not there, so that not every keystroke looks for them. */
  const absent = new Set<string>();

  async function ask(program: string, scripts: readonly ScriptToCheck[]): Promise<boolean> {
    let isNew = false;
    for (const [dialect, ofDialect] of grouped(scripts)) {
      const found = await run(
        program,
        dialect,
        ofDialect.map(({ source }) => source),
      );
      if (!found) {
        absent.add(program);
        return false;
      }
      for (const [index, one] of ofDialect.entries()) {
        const comments = found[index] ?? [];
        answers.set(keyOf(program, one), comments);
        isNew ||= comments.length > 0;
      }
    }
    for (const key of answers.keys()) {
      if (answers.size <= mostAnswers) break;
      answers.delete(key);
    }
    return isNew;
  }

  function askLater(program: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const scripts = [...waiting.values()];
      waiting = new Map();
      ask(program, scripts).then(
        (isNew) => {
          if (isNew) onAnswer();
        },
        (error: unknown) => {
          // Asked again at every keystroke it would fail again at every keystroke.
          for (const one of scripts) answers.set(keyOf(program, one), []);
          onFailure(error instanceof Error ? error.message : String(error));
        },
      );
    }, PAUSE_MS);
  }

  return {
    known(dockerfile, program) {
      if (absent.has(program)) return [];
      const missing = waiting.size;
      const problems = shellcheckScripts(dockerfile).flatMap((one) => {
        const comments = answers.get(keyOf(program, one));
        if (!comments) waiting.set(keyOf(program, one), one);
        return comments ? shellcheckProblems(dockerfile, one, comments) : [];
      });
      if (waiting.size > missing) askLater(program);
      return problems;
    },
    async complete(dockerfiles, program) {
      const scripts = dockerfiles.flatMap(shellcheckScripts);
      const missing = new Map(
        scripts.filter((one) => !answers.has(keyOf(program, one))).map((one) => [keyOf(program, one), one]),
      );
      if (missing.size > 0) await ask(program, [...missing.values()]);
      if (absent.has(program)) throw new Error(`${program}: there is no such program.`);
    },
  };
}

function keyOf(program: string, { dialect, source }: ScriptToCheck): string {
  return `${program}\0${dialect}\0${source}`;
}

function grouped(scripts: readonly ScriptToCheck[]): Map<ShellDialect, ScriptToCheck[]> {
  const groups = new Map<ShellDialect, ScriptToCheck[]>();
  for (const script of scripts) {
    const group = groups.get(script.dialect);
    if (group) group.push(script);
    else groups.set(script.dialect, [script]);
  }
  return groups;
}
