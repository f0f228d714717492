import { validate } from "dockerfile-utils";
import { type LintTask, lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";

/** Of a file of so many lines; milliseconds. */
export interface ScaleStep {
  readonly lines: number;
  readonly opening: number;
  /** In the order typed. */
  readonly keystrokes: readonly number[];
  /** Of dockerfile-utils, which looks at the whole file each time; undefined where it would take minutes. */
  readonly theirs: number | undefined;
}

const task: LintTask = {
  rules,
  settings: defaultLintSettings,
  outside: nothingOutside(),
  onCrash: (_, error) => {
    throw error;
  },
};

const KEYSTROKES = 100;

function step(lines: number): ScaleStep {
  const text = textOf(lines);
  const begun = performance.now();
  let model = parseDockerfile(text);
  lintFile(model, task);
  const opening = performance.now() - begun;
  const at = text.indexOf("\n", Math.floor(text.length / 2));
  const keystrokes = Array.from({ length: KEYSTROKES }, (_, times) => {
    const typed = `${text.slice(0, at)}${"x".repeat(times + 1)}${text.slice(at)}`;
    const start = performance.now();
    model = parseDockerfile(typed, model);
    lintFile(model, task);
    return performance.now() - start;
  });
  return { lines, opening, keystrokes, theirs: theirs(text, lines) };
}

/** Beyond these lines it takes minutes. */
const LONGEST_FOR_OTHERS = 10_000;

function theirs(text: string, lines: number): number | undefined {
  if (lines > LONGEST_FOR_OTHERS) return undefined;
  const begun = performance.now();
  validate(text);
  return performance.now() - begun;
}

/** No two instructions alike, as in a real file: equal ones would be checked but once. */
function textOf(lines: number): string {
  const block = (index: number) => [
    `FROM debian:12.${index} AS stage${index}`,
    `ARG VERSION=${index}`,
    `ENV HOME_${index}=/opt/app/$VERSION`,
    `WORKDIR /opt/app/${index}`,
    `COPY package-${index}.json ./`,
    `RUN apt-get update && apt-get install -y --no-install-recommends curl=${index}.* \\`,
    `  && rm -rf /var/lib/apt/lists/* \\`,
    `  && echo "step ${index}"`,
    `EXPOSE ${(index % 60_000) + 1}`,
    `CMD ["node", "server-${index}.js"]`,
  ];
  return Array.from({ length: Math.ceil(lines / 10) }, (_, index) => block(index).join("\n")).join("\n");
}

console.log(JSON.stringify([100, 1_000, 10_000, 100_000].map(step)));
