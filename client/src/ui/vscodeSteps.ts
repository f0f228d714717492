import type { QuestionStep, StepQuestion } from "./ui";
import { type Answer, inputAnswer, pickAnswer, type StepPlace } from "./vscodeQuestions";

/** Asks one question after the other. Back returns to the last one that was really asked, with its answer in place. */
export async function askSteps<Key extends string>(
  title: string,
  steps: readonly QuestionStep<Key>[],
): Promise<Readonly<Record<Key, string>> | undefined> {
  const answers: Partial<Record<Key, string>> = {};
  const asked: number[] = [];
  let index = 0;

  while (index < steps.length) {
    const step = steps[index];
    if (!step) break;
    const question = await step.question(answers);
    if (!question) {
      answers[step.key] = "";
      index += 1;
      continue;
    }
    const answer = await ask(title, withAnswer(question, answers[step.key]), {
      step: asked.length + 1,
      total: Math.max(steps.length, asked.length + 1),
    });
    if (answer.type === "dismissed") return undefined;
    if (answer.type === "back") {
      index = asked.pop() ?? 0;
      continue;
    }
    answers[step.key] = answer.value;
    asked.push(index);
    index += 1;
  }
  // Each step has been answered or passed over.
  return answers as Record<Key, string>;
}

function ask(title: string, question: StepQuestion, place: StepPlace): Promise<Answer<string>> {
  return question.type === "input"
    ? inputAnswer({ ...question, title }, place)
    : pickAnswer({ ...question, title }, place);
}

function withAnswer(question: StepQuestion, earlier: string | undefined): StepQuestion {
  if (earlier === undefined) return question;
  if (question.type === "input") return { ...question, value: earlier };
  const items = question.items.map(({ picked: _, ...item }) =>
    item.value === earlier ? { ...item, picked: "picked" as const } : item,
  );
  return { ...question, items };
}
