import type { Problem } from "./lint/rule";
import { type ShellCheckComment, shellcheckProblems } from "./lint/shellcheckProblems";
import { type ScriptToCheck, shellcheckScripts } from "./lint/shellcheckScripts";
import type { Dockerfile } from "./model/dockerfile";
import { grouped } from "./model/grouped";
import { oncePer } from "./model/oncePer";
import type { RunShellCheck } from "./shellcheckProgram";

/** ShellCheck's answers, kept by the scripts' text. */
export interface ShellCheckService {
  /**
   * What is known of a file's scripts by now. What is missing is asked for after a pause, and told to `onAnswer`; until the
   * program has answered for the first time, nobody even looks for scripts before that pause. `file` tells files apart.
   */
  known(dockerfile: Dockerfile, program: string, file: string): readonly Problem[];
  /** What has been said of a file's scripts so far; asks nothing. */
  answered(dockerfile: Dockerfile, program: string): readonly Problem[];
  /** Asks about all scripts that nobody has asked about. */
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
  /** The latest version of each file that may hold scripts which nobody has asked about. */
  let unasked = new Map<string, { readonly dockerfile: Dockerfile; readonly program: string }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const present = new Set<string>();
  /** Programs that are not there, so that not every keystroke looks for them. */
  const absent = new Set<string>();

  /** What was said of a script that has not changed since. */
  const heardOf = oncePer((_: ScriptToCheck): Heard => ({ program: undefined, comments: [] }));

  function commentsOf(program: string, one: ScriptToCheck): readonly ShellCheckComment[] | undefined {
    const heard = heardOf(one);
    if (heard.program === program) return heard.comments;
    const comments = answers.get(keyOf(program, one));
    if (comments) {
      heard.program = program;
      heard.comments = comments;
    }
    return comments;
  }

  async function ask(program: string, scripts: readonly ScriptToCheck[]): Promise<boolean> {
    let isNew = false;
    for (const [dialect, ofDialect] of grouped(scripts, (one) => one.dialect)) {
      const found = await run(
        program,
        dialect,
        ofDialect.map(({ source }) => source),
      );
      if (!found) {
        absent.add(program);
        return false;
      }
      present.add(program);
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

  function askLater(file: string, dockerfile: Dockerfile, program: string): void {
    unasked.set(file, { dockerfile, program });
    clearTimeout(timer);
    timer = setTimeout(askNow, PAUSE_MS);
  }

  function askNow(): void {
    const files = [...unasked.values()];
    unasked = new Map();
    for (const program of new Set(files.map((one) => one.program))) {
      // Before the first answer it may be that there are none.
      const scripts = missing(
        files.filter((one) => one.program === program).map(({ dockerfile }) => dockerfile),
        program,
      );
      if (scripts.length === 0) continue;
      ask(program, scripts).then(
        (isNew) => {
          if (isNew) onAnswer();
        },
        (error: unknown) => {
          // Asked again at every keystroke it would fail again at every keystroke.
          present.add(program);
          for (const one of scripts) answers.set(keyOf(program, one), []);
          onFailure(error instanceof Error ? error.message : String(error));
        },
      );
    }
  }

  /** Each once, whichever file has it. */
  function missing(dockerfiles: readonly Dockerfile[], program: string): readonly ScriptToCheck[] {
    const scripts = dockerfiles.flatMap(shellcheckScripts).filter((one) => !commentsOf(program, one));
    return [...new Map(scripts.map((one) => [keyOf(program, one), one])).values()];
  }

  function problemsOf(
    dockerfile: Dockerfile,
    program: string,
    scripts: readonly ScriptToCheck[],
  ): readonly Problem[] {
    return scripts.flatMap((one) => {
      const comments = commentsOf(program, one) ?? [];
      return comments.length > 0 ? shellcheckProblems(dockerfile, one, comments) : [];
    });
  }

  return {
    known(dockerfile, program, file) {
      if (absent.has(program)) return [];
      if (!present.has(program)) {
        askLater(file, dockerfile, program);
        return [];
      }
      const scripts = shellcheckScripts(dockerfile);
      if (scripts.some((one) => !commentsOf(program, one))) askLater(file, dockerfile, program);
      return problemsOf(dockerfile, program, scripts);
    },
    answered: (dockerfile, program) => problemsOf(dockerfile, program, shellcheckScripts(dockerfile)),
    async complete(dockerfiles, program) {
      const scripts = missing(dockerfiles, program);
      if (scripts.length > 0) await ask(program, scripts);
      if (absent.has(program)) throw new Error(`${program}: there is no such program.`);
    },
  };
}

interface Heard {
  program: string | undefined;
  comments: readonly ShellCheckComment[];
}

function keyOf(program: string, { dialect, source }: ScriptToCheck): string {
  return `${program}\0${dialect}\0${source}`;
}
