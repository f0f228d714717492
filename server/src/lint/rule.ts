import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { Outside } from "./outside";
import type { IdleSuppression } from "./suppression";

export type Severity = "error" | "warning" | "information" | "hint";

export type Category =
  | "syntax"
  | "stages"
  | "images"
  | "instructions"
  | "shell"
  | "packages"
  | "security"
  | "style"
  | "labels";

/**
 * One check, whole: its names, its prose, its examples, its code. The examples are its documentation and its test.
 * A rule gives `checkInstruction` where one instruction's text is enough to judge it: its findings are then kept while
 * that text stays the same. Otherwise it gives `check` and is asked about the whole file.
 */
export type Rule = RuleFacts & (InstructionCheck | FileCheck | SuppressionCheck | ProgramCheck);

export interface RuleFacts {
  /** Kebab case; names the problem. */
  readonly id: string;
  /** Every name that the same check has elsewhere. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** "off": reported only where a person switches it on. */
  readonly default?: "off";
  readonly category: Category;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** Why it matters, and what to do. */
  readonly rationale: string;
  /** At least one with marks and one without. */
  readonly examples: readonly Example[];
  readonly options?: readonly RuleOption[];
  /** What of the world it must know to find anything: without it, it is silent. */
  readonly needs?: "build context" | "images" | "shellcheck";
  /** How the editor draws it. */
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
}

export interface InstructionCheck {
  /** Asked for each instruction and for each trigger of ONBUILD. `shell` is the SHELL in effect. */
  checkInstruction(instruction: Instruction, report: Report, about: InstructionContext): void;
  readonly check?: never;
  readonly checkSuppressions?: never;
  readonly program?: never;
}

export interface FileCheck {
  check(dockerfile: Dockerfile, report: Report, about: FileContext): void;
  readonly checkInstruction?: never;
  readonly checkSuppressions?: never;
  readonly program?: never;
}

/** Asked last, about the comments that silence findings, once it is known what they silenced. */
export interface SuppressionCheck {
  checkSuppressions(idle: readonly IdleSuppression[], report: Report): void;
  readonly check?: never;
  readonly checkInstruction?: never;
  readonly program?: never;
}

/** Found by a program, whose problems are handed to the linter beside the file: it grades and silences them. */
export interface ProgramCheck {
  readonly program: Program;
  /** Whether the program is wrong about a place, since it knows less of it than we do. */
  isMistaken?(problem: Problem, dockerfile: Dockerfile, instruction: Instruction): boolean;
  readonly check?: never;
  readonly checkInstruction?: never;
  readonly checkSuppressions?: never;
}

export type Program = "shellcheck";

/** All that an instruction's findings may depend on besides its own text. It is part of the key they are kept under. */
export interface InstructionContext {
  readonly shell: readonly string[];
  readonly options: RuleOptions;
}

export interface FileContext {
  readonly options: RuleOptions;
  /** What is known of the world beyond the text. */
  readonly outside: Outside;
}

export type RuleOptions = Readonly<Record<string, unknown>>;

export interface RuleOption {
  readonly name: string;
  readonly type: "boolean" | "number" | "string" | "string[]" | "object";
  readonly default: unknown;
  readonly summary: string;
}

/** A Dockerfile whose wrong spans stand between `[|` and `|]`. */
export interface Example {
  readonly text: string;
  /** The text after every fix that the rule offers for it, unsafe ones too. */
  readonly fixed?: string;
  readonly options?: RuleOptions;
  /** Files of the build context for rules that look there, path to content. */
  readonly files?: Readonly<Record<string, string>>;
  /** Images that the engine has: `alpine:3.22`, or with its platform `alpine:3.22 linux/amd64`. */
  readonly images?: readonly string[];
}

export type Report = (problem: Problem) => void;

export interface Problem {
  /** The smallest span that is wrong. */
  readonly range: Range;
  /** What is wrong, then what to do: a sentence that a beginner understands. */
  readonly message: string;
  readonly fix?: Fix | undefined;
  /** Further ways to mend it, offered after `fix`. */
  readonly otherFixes?: readonly Fix[];
  /** Where this one finding differs from the rule's own severity. */
  readonly severity?: Severity;
  /** The peers' names that hold for this finding, where not all of the rule's do. */
  readonly aliases?: readonly string[];
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
  /** A command of the client that helps, for example to push an image. */
  readonly command?: {
    readonly title: string;
    readonly command: string;
    readonly arguments?: readonly unknown[];
  };
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** It may change what is built: offered one by one, never by "fix all". */
  readonly unsafe?: true;
}
