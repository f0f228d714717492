import type { ShellCommand, ShellWord } from "./shell";

/** How a program reads its words. */
export interface CommandSyntax {
  /** Options whose value is the next word, or stands behind `=`, or right behind a short one: `-t`, `--target`. */
  readonly optionsWithValue: ReadonlySet<string>;
  /** `single`: one dash begins a long name, as in Go. Otherwise short options may share one dash. */
  readonly dashes?: "single";
}

/** What the words of a command say. */
export interface CommandLine {
  /** In the order written; `-qy` is `-q` and `-y`. */
  readonly options: readonly CommandOption[];
  readonly operands: readonly ShellWord[];
}

export interface CommandOption {
  /** With its dashes. */
  readonly name: string;
  /** As far as it is known before the command runs; undefined also where there is none. */
  readonly value: string | undefined;
  readonly word: ShellWord;
  /** The word that the value stands in, which may be the option's own. */
  readonly valueWord: ShellWord | undefined;
}

export function commandLine({ words }: Pick<ShellCommand, "words">, syntax: CommandSyntax): CommandLine {
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const text = word.value ?? word.text;
    if (text === "--") {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!/^-./.test(text)) operands.push(word);
    else if (readOption(word, text, words[at + 1], syntax, options) === "with the next word") at++;
  }
  return { options, operands };
}

/** The last one of these names, as most programs count it. */
export function findOption(
  { options }: Pick<CommandLine, "options">,
  ...names: readonly string[]
): CommandOption | undefined {
  return options.findLast(({ name }) => names.includes(name));
}

function readOption(
  word: ShellWord,
  text: string,
  next: ShellWord | undefined,
  { optionsWithValue, dashes }: CommandSyntax,
  options: CommandOption[],
): "alone" | "with the next word" {
  const add = (name: string, value: string | undefined, valueWord: ShellWord | undefined): void => {
    options.push({ name, value, word, valueWord });
  };
  if (text.startsWith("--") || dashes === "single") {
    const equals = text.indexOf("=");
    const name = equals < 0 ? text : text.slice(0, equals);
    if (equals >= 0) add(name, word.value && text.slice(equals + 1), word);
    else if (!optionsWithValue.has(name)) add(name, undefined, undefined);
    else {
      add(name, next?.value, next);
      return "with the next word";
    }
    return "alone";
  }
  for (let at = 1; at < text.length; at++) {
    const name = `-${text[at]}`;
    if (!optionsWithValue.has(name)) {
      add(name, undefined, undefined);
      continue;
    }
    const rest = text.slice(at + 1).replace(/^=/, "");
    if (rest !== "") add(name, word.value && rest, word);
    else add(name, next?.value, next);
    return rest === "" ? "with the next word" : "alone";
  }
  return "alone";
}
