import type { Flag } from "./flag";

/** Every keyword that the builder knows. */
export type Keyword =
  | "ADD"
  | "ARG"
  | "CMD"
  | "COPY"
  | "ENTRYPOINT"
  | "ENV"
  | "EXPOSE"
  | "FROM"
  | "HEALTHCHECK"
  | "LABEL"
  | "MAINTAINER"
  | "ONBUILD"
  | "RUN"
  | "SHELL"
  | "STOPSIGNAL"
  | "USER"
  | "VOLUME"
  | "WORKDIR";

/** What Drydock knows of one instruction of the language. Prose is Markdown. */
export interface InstructionEntry {
  readonly keyword: Keyword;
  /** One sentence: what it is for. */
  readonly summary: string;
  /** What the builder does with it. */
  readonly does: string;
  /** A filesystem layer, a field of the image's configuration, or nothing that outlives the build. */
  readonly adds: "layer" | "metadata" | "nothing";
  /** What changes in the image, in words. */
  readonly changes: string;
  /** The mistake people make most often. */
  readonly trap: string;
  readonly examples: readonly string[];
  readonly signatures: readonly Signature[];
  readonly snippets: readonly Snippet[];
  /** In alphabetic order. */
  readonly flags: readonly Flag[];
  readonly argument: ArgumentShape;
  /** Where it may stand. */
  readonly places: readonly Place[];
  /** Who replaces `$name` in its argument. */
  readonly expandedBy: Expander;
  /** Set where a later one in the same stage replaces an earlier one, and the builder warns of the earlier. */
  readonly lastOneCounts?: true;
  readonly deprecated?: { readonly instead: Keyword; readonly why: string };
  readonly documentation: string;
}

/** Before the first FROM, inside a stage, or as the trigger of an ONBUILD. */
export type Place = "preamble" | "stage" | "trigger";

/**
 * - `builder`: the builder itself, from ARG and ENV.
 * - `builderGlobal`: the builder, from global arguments only (FROM).
 * - `shell`: the shell at run time; the builder hands it the text as it is.
 * - `trigger`: as the trigger instruction has it (ONBUILD).
 * - `nobody`: the text is taken literally.
 */
export type Expander = "builder" | "builderGlobal" | "shell" | "trigger" | "nobody";

export interface ArgumentShape {
  /**
   * - `words`: blanks separate the arguments.
   * - `pairs`: `name=value` words.
   * - `line`: the whole rest of the line is one argument.
   * - `command`: a shell command or an exec form.
   * - `instruction`: another instruction.
   */
  readonly form: "words" | "pairs" | "line" | "command" | "instruction";
  /** The fewest words, or strings of an exec form, that the builder takes. Zero where it accepts none at all. */
  readonly minimum: number;
  /** The most words; undefined where there is no limit. */
  readonly maximum: number | undefined;
  /** Set where only certain numbers are right: FROM takes one word or three. */
  readonly counts?: readonly number[];
  /** Whether a JSON array of strings may, must or cannot stand for the argument. */
  readonly execForm: "accepted" | "required" | "refused";
  readonly heredocs: boolean;
}

/** One way to write the instruction, for signature help. */
export interface Signature {
  readonly label: string;
  readonly does: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** A part of the signature's label, and found only once in it. */
  readonly label: string;
  readonly does: string;
  /** Set on a parameter that may be given many times. */
  readonly repeats?: true;
}

/** Text to insert, in the snippet syntax of LSP. */
export interface Snippet {
  readonly title: string;
  readonly body: string;
  readonly does: string;
}
