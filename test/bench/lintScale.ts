import { validate } from "dockerfile-utils";
import { type LintTask, lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";
import { milliseconds, percentile, table } from "./numbers";

const task: LintTask = {
  rules,
  settings: defaultLintSettings,
  outside: nothingOutside(),
  onCrash: (_, error) => {
    throw error;
  },
};

/** How the time grows with the length of a file, and what a keystroke in the middle of it costs. */
export async function measureScale(): Promise<void> {
  console.log("\nBy length: opening a file, and a keystroke in one instruction of it");
  const rows = [100, 1_000, 10_000, 100_000].map((lines) => {
    const text = textOf(lines);
    const begun = performance.now();
    let model = parseDockerfile(text);
    lintFile(model, task);
    const opening = performance.now() - begun;
    const at = text.indexOf("\n", Math.floor(text.length / 2));
    const keystrokes = Array.from({ length: 10 }, (_, times) => {
      const typed = `${text.slice(0, at)}${"x".repeat(times + 1)}${text.slice(at)}`;
      const start = performance.now();
      model = parseDockerfile(typed, model);
      lintFile(model, task);
      return performance.now() - start;
    });
    return [
      String(lines),
      milliseconds(opening),
      ((opening * 1000) / lines).toFixed(1),
      milliseconds(percentile(keystrokes, 50)),
      ...theirs(text, lines, opening),
    ];
  });
  console.log(
    table(
      [
        "lines",
        "opening ms",
        "µs a line",
        "keystroke ms",
        "dockerfile-utils ms",
        "its µs a line",
        "drydock is",
      ],
      rows,
    ),
  );
}

/** Beyond these lines it takes minutes. */
const LONGEST_FOR_OTHERS = 10_000;

function theirs(text: string, lines: number, own: number): string[] {
  if (lines > LONGEST_FOR_OTHERS) return ["–", "–", "–"];
  const begun = performance.now();
  validate(text);
  const took = performance.now() - begun;
  return [milliseconds(took), ((took * 1000) / lines).toFixed(1), `${(took / own).toFixed(1)}× as fast`];
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
