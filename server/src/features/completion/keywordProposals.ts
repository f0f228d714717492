import { CompletionItemKind } from "vscode-languageserver-types";
import type { InstructionEntry } from "../../grammar/instruction";
import { instructions } from "../../grammar/instructions";
import type { KeywordPlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";

/** The instructions that may stand here, then ready-made ones for the editor that can fill in their gaps. */
export function keywordProposals(place: KeywordPlace, asked: Asked): Proposal[] {
  const toCase = caseOf(place, asked);
  const fitting = instructions
    .filter(({ places }) => places.includes(place.where))
    .sort((a, b) => rank(a) - rank(b));
  return [
    ...fitting.map((entry) => plain(entry, toCase)),
    ...fitting.filter(({ deprecated }) => !deprecated).flatMap((entry) => ready(entry, toCase)),
  ];
}

/** Those that most Dockerfiles are made of first; the rest as the table has them. */
const USUAL_ORDER = ["FROM", "RUN", "COPY", "WORKDIR", "ENV", "ARG", "CMD", "ENTRYPOINT", "EXPOSE", "USER"];

function rank({ keyword, deprecated }: InstructionEntry): number {
  const at = USUAL_ORDER.indexOf(keyword);
  if (deprecated) return USUAL_ORDER.length + 1;
  return at < 0 ? USUAL_ORDER.length : at;
}

function plain(
  { keyword, summary, deprecated }: InstructionEntry,
  toCase: (text: string) => string,
): Proposal {
  return {
    label: toCase(keyword),
    kind: CompletionItemKind.Keyword,
    text: `${toCase(keyword)} `,
    filter: toCase(keyword),
    detail: summary,
    documentation: { of: "instruction", keyword },
    isDeprecated: deprecated !== undefined,
    continues: true,
  };
}

/** The first snippet of most is the keyword with one gap: that adds nothing to the keyword itself. */
function ready({ keyword, snippets }: InstructionEntry, toCase: (text: string) => string): Proposal[] {
  return snippets
    .filter(({ title }) => title !== keyword)
    .map((snippet) => ({
      label: snippet.title,
      kind: CompletionItemKind.Snippet,
      snippet: snippet.body.replace(/^[A-Z]+/, toCase),
      // What is written is compared with the start of the keyword, whatever the title begins with.
      filter: snippet.title.startsWith(keyword) ? snippet.title : `${keyword} ${snippet.title}`,
      detail: snippet.does,
      documentation: { of: "snippet", keyword, title: snippet.title },
    }));
}

/** As the setting says; else as the person has begun, or as the file's first instruction is written. */
function caseOf({ text }: KeywordPlace, { dockerfile, file }: Asked): (text: string) => string {
  const { keywordCase } = file.settings.format;
  const lower = (keyword: string) => keyword.toLowerCase();
  const upper = (keyword: string) => keyword.toUpperCase();
  if (keywordCase !== "preserve") return keywordCase === "lower" ? lower : upper;
  const [first] = dockerfile.instructions;
  const example = first && dockerfile.textOf(first.keywordRange);
  return example && example !== text && example === example.toLowerCase() ? lower : upper;
}
