import type { Range } from "vscode-languageserver-types";
import { evaluate, type Lookup } from "./evaluate";
import type { Instruction, Word } from "./instruction";
import { oncePer } from "./oncePer";
import { isReference, parseReference, type Reference } from "./reference";
import type { BaseImage, Stage } from "./stages";
import { readTemplate, type Template } from "./template";
import { writtenImage } from "./writtenImage";

/** What a FROM is built on. `stageCalled` finds an earlier stage by its name in lower case. */
export function placedBase(
  from: Instruction,
  word: Word,
  lookup: Lookup,
  stageCalled: (name: string) => Stage | undefined,
): BaseImage {
  const expanded = evaluate(templateOf(from.atZero), lookup);
  const stage = expanded === undefined ? undefined : stageCalled(expanded.toLowerCase());
  const isScratch = stage === undefined && expanded === "scratch";
  const isImage = stage === undefined && !isScratch && expanded !== undefined;
  return new PlacedBase(from, word, {
    expanded,
    stage,
    isScratch,
    reference: isImage ? referenceOf(from.atZero, expanded) : undefined,
  });
}

/** The image is the first word of a FROM. */
const templateOf = oncePer(
  ({ words, escapeCharacter }: Instruction): Template =>
    readTemplate(words[0]?.text ?? "", { escapeCharacter, quotes: "removed" }),
);

/** The same value for as long as the same comes of it, so that what was found out about it can be kept. */
function referenceOf(atZero: Instruction, expanded: string): Reference | undefined {
  const last = lastReference(atZero);
  if (last.expanded === expanded) return last.reference;
  const parsed = parseReference(expanded);
  last.expanded = expanded;
  last.reference = isReference(parsed) ? parsed : undefined;
  return last.reference;
}

interface LastReference {
  expanded: string | undefined;
  reference: Reference | undefined;
}

const lastReference = oncePer(
  (_: Instruction): LastReference => ({ expanded: undefined, reference: undefined }),
);

class PlacedBase implements BaseImage {
  readonly word: Word;
  readonly expanded: string | undefined;
  readonly stage: Stage | undefined;
  readonly isScratch: boolean;
  readonly reference: Reference | undefined;
  readonly #from: Instruction;
  #written: BaseImage["written"] | undefined;

  constructor(
    from: Instruction,
    word: Word,
    { expanded, stage, isScratch, reference }: Omit<BaseImage, "word" | "range" | "written">,
  ) {
    this.word = word;
    this.expanded = expanded;
    this.stage = stage;
    this.isScratch = isScratch;
    this.reference = reference;
    this.#from = from;
  }

  get range(): Range {
    return this.word.range;
  }

  /** Asked for by few, so taken apart when it is. */
  get written(): BaseImage["written"] {
    this.#written ??= writtenImage(this.#from) ?? { ...NO_PARTS, nameRange: this.range };
    return this.#written;
  }
}

const NO_PARTS = { registryRange: undefined, tagRange: undefined, digestRange: undefined };
