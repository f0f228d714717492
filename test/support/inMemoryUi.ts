import type {
  ChoiceNotice,
  Confirmation,
  FilesQuestion,
  InputQuestion,
  NewFileQuestion,
  Notice,
  PickItem,
  PickQuestion,
  QuestionStep,
  ReadonlyDocument,
  SuggestQuestion,
  TerminalProgram,
  Ui,
  Verdict,
} from "../../client/src/ui/ui";

/** What the person does about a question: types or picks, or presses Escape. A list types again after a refusal. */
export type Reply = string | readonly string[] | "dismiss";

export interface InMemoryUiOptions {
  /** By a piece of the question's prompt, placeholder or message. A reply to a pick is its label, or a piece of it. */
  readonly replies?: Readonly<Record<string, Reply>>;
  /** Whether the person agrees to what is lost. */
  readonly confirms?: "always" | "never";
}

/** A person at an editor, in memory: answers what was agreed on, and shows what is on the screen. */
export interface InMemoryUi extends Ui {
  readonly notices: readonly Notice[];
  readonly confirmations: readonly Confirmation[];
  /** What inputs said of what was typed. */
  readonly verdicts: readonly Verdict[];
  /** Prompts and placeholders in the order in which they were seen. */
  readonly questions: readonly string[];
  /** The labels that the last pick offered. */
  readonly offered: readonly string[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly documents: readonly ReadonlyDocument[];
  /** What terminals show, by their names. */
  readonly terminals: ReadonlyMap<string, InMemoryTerminal>;
  readonly clipboard: string;
  readonly opened: readonly string[];
  /** Presses a button of the newest notice that has it. */
  press(label: string): Promise<void>;
}

/** A terminal that a person looks at and types into. */
export interface InMemoryTerminal {
  readonly shown: string;
  /** Resolves to the exit code once the program has ended. */
  readonly ended: Promise<number>;
  type(text: string): Promise<void>;
}

export function createInMemoryUi({ replies = {}, confirms = "always" }: InMemoryUiOptions = {}): InMemoryUi {
  const screen = {
    notices: [] as Notice[],
    confirmations: [] as Confirmation[],
    verdicts: [] as Verdict[],
    questions: [] as string[],
    offered: [] as string[],
    outputs: new Map<string, string>(),
    documents: [] as ReadonlyDocument[],
    terminals: new Map<string, InMemoryTerminal>(),
    clipboard: "",
    opened: [] as string[],
  };
  const begun = new Map<string, AbortController>();
  const waiting = new Map(Object.entries(replies).map(([about, reply]) => [about, [reply].flat()]));

  /** The next reply to a question; the last one of a list is given again and again. */
  const replyTo = (words: string): string | undefined => {
    screen.questions.push(words);
    const about = [...waiting.keys()].find((piece) => words.includes(piece));
    if (about === undefined) return undefined;
    const [next, ...later] = waiting.get(about) ?? [];
    if (later.length > 0) waiting.set(about, later);
    return next;
  };

  /** A person without a reply takes what is proposed. */
  const type = async ({
    prompt,
    value = "",
    validate,
  }: Omit<InputQuestion, "title">): Promise<string | undefined> => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const typed = replyTo(prompt) ?? value;
      if (typed === "dismiss") return undefined;
      const verdict = await validate?.(typed);
      if (verdict) screen.verdicts.push(verdict);
      if (verdict?.severity !== "error") return typed;
    }
    return undefined;
  };

  const find = <T>(items: readonly PickItem<T>[], wanted: string | undefined): PickItem<T> | undefined => {
    screen.offered = items.map(({ label }) => label);
    if (wanted === undefined) return items.find(({ picked }) => picked) ?? items[0];
    if (wanted === "dismiss") return undefined;
    const found =
      items.find(({ label }) => label === wanted) ?? items.find(({ label }) => label.includes(wanted));
    if (!found) throw new Error(`“${wanted}” is not offered, but ${screen.offered.join(", ")}.`);
    return found;
  };

  const pick = async <T>({ placeholder, items }: Omit<PickQuestion<T>, "title">): Promise<T | undefined> =>
    find(items, replyTo(placeholder))?.value;

  const writeTo = (name: string) => ({
    append(text: string) {
      screen.outputs.set(name, (screen.outputs.get(name) ?? "") + text);
    },
    begin() {
      begun.get(name)?.abort();
      const controller = new AbortController();
      begun.set(name, controller);
      screen.outputs.set(name, "");
      return controller.signal;
    },
    show: () => undefined,
  });

  return Object.assign(screen, {
    input: type,
    pick,
    async pickMany<T>({ placeholder, items }: PickQuestion<T>) {
      const wanted = replyTo(placeholder);
      // Several labels, as a person ticks them, are one reply with commas in between.
      if (wanted === "") return [];
      const found = (wanted?.split(", ") ?? [undefined]).map((label) => find(items, label)?.value);
      return found.every((value) => value !== undefined) ? found : undefined;
    },
    async suggest({ placeholder, value, proposals, validate }: SuggestQuestion) {
      screen.offered = proposals.map(({ label }) => label);
      return type({ prompt: placeholder, ...(value !== undefined && { value }), validate });
    },
    async chooseFiles({ title }: FilesQuestion) {
      const path = replyTo(title);
      return path === undefined || path === "dismiss" ? undefined : [path];
    },
    async chooseNewFile({ title, proposed }: NewFileQuestion) {
      const path = replyTo(title);
      return path === "dismiss" ? undefined : (path ?? proposed);
    },
    async askSteps<Key extends string>(_title: string, steps: readonly QuestionStep<Key>[]) {
      const answers: Partial<Record<Key, string>> = {};
      for (const step of steps) {
        const question = await step.question(answers);
        const answer = question ? await (question.type === "input" ? type(question) : pick(question)) : "";
        if (answer === undefined) return undefined;
        answers[step.key] = answer;
      }
      return answers as Record<Key, string>;
    },
    async confirm(question: Confirmation) {
      screen.confirmations.push(question);
      return confirms === "always" ? ("confirmed" as const) : ("declined" as const);
    },
    progress: (_title: string, work: Parameters<Ui["progress"]>[1]) =>
      work({ signal: new AbortController().signal, report: () => undefined }) as Promise<never>,
    report(notice: Notice) {
      screen.notices.push(notice);
    },
    choose: async <T>({ message, choices }: ChoiceNotice<T>) =>
      find(
        choices.map(({ label, value }) => ({ label, value })),
        replyTo(message) ?? "dismiss",
      )?.value,
    output: writeTo,
    log: writeTo,
    async showDocument(document: ReadonlyDocument) {
      screen.documents.push(document);
    },
    openTerminal({ name, start }: TerminalProgram) {
      const terminal = { shown: "" };
      const print = (text: string) => {
        terminal.shown += text;
      };
      const session = start({ size: { columns: 80, rows: 24 }, print });
      const ended = session.then((opened) => opened.ended);
      ended.catch(() => undefined);
      const type = async (text: string) => (await session).write(text);
      screen.terminals.set(name, Object.assign(terminal, { ended, type }));
    },
    async copy(text: string) {
      screen.clipboard = text;
    },
    async openExternal(url: string) {
      screen.opened.push(url);
    },
    async press(label: string) {
      const action = screen.notices
        .toReversed()
        .flatMap(({ actions = [] }) => actions)
        .find((one) => one.label === label);
      if (!action) throw new Error(`There is no button “${label}”.`);
      await action.run();
    },
  });
}
