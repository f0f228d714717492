import type { TerminalScreen, TerminalSession } from "../engine/terminal";

/** How a command asks, tells and shows. Texts may hold words from outside: whoever draws them draws plain text. */
export interface Ui {
  /** Undefined where the person dismissed it. */
  input(question: InputQuestion): Promise<string | undefined>;
  pick<T>(question: PickQuestion<T>): Promise<T | undefined>;
  /** Takes what is typed or one of the proposals for it. Undefined where the person dismissed it. */
  suggest(question: SuggestQuestion): Promise<string | undefined>;
  pickMany<T>(question: PickQuestion<T>): Promise<readonly T[] | undefined>;
  /** One question after the other, with Back. A step whose question is undefined is passed over and answers "". */
  askSteps<Key extends string>(
    title: string,
    steps: readonly QuestionStep<Key>[],
  ): Promise<Readonly<Record<Key, string>> | undefined>;
  /** Paths of files that are there. Undefined where the person dismissed it. */
  chooseFiles(question: FilesQuestion): Promise<readonly string[] | undefined>;
  /** A path to write to; whether what is there may be replaced has been asked. */
  chooseNewFile(question: NewFileQuestion): Promise<string | undefined>;
  /** A modal question before something is lost. */
  confirm(question: Confirmation): Promise<"confirmed" | "declined">;
  /** Shows that something runs; its Cancel fires the signal. */
  progress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
  /** Shows a notice without waiting for an answer. */
  report(notice: Notice): void;
  /** Shows a notice and waits; undefined where it was dismissed. */
  choose<T>(notice: ChoiceNotice<T>): Promise<T | undefined>;
  /** The output of that name, made on first use. */
  output(name: string): Output;
  /** A document that grows at its end and is followed there; the name as for other documents. What has a terminal's colors is drawn in them. */
  log(name: string): Output;
  /** Opens a document that can't be edited; the same name shows the newest text in the same editor. */
  showDocument(document: ReadonlyDocument): Promise<void>;
  /** Opens a terminal in the editor for a program that runs in a container. */
  openTerminal(program: TerminalProgram): void;
  copy(text: string): Promise<void>;
  openExternal(url: string): Promise<void>;
}

export interface InputQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly secret?: "secret";
  /** Undefined where the value is fine. An "error" holds Enter back; "information" and "warning" only tell. */
  validate?(value: string): Verdict | undefined | Promise<Verdict | undefined>;
}

export interface Verdict {
  readonly severity: "error" | "warning" | "information";
  readonly message: string;
}

export interface PickQuestion<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
}

export interface PickItem<T> {
  readonly label: string;
  readonly value: T;
  readonly description?: string;
  readonly detail?: string;
  /** A codicon's name. */
  readonly icon?: string;
  readonly picked?: "picked";
}

export interface SuggestQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly value?: string;
  /** What pressing Enter on the typed text does, for example “Pull”. */
  readonly action: string;
  readonly proposals: readonly PickItem<string>[];
  /** An "error" holds the typed text back; the rest is told beside it. */
  validate(value: string): Verdict | undefined;
}

export interface FilesQuestion {
  readonly title: string;
  /** The button's verb. */
  readonly action: string;
  /** Endings without the dot, by what they are called. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly many?: "many";
}

export interface NewFileQuestion extends Omit<FilesQuestion, "many"> {
  /** A file name, or a whole path. */
  readonly proposed: string;
}

export interface QuestionStep<Key extends string> {
  readonly key: Key;
  question(
    answers: Readonly<Partial<Record<Key, string>>>,
  ): StepQuestion | undefined | Promise<StepQuestion | undefined>;
}

export type StepQuestion =
  | ({ readonly type: "input" } & Omit<InputQuestion, "title">)
  | ({ readonly type: "pick" } & Omit<PickQuestion<string>, "title">);

export interface Confirmation {
  readonly message: string;
  /** What will be lost, in full. */
  readonly detail: string;
  /** The button's verb. */
  readonly action: string;
  /** Where what is lost lies, when that is not the engine. */
  readonly at?: "this machine";
}

export interface Progress {
  readonly signal: AbortSignal;
  /** `fraction` of the whole, from 0 to 1; where it is left out the bar only shows that something moves. */
  report(message: string, fraction?: number): void;
}

export interface Notice {
  readonly severity: "error" | "warning" | "information";
  readonly message: string;
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: string;
  run(): Promise<void> | void;
}

export interface ChoiceNotice<T> {
  readonly severity: Notice["severity"];
  readonly message: string;
  readonly choices: readonly { readonly label: string; readonly value: T }[];
}

export interface Output {
  /** Appends text as it is; control characters are made harmless. */
  append(text: string): void;
  /** Clears it for something new. The signal fires when the next thing begins, or the editor closes. */
  begin(): AbortSignal;
  show(): void;
}

export interface TerminalProgram {
  readonly name: string;
  /** Called once the terminal is seen; what it rejects with is told. */
  start(screen: TerminalScreen): Promise<TerminalSession>;
  /** What becomes of the terminal when the program ends: whether its output can still be read. */
  readonly atEnd: "close" | "close where it went well" | "stay";
}

export interface ReadonlyDocument {
  /** Its first segment is the kind of thing, the last what the tab shows; the ending tells the language: `image/alpine:3.20.json`. */
  readonly name: string;
  readonly text: string;
}
