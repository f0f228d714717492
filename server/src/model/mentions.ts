import type { Dockerfile } from "./dockerfile";
import { oncePer } from "./oncePer";

/** Whether a word stands anywhere in a file, looked for once: who asks of each instruction has an answer at once. */
export function mentions(dockerfile: Dockerfile, word: string): boolean {
  const known = answers(dockerfile);
  let answer = known.get(word);
  if (answer === undefined) {
    answer = dockerfile.text.includes(word);
    known.set(word, answer);
  }
  return answer;
}

const answers = oncePer((_: Dockerfile) => new Map<string, boolean>());
